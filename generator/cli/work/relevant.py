"""Which problems of the content are told with a build: those that stand in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from generator.building.blocking import blocking
from generator.building.plan import deliveries_of
from generator.building.request import BuildRequest
from generator.building.waiving import checked, waivers_in, waivers_of
from generator.library import Library
from generator.model.brief import Brief
from generator.problems import Problem, Severity, errors, in_order

_WAIVING = ("workspace", "brief")
"""The kinds of records that have waivers."""


def relevant(
    library: Library, problems: tuple[Problem, ...], request: BuildRequest
) -> tuple[Problem, ...]:
    """Return those errors that stop what is asked for; of a build of everything, all errors.

    What is waived for everything that it would stop is not among them.
    """
    wrong = errors(checked(problems, library, request.today))
    everything = not (request.briefs or request.deliveries or request.locales)
    held = (waivers_in(each) for kind in _WAIVING for each in library.entries(kind))
    if everything and not any(held):
        return wrong
    stopping = in_order(_of_briefs(library, wrong, request, waived=True))
    if not everything:
        return stopping
    met = set(_of_briefs(library, wrong, request, waived=False)).difference(stopping)
    return tuple(each for each in wrong if each not in met)


def _of_briefs(
    library: Library, wrong: tuple[Problem, ...], request: BuildRequest, *, waived: bool
) -> Iterator[Problem]:
    """Yield the errors that concern the briefs asked for; without those that are ``waived``."""
    known = {entry.id: entry for entry in library.entries("brief")}
    for name in request.briefs or known:
        entry = known.get(name)
        if entry is None or entry.record is None:
            yield from (each for each in wrong if each.place.file == f"briefs/{name}.yaml")
            continue
        for delivery in deliveries_of(cast("Brief", entry.record), request):
            found = blocking(wrong, library, entry, delivery)
            waivers = waivers_of(library, entry, delivery, request.today)
            yield from errors(waivers.applied(found)) if waived else found


def worth_telling(
    of_content: Iterable[Problem], of_building: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Return the problems told after a build; notes are for ``brief check``."""
    return in_order(
        each for each in (*of_content, *of_building) if each.severity is not Severity.NOTE
    )


def of_draft(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of a draft that was built all the same: none of them stopped it."""
    warning = Severity.WARNING
    return tuple(
        replace(each, severity=warning) if each.severity is Severity.ERROR else each
        for each in problems
    )
