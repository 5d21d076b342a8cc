"""Placeholders in a sentence: ``{id}`` and ``{id:form}``; a literal brace is doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PART = re.compile(
    r"\{\{|\}\}|\{(?P<name>[a-z0-9_]+)(?::(?P<form>[a-z_]+))?\}|(?P<brace>[{}])|[^{}]+"
)

_WHOLE = re.compile(r"\{[a-z0-9_]+(?::[a-z_]+)?\}")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a sentence refers to, and the form it asks for."""

    name: str
    form: str | None = None


class PlaceholderError(ValueError):
    """A brace that belongs to no placeholder; ``offset`` is where it stands."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def parts(sentence: str) -> Iterator[str | Placeholder]:
    """Yield the texts and placeholders of ``sentence``; raise PlaceholderError on a stray brace."""
    for match in _PART.finditer(sentence):
        if match["brace"]:
            raise PlaceholderError(match.start())
        if match["name"]:
            yield Placeholder(match["name"], match["form"])
        else:
            text = match.group()
            yield text[0] if text in ("{{", "}}") else text


def placeholders(sentence: str) -> Iterator[Placeholder]:
    """Yield the placeholders of ``sentence``; none when a brace is stray."""
    try:
        found = [part for part in parts(sentence) if isinstance(part, Placeholder)]
    except PlaceholderError:
        return
    yield from found


def without_placeholders(sentence: str, instead: str = " ") -> str:
    """Return ``sentence`` with ``instead`` in the places of its placeholders."""
    return _WHOLE.sub(instead, sentence) if "{" in sentence else sentence
