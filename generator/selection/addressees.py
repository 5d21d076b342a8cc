"""The offices a letter goes to, in the order of protocol, with who holds them on its date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.library import Entry, Library
from generator.model.brief import Brief
from generator.model.directory import Holder, Office
from generator.problems import Problem, problem
from generator.selection.chosen import Addressee


def addressees_of(
    library: Library, ids: Iterable[str], brief_entry: Entry, brief: Brief, at: int
) -> tuple[tuple[Addressee, ...], list[Problem]]:
    """Return the addressees by rank, and a problem for each office that nobody holds."""
    found: list[Addressee] = []
    problems: list[Problem] = []
    for each in ids:
        office = library.get(Office, each)
        if office is None:
            continue
        holder = holder_on(office, brief.date)
        if holder is None:
            where = brief_entry.place("deliveries", at, "addressees")
            problems.append(
                problem("office-vacant", where, id=brief_entry.id, office=each, date=brief.date)
            )
            continue
        found.append(Addressee(office, holder))
    return tuple(sorted(found, key=lambda each: each.office.rank)), problems


def holder_on(office: Office, on: date) -> Holder | None:
    """Return who holds ``office`` on the day ``on``; the later entry where two overlap."""
    held = [
        holder
        for holder in office.holders
        if (holder.from_ is None or holder.from_ <= on) and (holder.to is None or on <= holder.to)
    ]
    return held[-1] if held else None
