"""Places are called by the name of the date: one name a day, and never written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import cast

from generator.checks.spoken import key_of, spoken
from generator.library import Library
from generator.markup.placeholders import without_placeholders
from generator.model.base import Names
from generator.model.places import NamedPlace
from generator.problems import Problem, problem

_EXACT = "quotation"
"""What somebody said stays as it was said."""


def places_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of places whose names have changed, and of sentences that name them."""
    for entry in library.entries("place"):
        if entry.record is not None and not _is_whole(cast("NamedPlace", entry.record)):
            yield problem("place-names-gap", entry.place("names", key=True), id=entry.id)
    names = dict(_spellings(library))
    if not names:
        return
    either = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    for entry, path, text in spoken(library):
        if entry.kind == _EXACT:
            continue
        found = pattern.search(without_placeholders(text))
        if found:
            yield problem(
                "place-written-out",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                name=found[0],
                called=names[found[0]],
            )


def _is_whole(place: NamedPlace) -> bool:
    """Tell whether each day has one name."""
    names = place.names
    if not names or names[0].from_ or names[-1].to:
        return False
    pairs = pairwise(names)
    return all(
        one.to and other.from_ and one.to + timedelta(days=1) == other.from_ for one, other in pairs
    )


def _spellings(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each form of each name of the places, with the id of the place."""
    for place in library.all(NamedPlace):
        if len(place.names) > 1:
            for each in place.names:
                yield from ((form, place.id) for form in _forms(each.names))


def _forms(names: Names) -> Iterator[str]:
    for found in names.values():
        if isinstance(found, str):
            yield found
        else:
            yield from cast("Mapping[str, str]", found).values()
