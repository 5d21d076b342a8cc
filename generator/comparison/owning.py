"""Which sentence each word of a paragraph belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.words import Word, key_of, words_of
from generator.compose.origins import Origin


@dataclass(frozen=True, slots=True)
class Span:
    """A text that went into a paragraph: from its word ``start`` to before ``end``."""

    start: int
    end: int
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the texts of a letter in its paragraphs; ``known``: each with its words."""

    known: tuple[tuple[Origin, tuple[str, ...]], ...]

    @classmethod
    def of(cls, origins: Sequence[Origin]) -> Finder:
        """Return the finder of the texts of a letter."""
        return cls(tuple((each, key_of(words_of(each.text))) for each in origins))

    def spans(self, words: Sequence[Word]) -> list[Span]:
        """Return the texts in a paragraph."""
        key = key_of(words)
        there = set(key)
        found = []
        for origin, wanted in self.known:
            if wanted and there.issuperset(wanted):
                found += [Span(at, at + len(wanted), origin) for at in _places(key, wanted)]
        return found


def _places(key: tuple[str, ...], wanted: tuple[str, ...]) -> list[int]:
    """Return where a row of words stands in another."""
    size, first = len(wanted), wanted[0]
    starts = (at for at, word in enumerate(key[: len(key) - size + 1]) if word == first)
    return [at for at in starts if key[at : at + size] == wanted]


def owners(spans: Sequence[Span], count: int) -> list[Span]:
    """Return the span that each of ``count`` words belongs to; the rest is in spans of nobody.

    A wording may have other texts in it, a sentence of the content has none: what is found there
    has the same words by chance.
    """
    owned: list[Span | None] = [None] * count
    wordings = sorted((each for each in spans if not _is_content(each)), key=_size, reverse=True)
    for span in (*wordings, *sorted(filter(_is_content, spans), key=_size)):
        for at in range(span.start, span.end):
            owned[at] = span
    return [span or _of_nobody(owned, at) for at, span in enumerate(owned)]


def _of_nobody(owned: Sequence[Span | None], at: int) -> Span:
    """Return the span of the words around one that belong to nobody."""
    start = next((i + 1 for i in range(at, -1, -1) if owned[i] is not None), 0)
    end = next((i for i in range(at, len(owned)) if owned[i] is not None), len(owned))
    return Span(start, end, None)


def _size(span: Span) -> int:
    return span.end - span.start


def _is_content(span: Span) -> bool:
    return span.origin is not None and span.origin.id is not None
