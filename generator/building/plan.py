"""Which documents a request asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from generator.building.request import BuildRequest, Job
from generator.library import Library
from generator.model.brief import Brief, Delivery
from generator.selection.addressees import offices_of

_MAIL = "eml"
"""The format that only what accompanies another document is made in."""


def jobs_of(library: Library, request: BuildRequest) -> Iterator[Job]:
    """Yield the documents of ``request``, in the order of briefs and deliveries.

    Of a brief, what accompanies another document comes last.
    """
    for entry in library.entries("brief"):
        brief = cast("Brief | None", entry.record)
        if brief is None or (request.briefs and entry.id not in request.briefs):
            continue
        yield from _of_brief(library, entry.id, brief, request)


def _of_brief(library: Library, name: str, brief: Brief, request: BuildRequest) -> Iterator[Job]:
    """Yield the documents of one brief, each with the one that it accompanies."""
    planned: dict[tuple[str | None, str | None, str], Job] = {}
    for delivery in deliveries_of(brief, request):
        for job in _jobs(library, name, delivery, _formats(delivery, brief, request), request):
            same = planned.get((delivery.accompanies, job.addressee, job.locale))
            joint = planned.get((delivery.accompanies, None, job.locale))
            planned[job.delivery, job.addressee, job.locale] = job
            yield replace(job, accompanies=same or joint)


def deliveries_of(brief: Brief, request: BuildRequest) -> list[Delivery]:
    """Return the deliveries that are asked for, with those that they accompany; those first."""
    asked = [each for each in brief.deliveries if _is_asked(each, request)]
    ids = {each.id for each in asked} | {each.accompanies for each in asked}
    found = (each for each in brief.deliveries if each.id in ids)
    return sorted(found, key=lambda each: each.accompanies is not None)


def _is_asked(delivery: Delivery, request: BuildRequest) -> bool:
    return not request.deliveries or delivery.id in request.deliveries


def _formats(delivery: Delivery, brief: Brief, request: BuildRequest) -> tuple[str, ...]:
    """Return the formats of a delivery: its own too where something else takes its files along."""
    if not request.formats:
        return tuple(dict.fromkeys(delivery.formats))
    wanted = [each for each in request.formats if each != _MAIL or delivery.accompanies]
    taken = any(
        each.accompanies == delivery.id and _is_asked(each, request) for each in brief.deliveries
    )
    own = delivery.formats if taken else ()
    return tuple(dict.fromkeys((*own, *(wanted if _is_asked(delivery, request) else ()))))


def _jobs(
    library: Library,
    brief: str,
    delivery: Delivery,
    formats: tuple[str, ...],
    request: BuildRequest,
) -> Iterator[Job]:
    """Yield the documents of one delivery."""
    addressees = (None,) if delivery.jointly else offices_of(library, delivery) or (None,)
    for locale in dict.fromkeys(delivery.locales):
        if not formats or (request.locales and locale not in request.locales):
            continue
        for addressee in addressees:
            yield Job(brief, delivery.id, addressee, locale, formats)
