"""Words as they are compared: what a word processor changes by itself makes no difference."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.inspection.word_story import Mark, Piece

_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of languages that put no space between words: each is taken for one."""
_LETTER = rf"(?:(?![{_ALONE}])[^\W_])"
_WORD = re.compile(rf"[{_ALONE}]|{_LETTER}+(?:[\u2019'\u2011-]{_LETTER}+)*|[^\w\s]|_+")
_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′", "'"),
        **dict.fromkeys("\u2010\u2011\u2012–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"),
        **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign: where it stands, as what it is compared, and what was done to it.

    ``mark``: who put it in, with changes tracked. ``comments``: the remarks made on it.
    """

    start: int
    end: int
    same: str
    mark: Mark | None = None
    comments: tuple[str, ...] = ()


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text."""
    found = _WORD.finditer(text)
    return tuple(Word(each.start(), each.end(), same) for each in found if (same := _same(each[0])))


def words_in(pieces: Iterable[Piece]) -> tuple[str, tuple[Word, ...]]:
    """Return the text of pieces, and its words with what was done to them."""
    kept = tuple(pieces)
    text = "".join(each.text for each in kept)
    marks = [each for each in kept for _ in each.text]
    return text, tuple(
        Word(
            each.start,
            each.end,
            each.same,
            next((m for p in marks[each.start : each.end] if (m := p.mark)), None),
            tuple(dict.fromkeys(c for p in marks[each.start : each.end] for c in p.comments)),
        )
        for each in words_of(text)
    )


def _same(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_SAME)


def key_of(words: Iterable[Word]) -> tuple[str, ...]:
    """Return what two texts share that say the same."""
    return tuple(each.same for each in words)


def shared(one: Counter[str], other: Counter[str]) -> float:
    """Return how much two texts share, from 0 to 1, whatever the order of their words."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0
