"""Cases hold together: their events follow one another, and nothing follows what ends them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from generator.library import Entry, Library
from generator.model.people import Case, Status
from generator.model.periods import first_day
from generator.problems import Problem, problem

_AFTER_DEATH: tuple[Status, ...] = ("deceased", "pending", "decided", "closed")
"""What a case can be once the person is dead: what happened is investigated and judged."""


def cases_hold(library: Library) -> Iterator[Problem]:
    """Yield a problem for each event that does not fit the history in which it stands."""
    for entry in library.entries("case"):
        if entry.record is not None:
            case = cast("Case", entry.record)
            yield from _in_order(entry, case)
            yield from _events(entry, case)
            yield from _after_death(entry, case)


def _in_order(entry: Entry, case: Case) -> Iterator[Problem]:
    """Yield a problem for each event that is not later than the one above it."""
    for at, (before, after) in enumerate(pairwise(case.history), start=1):
        where = entry.place("history", at, "date")
        if after.date < before.date:
            yield problem("events-unordered", where, id=entry.id)
        elif after.date == before.date:
            yield problem("events-same-day", where, id=entry.id)


def _events(entry: Entry, case: Case) -> Iterator[Problem]:
    """Yield a problem for each event after the end of its case, or after its next hearing."""
    for at, event in enumerate(case.history):
        if case.until and event.date > case.until:
            yield problem("event-after-until", entry.place("history", at, "date"), id=entry.id)
        if event.happened_on and first_day(event.happened_on) > event.date:
            where = entry.place("history", at, "happened_on")
            yield problem("end-before-start", where, id=entry.id, first="happened_on", last="date")
        if event.next_hearing and event.next_hearing < event.date:
            where = entry.place("history", at, "next_hearing")
            yield problem("end-before-start", where, id=entry.id, first="date", last="next_hearing")


def _after_death(entry: Entry, case: Case) -> Iterator[Problem]:
    """Yield a problem for each later event that only the living can have."""
    death = min((each.date for each in case.history if each.status == "deceased"), default=None)
    for at, event in enumerate(case.history):
        if death and event.date > death and event.status not in _AFTER_DEATH:
            yield problem("event-after-death", entry.place("history", at, "status"), id=entry.id)
