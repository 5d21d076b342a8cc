"""A text → runs: one for each direction, as Word's own bidirectional layout wants them.

Word takes the direction of digits and signs from their run. LibreOffice, and whoever copies the
text, take it from what stands around them: where that would say otherwise, a mark of direction
stands between, as Word itself has it under "Insert: Symbol".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.letter import Direction
from generator.render.runs import Run, first_strong, runs_of
from generator.render.word.ooxml import text as ooxml
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.text import Look

MARKS: Mapping[Direction, str] = MappingProxyType({"ltr": "\u200e", "rtl": "\u200f"})

# What Word takes from the Latin font unless it is told that it stands among Han.
_AMBIGUOUS = frozenset("\u00b7\u2014\u2018\u2019\u201c\u201d\u2026")


def write_text(parent: Element, words: str, look: Look) -> None:
    """Write ``words``: what runs against ``look`` is a run of its own, without its language."""
    around: Direction = "rtl" if look.rtl else "ltr"
    before: Run | None = None
    for run in runs_of(words, around, among_han=look.east):
        east = look.east and not run.latin and not _AMBIGUOUS.isdisjoint(run.text)
        one = replace(look, east=east)
        text = run.text
        if run.direction != around:
            one = replace(one, rtl=not look.rtl, language=None)
            text = _held(run) if around == "rtl" else run.text
        elif before and before.direction != around and _begins_with_number(run.text):
            text = MARKS[around] + run.text
        ooxml.text(parent, text, one)
        before = run


def write_mark(parent: Element, look: Look) -> None:
    """Write the mark that ends a part against the direction of ``look``."""
    ooxml.text(parent, MARKS["rtl" if look.rtl else "ltr"], look)


def _held(run: Run) -> str:
    """Return a code between marks, where it begins or ends with no letter."""
    mark = MARKS[run.direction]
    before = "" if first_strong(run.text[0]) else mark
    after = "" if first_strong(run.text[-1]) else mark
    return f"{before}{run.text}{after}"


def _begins_with_number(text: str) -> bool:
    return next((each.isdigit() for each in text if each.isalnum()), False)
