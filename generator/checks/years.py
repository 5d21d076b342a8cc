"""Dates are whole: a day of a month without a year means another year to every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.spoken import key_of, spoken
from generator.language.dates import months
from generator.library import Library
from generator.markup.placeholders import placeholders
from generator.problems import Problem, problem

_FACTS = ("evidence", "response", "case")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def years_are_said(library: Library) -> Iterator[Problem]:
    """Yield a warning for each fact that names a day and no year."""
    names = "|".join(map(re.escape, months(library.settings.source_locale)))
    day = re.compile(rf"(?<!\d)\d{{1,2}}\.?\s+(?:{names})\b|\b(?:{names})\s+\d{{1,2}}(?!\d)")
    for entry, path, text in spoken(library):
        found = day.search(text) if entry.kind in _FACTS else None
        if found and not _says_year(text):
            yield problem(
                "date-without-year",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                date=found[0] if entry.quotable(*path) else "…",
            )


def _says_year(text: str) -> bool:
    """Tell whether a year stands anywhere in a sentence, or is printed there."""
    return bool(_YEAR.search(text)) or any(each.form == "period" for each in placeholders(text))
