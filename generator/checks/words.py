"""The words that checks look for in the source language: numbers, months, what cites."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.language.dates import months
from generator.library import Library
from generator.model.tone import Tone

_AROUND = 24
"""So many characters on either side hold the word before and the word after."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one language, in small letters."""

    months: frozenset[str]
    citing: frozenset[str]
    numbers: Mapping[str, int]

    def is_dated(self, text: str, start: int, end: int) -> bool:
        """Tell whether a number is part of a date, or the number of an article."""
        before = _WORD.findall(text[max(0, start - _AROUND) : start])[-1:]
        after = _WORD.findall(text[end : end + _AROUND])[:1]
        beside = {each.casefold() for each in (*before, *after)}
        return bool(beside & self.months) or any(each.casefold() in self.citing for each in before)


def words_of(library: Library) -> Words:
    """Return the words of the source language."""
    locale = library.settings.source_locale
    tone = library.get(Tone, locale)
    return Words(
        months=frozenset(each.casefold() for each in months(locale)),
        citing=frozenset(each.casefold() for each in tone.citing) if tone else frozenset(),
        numbers={each.casefold(): n for each, n in tone.numbers.items()} if tone else {},
    )
