"""Plural forms as CLDR has them, and as gettext numbers them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel.plural import to_gettext

from generator.language.cldr import cldr

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_SURE = 200
"""Numbers that are asked; no language has a rule that begins later."""
_EXPONENT = re.compile(r"\be\b")


@dataclass(frozen=True, slots=True)
class GettextRule:
    """The plural forms of a language: CLDR's categories in gettext's order, and the header."""

    categories: tuple[str, ...]
    header: str

    @property
    def count(self) -> int:
        """Return the number of plural forms."""
        return len(self.categories)


@cache
def gettext_rule(locale: str) -> GettextRule:
    """Return the plural forms of ``locale``."""
    rule = cldr(locale).plural_form
    categories = tuple(each for each in _CATEGORIES if each in {*rule.tags, "other"})
    # CLDR's "e" is the exponent of a shortened number ("2 M"), which letters do not write.
    return GettextRule(categories, _EXPONENT.sub("0", to_gettext(rule)))


@cache
def is_of_one_number(locale: str, category: str) -> bool:
    """Tell whether a plural form is used for one number only, so that a word can say it."""
    rule = cldr(locale).plural_form
    return sum(rule(number) == category for number in range(_SURE)) == 1
