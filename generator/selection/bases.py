"""Whether a person may be named to a reader, and what else of them this reader may be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.library import Library
from generator.model.base import Names, Sensitivity, last_day, may_read
from generator.model.naming import COARSE_FORMS, Naming, PrivateField
from generator.model.people import Case, Person
from generator.model.sources import Source
from generator.selection.decisions import Decision, decision

Detail = Names | str | date
"""A fact of a person: by locale, the same in all of them, or a day."""

_OF_THE_UNNAMED: frozenset[PrivateField] = frozenset({"health"})
"""The private facts that do not tell who somebody is."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, in which language, cleared for what, and when.

    ``on`` is the date of the letter; ``now``, no earlier, the day on which it is made.
    """

    audience: str
    locale: str
    clearance: Sensitivity
    on: date
    now: date


def refusals(library: Library, person: Person, reader: Reader) -> Iterator[Decision]:
    """Yield why ``person`` may not be named to ``reader``; nothing if they may."""
    out = partial(decision, person.id, "person", included=False)
    naming = person.naming
    if not may_read(reader.clearance, person.sensitivity):
        yield out("above-clearance", sensitivity=person.sensitivity, clearance=reader.clearance)
        return
    if naming is None:
        yield out("no-basis")
        return
    yield from _unfounded(library, person.id, naming, reader)
    if naming.audiences and reader.audience not in naming.audiences:
        yield out("basis-other-audience", audience=reader.audience)
    if naming.locales and reader.locale not in naming.locales:
        yield out("basis-other-locale", locale=reader.locale)
    if naming.until and naming.until < reader.now:
        yield out("basis-ended", date=naming.until)
    if person.perpetrator and status_of(library, person, reader) is None:
        yield out("no-legal-status", locale=reader.locale)


def _unfounded(library: Library, id: str, naming: Naming, reader: Reader) -> Iterator[Decision]:  # noqa: A002 (ids are called id everywhere)
    """Yield why the basis itself is none, on the letter's date and for its clearance."""
    out = partial(decision, id, "person", included=False)
    if naming.withdrawn_on:
        yield out("basis-withdrawn", date=naming.withdrawn_on)
    if naming.undocumented:
        yield out("basis-undocumented")
    if naming.basis == "consent":
        if naming.given_on and naming.given_on > reader.on:
            yield out("basis-later", date=naming.given_on)
        return
    source = library.get(Source, naming.source) if naming.source else None
    if source is None or not may_read(reader.clearance, source.sensitivity):
        yield out("basis-not-shown", clearance=reader.clearance)
    elif last_day(source.date) > reader.on:
        yield out("record-later")


def name_elsewhere(person: Person) -> Iterator[Decision]:
    """Yield why somebody cannot be named although they may be: the name is not here."""
    if not person.names:
        yield decision(person.id, "person", "name-elsewhere", included=False)


def is_secret(library: Library, person: Person, reader: Reader) -> bool:
    """Tell whether a name that a letter does not give must not stand in it by any other way.

    A name that became public only after the letter's date is no secret: somebody who holds an
    office, and is addressed by it, has the same name.
    """
    naming = person.naming
    source = library.get(Source, naming.source) if naming and naming.source else None
    if source is None:
        return next(refusals(library, person, reader), None) is not None
    since = max(reader.on, last_day(source.date))
    later = replace(reader, on=since, now=max(reader.now, since))
    return next(refusals(library, person, later), None) is not None


def _may_cite(library: Library, source: str | None, reader: Reader) -> bool:
    """Tell whether a reader may see a source, and it is no later than the letter."""
    found = library.get(Source, source) if source else None
    return (
        found is not None
        and may_read(reader.clearance, found.sensitivity)
        and last_day(found.date) <= reader.on
    )


def status_of(library: Library, person: Person, reader: Reader) -> Names | None:
    """Return what somebody is before the law on the letter's date, if it can be said."""
    known = [each for each in person.legal_status if each.from_ <= reader.on]
    if not known:
        return None
    latest = max(known, key=lambda each: each.from_)
    said = reader.locale in latest.as_ and _may_cite(library, latest.source, reader)
    return latest.as_ if said else None


def disclosed(library: Library, reader: Reader) -> Mapping[str, frozenset[PrivateField]]:
    """Return the private facts that cases disclose to a reader, by person."""
    found: dict[str, frozenset[PrivateField]] = defaultdict(frozenset)
    for case in library.all(Case):
        told = case.discloses.get(reader.audience)
        if told and may_read(reader.clearance, case.sensitivity):
            for each in case.people:
                found[each] |= frozenset(told)
    return found


def details_of(
    person: Person, told: frozenset[PrivateField], *, named: bool
) -> Mapping[str, Detail]:
    """Return the facts of a person that a reader may be told: coarse ones, and those disclosed."""
    kept = told if named else told & _OF_THE_UNNAMED
    found = {key: getattr(person.coarse, key, None) for key in COARSE_FORMS}
    found |= {key: getattr(person.private, key, None) for key in kept}
    return {key: value for key, value in found.items() if value is not None}


def open_to_all(library: Library, person: Person) -> bool:
    """Tell whether every reader may know the name, whoever reads in whatever language."""
    naming = person.naming
    if naming is None or person.perpetrator or person.sensitivity != "public":
        return False
    bounded = naming.audiences or naming.locales or naming.until or naming.withdrawn_on
    if bounded or naming.undocumented:
        return False
    source = library.get(Source, naming.source) if naming.source else None
    return naming.basis == "consent" or (source is not None and source.sensitivity == "public")
