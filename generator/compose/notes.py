"""The notes of a document: collected as the template calls them, numbered as they appear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose.rewriting import rewritten
from generator.letter import (
    Block,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    NoteCall,
    NoteReference,
    Span,
    Strong,
    inlines_of,
)


class NoteBook:
    """The notes called so far, and the note in which each source was cited in full."""

    def __init__(self) -> None:
        self._texts: list[Inlines] = []
        self._full: dict[str, int] = {}

    def earlier(self, source: str) -> int | None:
        """Return the provisional number of the note that cites ``source`` in full."""
        return self._full.get(source)

    def call(self, text: Inlines, sources: tuple[str, ...]) -> NoteCall:
        """Return the call of a new note; ``sources`` are those it cites."""
        self._texts.append(text)
        number = len(self._texts)
        for source in sources:
            self._full.setdefault(source, number)
        return NoteCall(number)

    def numbered(self, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Return ``blocks`` and their notes with numbers in the order of the calls."""
        order = {call: at for at, call in enumerate(_calls(blocks), start=1)}
        notes = tuple(
            Note(at, _renumbered(self._texts[call - 1], order)) for call, at in order.items()
        )
        return rewritten(blocks, lambda each: _renumbered(each, order)), notes


def _calls(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Yield the provisional numbers of the notes called, in reading order."""
    for block in blocks:
        for inlines in inlines_of(block):
            yield from _calls_in(inlines)


def _calls_in(inlines: Inlines) -> Iterator[int]:
    for inline in inlines:
        if isinstance(inline, NoteCall):
            yield inline.number
        elif isinstance(inline, Emphasis | Strong | Link | Span):
            yield from _calls_in(inline.children)


def _renumbered(inlines: Inlines, order: dict[int, int]) -> Inlines:
    """Return ``inlines`` with final note numbers."""
    return tuple(_inline(each, order) for each in inlines)


def _inline(inline: Inline, order: dict[int, int]) -> Inline:
    match inline:
        case NoteCall(number=number):
            return NoteCall(order[number])
        case NoteReference(number=number):
            return NoteReference(order.get(number, number))
        case Emphasis() | Strong() | Link() | Span():
            return replace(inline, children=_renumbered(inline.children, order))
        case _:
            return inline
