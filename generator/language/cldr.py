"""Lists, numbers, plurals and names of languages, from CLDR by Babel; for dates see ``dates``."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from generator.letter import Direction

_RTL = "right-to-left"
_PAIR = 2
"""Things that one conjunction joins."""


@cache
def languages() -> dict[str, dict[str, Any]]:
    """Return what is known of each language beyond CLDR (``languages.toml``)."""
    text = resources.files("generator.language").joinpath("languages.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def cldr(locale: str) -> Locale:
    """Return the CLDR locale that stands for ``locale``; raise UnknownLocaleError."""
    known = languages().get(locale, {}).get("cldr")
    return Locale.parse(known or locale.replace("-", "_"))


def is_known(locale: str) -> bool:
    """Tell whether CLDR knows ``locale``."""
    try:
        cldr(locale)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def cases(locale: str) -> tuple[str, ...]:
    """Return the grammatical cases in which the language writes names."""
    return tuple(languages().get(locale, {}).get("cases", ("nominative",)))


def has_numbered_months(locale: str) -> bool:
    """Tell whether months have numbers instead of names, as in Chinese."""
    return bool(languages().get(locale, {}).get("numbered_months"))


def direction(locale: str) -> Direction:
    """Return the direction in which the language is written."""
    return "rtl" if cldr(locale).character_order == _RTL else "ltr"


def direction_of(text: str) -> Direction | None:
    """Return the direction of the first letter of ``text`` that has one (UAX #9, P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None


_ISOLATE, _END = "\u2068", "\u2069"
_LATIN = re.compile(r"[A-Za-z][\w./-]*(?: [A-Za-z][\w./-]*)*")


def isolated(text: str, locale: str) -> str:
    """Return ``text`` with Latin names apart, so that each has its place from right to left.

    UAX #9, 2.7: a list of Latin names would else run from left to right among Arabic commas.
    """
    if direction(locale) == "ltr":
        return text
    return _LATIN.sub(lambda found: f"{_ISOLATE}{found[0]}{_END}", text)


def apart(text: str, locale: str) -> str:
    """Return a whole ``text`` that keeps its own direction among others: a number, an address."""
    return text if direction(locale) == "ltr" else f"{_ISOLATE}{text}{_END}"


@cache
def script(locale: str) -> str:
    """Return the script in which the language is written, by CLDR's likely subtags: "Cyrl"."""
    return cldr(locale).script or _likely(locale)[2] or "Latn"


@cache
def territory(locale: str) -> str:
    """Return the territory that a locale names, or where most speakers live: "KZ"."""
    return cldr(locale).territory or _likely(locale)[1] or "001"


def _likely(locale: str) -> tuple[str, str | None, str | None]:
    """Return language, territory and script that CLDR takes for the most likely ones."""
    where = cldr(locale)
    likely = get_global("likely_subtags")
    named = "_".join(filter(None, (where.language, where.territory)))
    return parse_locale(likely.get(named) or likely.get(where.language) or "und_Latn")[:3]


def joined(items: Sequence[str], locale: str) -> str:
    """Return ``items`` as a list in running text: "A, B and C"."""
    own = languages().get(locale, {}).get("list")
    if own and len(items) > _PAIR:
        between, last = own
        return f"{between.join(items[:-1])}{last}{items[-1]}"
    return format_list(list(items), style="standard", locale=cldr(locale)) if items else ""


def number(value: float, locale: str) -> str:
    """Return a number with the language's separators, not rounded."""
    return format_decimal(
        Decimal(str(value)),
        locale=cldr(locale),
        decimal_quantization=False,
        group_separator=_is_grouped(value, locale),
    )


def percent(value: float, locale: str) -> str:
    """Return a share of a hundred, not rounded: 73.5 as "73.5%" or "73,5 %"."""
    return format_percent(
        Decimal(str(value)) / 100,
        locale=cldr(locale),
        decimal_quantization=False,
        group_separator=_is_grouped(value, locale),
    )


def _is_grouped(value: float, locale: str) -> bool:
    """Tell whether the thousands of a number stand apart; Babel does not read CLDR's minimum."""
    return abs(value) >= int(languages().get(locale, {}).get("grouped_from", 0))


def plural(value: int, locale: str) -> str:
    """Return the CLDR plural category of ``value``: "one", "few", "other"."""
    return str(cldr(locale).plural_form(value))


def language_name(locale: str, *, into: str) -> str:
    """Return what ``locale`` is called in the language ``into``: "Russian"."""
    names = cldr(into).languages
    tag = locale.replace("-", "_")
    return str(names.get(tag) or names.get(tag.partition("_")[0]) or locale)


def country_name(code: str, locale: str) -> str:
    """Return what a language calls a country, by its ISO 3166 code."""
    return str(cldr(locale).territories.get(code, code))
