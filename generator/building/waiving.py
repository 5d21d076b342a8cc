"""Waivers: an error that somebody openly waives becomes a warning that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from generator.library import Entry, Library
from generator.model.brief import Brief, Delivery
from generator.model.waivers import Waiver
from generator.problems import Place, Problem, Severity, Waived, is_waivable, problem, waived


@dataclass(frozen=True, slots=True)
class Held:
    """A waiver and the place where it stands."""

    waiver: Waiver
    place: Place

    def covers(self, found: Problem) -> bool:
        """Tell whether it is of the rule, and of the record, of a problem."""
        waiver = self.waiver
        return waiver.rule == found.rule and waiver.id in (None, found.id)


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers of which some may hold on the day ``today``."""

    held: tuple[Held, ...]
    today: date

    def applied(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return ``problems`` with a warning for each error that is waived.

        Of a waiver that has ended it is said that it has, beside the error.
        """
        return tuple(each for found in problems for each in self._applied(found))

    def _applied(self, found: Problem) -> Iterator[Problem]:
        error = found.severity is Severity.ERROR and is_waivable(found.rule)
        covering = [each for each in self.held if each.covers(found)] if error else []
        holding = next((each for each in covering if self.today <= each.waiver.until), None)
        yield _waived(found, holding) if holding else found
        if not holding:
            yield from map(_ended, covering)


def waivers_of(library: Library, brief: Entry, delivery: Delivery, today: date) -> Waivers:
    """Return the waivers of a delivery: those of its brief, then those of the workspace."""
    found = (*waivers_in(brief), *_of_workspace(library))
    for_it = (each for each in found if each.waiver.delivery in (None, delivery.id))
    return Waivers(tuple(for_it), today)


def checked(problems: Iterable[Problem], library: Library, today: date) -> tuple[Problem, ...]:
    """Return the problems of the content with what is waived for the workspace, or in a brief.

    A brief waives here what stands in its own file; what else it waives is seen when it is built.
    """
    held = [each for each in _of_workspace(library) if each.waiver.delivery is None]
    of_all = Waivers(tuple(held), today).applied(problems)
    of_briefs = {
        entry.file: [each for each in waivers_in(entry) if each.waiver.delivery is None]
        for entry in library.entries("brief")
    }
    return tuple(
        each
        for found in of_all
        for each in Waivers(tuple(of_briefs.get(found.place.file, ())), today).applied((found,))
    )


def ended(library: Library, today: date) -> Iterator[Problem]:
    """Yield a warning for each waiver that holds no more."""
    briefs = (held for entry in library.entries("brief") for held in waivers_in(entry))
    for each in (*briefs, *_of_workspace(library)):
        if each.waiver.until < today:
            yield _ended(each)


def unused(
    library: Library, briefs: Collection[str], problems: Iterable[Problem], today: date
) -> Iterator[Problem]:
    """Yield a warning for each waiver of ``briefs``, built in full, that waived nothing.

    Those of the workspace are told where all briefs were built.
    """
    used = {each.waived.place for each in problems if each.waived}
    entries = library.entries("brief")
    found = [held for each in entries if each.id in briefs for held in waivers_in(each)]
    if all(each.id in briefs for each in entries):
        found += _of_workspace(library)
    for each in found:
        rule = each.waiver.rule
        if each.place not in used and today <= each.waiver.until and is_waivable(rule):
            yield problem("waiver-unused", each.place, target=rule)


def waivers_in(entry: Entry) -> tuple[Held, ...]:
    """Return the waivers of a brief, or of the workspace."""
    record = cast("Brief | None", entry.record)
    found = enumerate(record.waivers if record else ())
    return tuple(Held(each, entry.place("waivers", at, "rule")) for at, each in found)


def _of_workspace(library: Library) -> tuple[Held, ...]:
    return tuple(each for entry in library.entries("workspace") for each in waivers_in(entry))


def _waived(found: Problem, held: Held) -> Problem:
    waiver = held.waiver
    return waived(found, Waived(waiver.who, waiver.why, waiver.until, held.place))


def _ended(held: Held) -> Problem:
    waiver = held.waiver
    return problem("waiver-ended", held.place, target=waiver.rule, until=waiver.until)
