"""Days, months and intervals as each language writes them in full, from CLDR by Babel.

What CLDR lacks or has for tables only stands in ``languages.toml``, with its source.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from babel import Locale
from babel.dates import (
    format_date,
    format_time,
    get_timezone_location,
    match_skeleton,
    split_interval_pattern,
)

from generator.language.cldr import cldr, languages

_TO_THE_DAY = 2
"""A year, a month and a day have two dashes between them."""
_FIELD = re.compile(r"'[^']*'|d+|M{3,}|L{3,}")
"""A text, or what stands for a day or the name of a month, in a pattern of CLDR."""
_BINDING = re.compile(r"(?<=d) (?=['ML])|(?<=d\.) (?=[ML])|(?<=[ML]) (?=d)|(?<=y) (?=')| (?=–)")
"""The spaces of a pattern at which no line may end: "22 June", "2026 m.", before a dash."""
_THIN = re.compile("\u2009(?=–)")


def day(value: date, locale: str) -> str:
    """Return a day in full: "22 June 2026", "22 июня 2026 г."."""
    pattern = _own(locale).get("day") or cldr(locale).date_formats["long"].pattern
    return _written(value, pattern, locale)


def partial_day(value: str, locale: str) -> str:
    """Return a year, a month or a day, as far as it is known: "2024", "May 2019"."""
    match [int(part) for part in value.split("-")]:
        case [year, month, in_month]:
            return day(date(year, month, in_month), locale)
        case [year, month]:
            return _written(date(year, month, 1), _month_pattern(locale), locale)
        case [year] if pattern := _own(locale).get("year"):
            return _written(date(year, 1, 1), pattern, locale)
        case _:
            return value


def hour(value: datetime, locale: str) -> str:
    """Return the hour of a moment, in its own zone: "10:00"."""
    return format_time(value.time(), "short", locale=cldr(locale)).replace(" ", "\u00a0")


def city(time_zone: str, locale: str) -> str:
    """Return the city that a time zone is called after: "Brussels"."""
    found = get_timezone_location(time_zone, locale=cldr(locale), return_city=True)
    return found.replace(" ", "\u00a0")


def months(locale: str) -> tuple[str, ...]:
    """Return the names of the months as they stand in a date."""
    found = _own(locale).get("months") or cldr(locale).months["format"]["wide"].values()
    return tuple(map(str, found))


def first_day(locale: str) -> str | None:
    """Return how the first day of a month is written where that is not "1": "1er"."""
    found: str | None = _own(locale).get("first")
    return found


def interval(start: date, end: date, locale: str) -> str:
    """Return the days from ``start`` to ``end``: "22–23 June 2026".

    CLDR gives intervals with short months only: its pattern is taken and the
    month written in full.
    """
    if start == end:
        return day(start, locale)
    field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    match _interval_patterns(field, locale):
        case [first, last]:
            return _written(start, first, locale) + _written(end, last, locale)
        case _:
            between = str(cldr(locale).interval_formats[None])
            return between.format(day(start, locale), day(end, locale))


def period(value: str, locale: str) -> str:
    """Return a period as far as it is known: "2024", "January–November 2025", "22–23 June 2026"."""
    first, _, last = value.partition("/")
    if not last or first == last:
        return partial_day(first, locale)
    start, end = (
        date(*(int(part) for part in f"{each}-1-1".split("-")[:3])) for each in (first, last)
    )
    precision = first.count("-") if first.count("-") == last.count("-") else 0
    if precision == _TO_THE_DAY:
        return interval(start, end, locale)
    pattern = _months_pattern("M" if start.year == end.year else "y", locale) if precision else []
    match pattern:
        case [one, other]:
            return _written(start, one, locale) + _written(end, other, locale)
        case _:
            between = str(cldr(locale).interval_formats[None])
            return between.format(partial_day(first, locale), partial_day(last, locale))


def _months_pattern(field: str, locale: str) -> list[str]:
    """Return the patterns of two months where ``field`` is the largest that differs."""
    own = _own(locale).get("interval_months") if field == "M" else None
    if own:
        return list(split_interval_pattern(own))
    return list(cldr(locale).interval_formats.get("yMMMM", {}).get(field) or ())


def _interval_patterns(field: str, locale: str) -> list[str]:
    """Return the patterns of both days where ``field`` is the largest that differs."""
    own = _own(locale).get(f"interval_{field}")
    if own:
        return list(split_interval_pattern(own))
    where = cldr(locale)
    found = where.interval_formats.get("yMMMd", {}).get(field) or ()
    if any("M" in part or "L" in part for part in found) and "dd" not in _long(where):
        return [part.replace("dd", "d") for part in found]
    return list(found)


def _month_pattern(locale: str) -> str:
    """Return how a month of a year is written: the month as its own word, not part of a date."""
    skeletons = cldr(locale).datetime_skeletons
    found = _own(locale).get("month") or skeletons.get(match_skeleton("yMMMM", skeletons))
    return str(getattr(found, "pattern", found) or "LLLL y")


def _long(where: Locale) -> str:
    """Return CLDR's pattern of a day in full."""
    return str(where.date_formats["long"].pattern)


def _own(locale: str) -> dict[str, Any]:
    """Return what ``languages.toml`` says of the dates of a language."""
    found: dict[str, Any] = languages().get(locale, {}).get("dates", {})
    return found


def _written(value: date, pattern: str, locale: str) -> str:
    """Return a date by a pattern of CLDR: the month in full, no line ending between its parts."""
    own, first = _own(locale), first_day(locale)

    def field(match: re.Match[str]) -> str:
        found = match[0]
        if found[0] == "d" and value.day == 1 and first:
            return f"'{first}'"
        if found[0] in "ML":
            return f"'{own['months'][value.month - 1]}'" if "months" in own else found[0] * 4
        return found

    bound = _THIN.sub("\u202f", _BINDING.sub("\u00a0", pattern))
    return format_date(value, _FIELD.sub(field, bound), locale=cldr(locale))
