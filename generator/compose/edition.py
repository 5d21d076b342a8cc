"""What a document says of itself as a copy: embargo, number, version, what it replaces."""

from __future__ import annotations

from typing import Any

from generator.compose.fragment import text
from generator.language import cldr, dates
from generator.model.release import Embargo, Supersedes
from generator.selection.chosen import Selection

View = dict[str, Any]


def edition(selection: Selection, locale: str) -> View:
    """Return what a template sees of it; what the brief does not say is ``None``."""
    brief = selection.brief
    return {
        "embargo": _embargo(brief.embargo, locale) if brief.embargo else None,
        "copy": _copy(*selection.copy, locale) if selection.copy else None,
        "version": text(brief.version) if brief.version else None,
        "supersedes": _supersedes(brief.supersedes, locale) if brief.supersedes else None,
    }


def _embargo(embargo: Embargo, locale: str) -> View:
    """Return until when it is not to be published: the day, the hour, the city of the zone."""
    return {
        "date": text(dates.day(embargo.date, locale)),
        "time": text(dates.hour(embargo.moment, locale)),
        "place": text(dates.city(embargo.time_zone, locale)),
    }


def _copy(number: int, of: int, locale: str) -> View:
    return {"number": text(cldr.number(number, locale)), "of": text(cldr.number(of, locale))}


def _supersedes(earlier: Supersedes, locale: str) -> View:
    return {"reference": text(earlier.reference), "date": text(dates.day(earlier.date, locale))}
