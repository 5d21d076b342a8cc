"""Counting words and characters as Word does, for documents that have a limit.

A word is what the reader reads as text between spaces:

- every space parts, a no-break space, a tab and a new line too; a sign that stands between two
  spaces is a word: " – ", " ;" and "«" in French are one each, and "1 000" with a space is two;
- whatever else stands without spaces is one word: with a dash, a hyphen, a slash, an apostrophe,
  a dot, an address; an invisible sign neither parts nor counts;
- of Chinese (Japanese, Korean) each character counts, its marks too; the marks that it shares with
  other scripts, such as “ ” and —, belong to it where they touch it;
- the number of a note in running text ("see note 3") is text. Whatever the page adds is not: the
  numbers of lists, the signs that call notes, and the lines at its head and foot.

Notes count when the caller passes them. Sources, and where LibreOffice counts otherwise:
docs/count-words.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.letter import Block, Note, inlines_of, plain_text

_EAST = (
    r"\u1100-\u11ff\u2e80-\u2fff\u3001-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    r"\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uffee\U00020000-\U0003ffff"
)
_SHARED = "\u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
_EASTERN = rf"[{_SHARED}]*(?:[{_EAST}][{_SHARED}]*)+"
_OTHER = rf"(?:[^\s{_EAST}{_SHARED}]|[{_SHARED}]++(?![{_EAST}]))+"
_WORD = re.compile(rf"(?P<eastern>{_EASTERN})|{_OTHER}")
_INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_WITHOUT_WIDTH = re.compile(r"[\u200b\ufe00-\ufe0f\ufeff]+")


def count_words(blocks: Iterable[Block], notes: Iterable[Note] = ()) -> int:
    """Return the number of words in ``blocks``, and in ``notes`` where they count."""
    return sum(_words_of(_INVISIBLE.sub("", text)) for text in _texts(blocks, notes))


def count_characters(blocks: Iterable[Block], notes: Iterable[Note] = ()) -> int:
    """Return the number of characters in ``blocks`` and ``notes``, spaces and new lines included.

    A paragraph ends without a character; signs that only part lines or choose a glyph are none.
    """
    return sum(len(_WITHOUT_WIDTH.sub("", text)) for text in _texts(blocks, notes))


def _words_of(text: str) -> int:
    return sum(len(found["eastern"] or "1") for found in _WORD.finditer(text))


def _texts(blocks: Iterable[Block], notes: Iterable[Note]) -> Iterator[str]:
    for block in blocks:
        yield from map(plain_text, inlines_of(block))
    for note in notes:
        yield plain_text(note.children)
