"""The little Markdown that the reference is written in."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = (head, ["---"] * len(head), *rows)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def plain(text: str) -> str:
    """Return ``text`` so that Markdown reads no markup in it."""
    return re.sub(r"([\\*_<>\[\]|`])", r"\\\1", text)


def code(text: str) -> str:
    """Return a docstring's text with its code marked as Markdown does."""
    return text.replace("``", "`")


def filled(wording: str) -> str:
    """Return a wording with the names of its fields in italics."""
    parsed = string.Formatter().parse(wording)
    return "".join(plain(text) + (f"*{name}*" if name else "") for text, name, _, _ in parsed)
