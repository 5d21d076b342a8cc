"""What tables have in common in every format: the widths of columns, which rows may break."""

from __future__ import annotations

import re
import unicodedata

from generator.letter import Inlines, PageRules, Table, plain_text

# A paragraph or a cell of more characters than this, about ten lines, need not stay on one page.
LONG = 850

_EM = 25.4 / 72
_CHARACTER = 0.46  # of the size of the text: the usual width of a character in a table
_ALONE = 1.2  # a word or a day by itself is wider than as many characters of a sentence
_GAP = 2.5  # characters between two columns
_CROWDED = 0.7  # of a line: where short texts take more, they may have two lines
_LINE = 60  # a longer text may as well have more lines
_SHORT = 16  # a text that had better stay in one line: a name, a day
_LONGEST_WORD = 24  # what is longer may break
_WIDE = frozenset("WF")
_WORD = re.compile(r"[^\s/\u2e80-\u9fff\uff00-\uffef]+/?|.")


def column_shares(table: Table, page: PageRules) -> tuple[float, ...]:
    """Return the share of the text's width that each column of ``table`` has; together 1.

    A column has room for its longest word, and for all of a short text where that leaves enough
    for the others; of the rest it has the more the longer its texts are.
    """
    columns = [
        tuple(map(plain_text, column)) for column in zip(table.header, *table.rows, strict=True)
    ]
    room = _characters(page) - _GAP * len(columns)
    wishes = [max(map(_wish, texts)) for texts in columns]
    words = [max(map(_longest_word, texts)) for texts in columns]
    short = [
        wish if wish <= _ALONE * _SHORT else word for word, wish in zip(words, wishes, strict=True)
    ]
    least = short if sum(short) <= _CROWDED * room else words
    spare, missing = room - sum(least), sum(wishes) - sum(least)
    part = spare / missing if spare > 0 and missing > 0 else 0
    widths = [each + part * (wish - each) + _GAP for each, wish in zip(least, wishes, strict=True)]
    return tuple(width / sum(widths) for width in widths)


def may_break(row: tuple[Inlines, ...]) -> bool:
    """Say whether a row is so long that a page may end in it."""
    return any(len(plain_text(cell)) > LONG for cell in row)


def _characters(page: PageRules) -> float:
    """Return how many characters a line of a table has, more or less."""
    return page.text_width / (page.font_size * _EM * _CHARACTER)


def _wish(text: str) -> float:
    """Return how wide a column would best be for ``text``, in characters."""
    longest = max(map(_length, text.split("\n")))
    if longest <= _SHORT:
        return _ALONE * longest
    wish = longest if longest <= _LINE else _LINE * (longest / _LINE) ** 0.75
    return max(wish, _longest_word(text))


def _longest_word(text: str) -> float:
    """Return how many usual characters are as wide as the longest word of ``text``."""
    return _ALONE * min(max(map(_length, _WORD.findall(text)), default=0), _LONGEST_WORD)


def _length(text: str) -> int:
    """Return how many Latin characters are as wide as ``text``."""
    return sum(1 + (unicodedata.east_asian_width(each) in _WIDE) for each in text)
