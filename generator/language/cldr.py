"""Dates, intervals, lists and numbers as each language writes them, from CLDR by Babel."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from generator.letter import Direction

_RTL = "right-to-left"


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


def direction(locale: str) -> Direction:
    """Return the direction in which the language is written."""
    return "rtl" if cldr(locale).character_order == _RTL else "ltr"


@cache
def script(locale: str) -> str:
    """Return the script in which the language is written, by CLDR's likely subtags: "Cyrl"."""
    where = cldr(locale)
    if where.script:
        return where.script
    likely = get_global("likely_subtags")
    named = "_".join(filter(None, (where.language, where.territory)))
    return parse_locale(likely.get(named) or likely.get(where.language) or "und_Latn")[2] or "Latn"


def day(value: date, locale: str) -> str:
    """Return a day in full: "22 June 2026", "22 июня 2026 г."."""
    return format_date(value, "long", locale=cldr(locale))


def partial_day(value: str, locale: str) -> str:
    """Return a year, a month or a day, as far as it is known: "2024", "May 2019"."""
    match [int(part) for part in value.split("-")]:
        case [year, month, in_month]:
            return day(date(year, month, in_month), locale)
        case [year, month]:
            first = date(year, month, 1)
            return format_skeleton("yMMMM", first, locale=cldr(locale), fuzzy=True)
        case _:
            return value


def interval(start: date, end: date, locale: str) -> str:
    """Return the days from ``start`` to ``end``: "22–23 June 2026".

    CLDR gives intervals with short months only: its pattern is taken and the
    month written in full.
    """
    if start == end:
        return day(start, locale)
    where = cldr(locale)
    field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    patterns = where.interval_formats["yMMMd"].get(field)
    match [_long_month(pattern) for pattern in patterns or ()]:
        case [first, last]:
            return format_date(start, first, locale=where) + format_date(end, last, locale=where)
        case _:
            between = str(where.interval_formats[None])
            return between.format(day(start, locale), day(end, locale))


def _long_month(pattern: str) -> str:
    """Return a CLDR pattern with the month in full."""
    return pattern.replace("MMM", "MMMM").replace("LLL", "LLLL")


def joined(items: Sequence[str], locale: str) -> str:
    """Return ``items`` as a list in running text: "A, B and C"."""
    return format_list(list(items), style="standard", locale=cldr(locale)) if items else ""


def number(value: float, locale: str) -> str:
    """Return a number with the language's separators."""
    return format_decimal(value, locale=cldr(locale))


def percent(value: float, locale: str) -> str:
    """Return a share of a hundred: 73 as "73%" or "73 %"."""
    return format_percent(value / 100, locale=cldr(locale))


def plural(value: int, locale: str) -> str:
    """Return the CLDR plural category of ``value``: "one", "few", "other"."""
    return str(cldr(locale).plural_form(value))


def language_name(locale: str, *, into: str) -> str:
    """Return what ``locale`` is called in the language ``into``: "Russian"."""
    names = cldr(into).languages
    return str(names.get(locale) or names.get(locale.split("-", maxsplit=1)[0]) or locale)
