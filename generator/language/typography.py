"""What the typesetter of each language sets where a writer types what the keyboard has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

SEPARATORS = ("comma", "semicolon", "full_stop")


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = resources.files("generator.language").joinpath("typography.toml").read_text("utf-8")
    return tomllib.loads(text)


def separators(locale: str) -> Mapping[str, str]:
    """Return what separates the parts of a list or note, and ends it, with its spaces."""
    found = {**_table()["default"], **_table().get(locale, {})}
    return {name: str(found[name]) for name in SEPARATORS}


def typeset(text: str, locale: str) -> str:  # noqa: ARG001 (the table comes next)
    """Return ``text`` with the quotation marks and spaces of the language."""
    return text
