"""Which documents a request asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.building.request import BuildRequest, Job
from generator.library import Library
from generator.model.brief import Brief, Delivery


def jobs_of(library: Library, request: BuildRequest) -> Iterator[Job]:
    """Yield the documents of ``request``, in the order of briefs and deliveries."""
    for entry in library.entries("brief"):
        brief = cast("Brief | None", entry.record)
        if brief is None or (request.briefs and entry.id not in request.briefs):
            continue
        for delivery in brief.deliveries:
            if request.deliveries and delivery.id not in request.deliveries:
                continue
            yield from _jobs(entry.id, delivery, request)


def _jobs(brief: str, delivery: Delivery, request: BuildRequest) -> Iterator[Job]:
    """Yield the documents of one delivery."""
    addressees = (None,) if delivery.jointly else delivery.addressees or (None,)
    formats = dict.fromkeys(request.formats or delivery.formats)
    for locale in dict.fromkeys(delivery.locales):
        if request.locales and locale not in request.locales:
            continue
        for addressee in addressees:
            yield Job(brief, delivery.id, addressee, locale, tuple(formats))
