"""Checks of the whole content, once everything is loaded: a tuple of small functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checks.asks import asks_fit_cases
from generator.checks.brand import brand_holds
from generator.checks.briefs import briefs_hold
from generator.checks.cases import cases_hold
from generator.checks.charts import charts_hold
from generator.checks.dates import dates_hold
from generator.checks.figures import figures_hold
from generator.checks.homonyms import names_are_clear
from generator.checks.lists import lists_hold
from generator.checks.locales import locales_known
from generator.checks.people import naming_holds
from generator.checks.places import places_hold
from generator.checks.quotations import quotations_hold
from generator.checks.reachable import recommendations_reachable
from generator.checks.references import references_hold
from generator.checks.release import releases_hold
from generator.checks.sentences import sentences_hold
from generator.checks.sources import evidence_is_sourced
from generator.checks.sourcing import sources_hold
from generator.checks.tone import tone_holds
from generator.checks.waivers import waivers_hold
from generator.checks.years import years_are_said
from generator.library import Library
from generator.problems import Problem, in_order

Check = Callable[[Library], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references_hold,
    evidence_is_sourced,
    dates_hold,
    cases_hold,
    asks_fit_cases,
    sentences_hold,
    figures_hold,
    charts_hold,
    lists_hold,
    places_hold,
    tone_holds,
    years_are_said,
    quotations_hold,
    names_are_clear,
    sources_hold,
    naming_holds,
    recommendations_reachable,
    briefs_hold,
    brand_holds,
    releases_hold,
    locales_known,
    waivers_hold,
)
"""Every check, in no order that matters."""


def check(library: Library) -> tuple[Problem, ...]:
    """Return every problem of the content."""
    return in_order(each for one in CHECKS for each in one(library))
