"""Dates hold: nothing ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.library import Entry, Library
from generator.model.brief import Brief
from generator.model.commitments import Commitment
from generator.model.content import Evidence, Recommendation
from generator.model.directory import Office
from generator.problems import Problem, problem


def dates_hold(library: Library) -> Iterator[Problem]:
    """Yield a problem for each end before its start."""
    for kind in ("brief", "recommendation", "commitment", "office", "evidence"):
        for entry in library.entries(kind):
            match entry.record:
                case Brief(meeting=meeting):
                    yield from _order(
                        entry, ("meeting",), "start", meeting.start, "end", meeting.end
                    )
                case Recommendation(since=since, until=until, deadline=deadline):
                    yield from _order(entry, (), "since", since, "until", until)
                    yield from _order(entry, (), "since", since, "deadline", deadline)
                case Commitment(in_force_from=first, in_force_to=last):
                    yield from _order(entry, (), "in_force_from", first, "in_force_to", last)
                case Evidence(date=known, checked_on=checked):
                    yield from _order(entry, (), "date", known, "checked_on", checked)
                case Office(holders=holders):
                    for index, holder in enumerate(holders):
                        path = ("holders", index)
                        yield from _order(entry, path, "from", holder.from_, "to", holder.to)
                case _:
                    pass


def _order(
    entry: Entry,
    path: tuple[str | int, ...],
    first: str,
    start: date | None,
    last: str,
    end: date | None,
) -> Iterator[Problem]:
    """Yield a problem when ``end`` is before ``start``."""
    if start and end and end < start:
        where = entry.place(*path, last)
        yield problem("end-before-start", where, id=entry.id, first=first, last=last)
