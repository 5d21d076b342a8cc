"""The offices a letter goes to, in the order of protocol, with who holds them on its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from generator.library import Entry, Library
from generator.model.brief import Brief, Delivery
from generator.model.directory import Holder, Office
from generator.model.scalars import is_table
from generator.problems import Problem, problem
from generator.selection.occasion import Addressee


def offices_of(library: Library, delivery: Delivery) -> tuple[str, ...]:
    """Return the ids of the offices that a delivery goes to, each once."""
    named = (each for name in delivery.addressees for each in offices_named(library, name))
    return tuple(dict.fromkeys(named))


def offices_named(library: Library, name: str) -> Iterator[str]:
    """Yield the office called ``name``, or the rows of the table of this name."""
    table = library.entry("table", name)
    if table is not None:
        yield from (each.id for each in library.entries("office") if each.file == table.file)
    elif not is_table(name):
        yield name


def addressees_of(
    library: Library, ids: Iterable[str], brief_entry: Entry, brief: Brief, at: int
) -> tuple[tuple[Addressee, ...], list[Problem]]:
    """Return the addressees by rank, and a problem for each office that nobody holds."""
    found: list[Addressee] = []
    problems: list[Problem] = []
    for each in ids:
        entry = library.entry("office", each)
        if entry is None or entry.record is None:
            continue
        office = cast("Office", entry.record)
        holder = holder_on(office, brief.date)
        if holder is None:
            where = brief_entry.place("deliveries", at, "addressees")
            problems.append(
                problem(
                    "office-vacant",
                    where,
                    id=brief_entry.id,
                    office=each,
                    date=brief.date,
                    file=entry.file,
                )
            )
            continue
        found.append(Addressee(office, holder, entry.file))
    return tuple(sorted(found, key=lambda each: each.office.rank)), problems


def holder_on(office: Office, on: date) -> Holder | None:
    """Return who holds ``office`` on the day ``on``; the later entry where two overlap."""
    held = [
        holder
        for holder in office.holders
        if (holder.from_ is None or holder.from_ <= on) and (holder.to is None or on <= holder.to)
    ]
    return held[-1] if held else None
