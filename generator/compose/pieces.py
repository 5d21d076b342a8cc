"""What a template hands over: content, a macro's lines or plain text, as inlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, product
from string import ascii_uppercase
from typing import Any

from markupsafe import Markup

from generator.compose.fragment import Fragment
from generator.letter import Inline, Inlines, LineBreak, Text
from generator.markup.document import inline_markup
from generator.markup.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Pieces:
    """Makes inlines of what a template hands over; a macro's lines hold tokens."""

    tokens: Tokens

    def inlines(self, value: Any) -> Inlines:
        """Return a value as inlines."""
        if isinstance(value, Fragment):
            return value.inlines
        if isinstance(value, Markup):
            return inline_markup(str(value), self.tokens)
        return (Text(str(value)),)

    def lines(self, items: Iterable[Any]) -> Fragment:
        """Return ``items`` one below the other, as in an address."""
        return self._row(items, (LineBreak(),))

    def joined(self, items: Iterable[Any], between: Any) -> Fragment:
        """Return ``items`` in a row with ``between`` between them."""
        return self._row(items, self.inlines(between))

    def _row(self, items: Iterable[Any], between: Inlines) -> Fragment:
        """Return ``items`` with ``between`` between them; empty ones are left out."""
        result: list[Inline] = []
        for each in filter(None, map(self.inlines, items)):
            result += [*between, *each] if result else each
        return Fragment(tuple(result))


def letters() -> Iterator[str]:
    """Yield A, B, … Z, AA, AB …, as the recitals of a resolution are lettered."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))
