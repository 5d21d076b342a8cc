"""Who may be named to this reader on this date, and what must go where somebody may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.language.finding import SHORT, plain_words, side_by_side, telling, tells
from generator.library import Library
from generator.model.base import Names, Sensitivity, may_read
from generator.model.naming import PrivateField
from generator.model.people import Person
from generator.selection.bases import (
    Reader,
    details_of,
    disclosed,
    is_secret,
    name_elsewhere,
    refusals,
    status_of,
)
from generator.selection.chosen import PersonShown
from generator.selection.decisions import Decision, decision

__all__ = [
    "every_form",
    "people_shown",
    "plain_words",
    "spellings",
    "telling",
    "tells",
    "withheld_words",
]


def people_shown(
    library: Library,
    *,
    audience: str,
    locale: str,
    clearance: Sensitivity,
    on: date,
    today: date | None = None,
) -> tuple[dict[str, PersonShown], tuple[Decision, ...]]:
    """Return every person as this reader may read of them, with the reasons.

    ``on``: the date of the letter, on which a basis must have been there.
    ``today``: the day on which it is made, on which the basis must not have ended.
    """
    reader = Reader(audience, locale, clearance, on, max(on, today or on))
    told = disclosed(library, reader)
    shown: dict[str, PersonShown] = {}
    decisions: list[Decision] = []
    for person in library.all(Person):
        against = (*refusals(library, person, reader), *name_elsewhere(person))
        refusal = next(iter(against), None)
        decisions.append(refusal or _named(person))
        facts = told.get(person.id, frozenset())
        shown[person.id] = _shown(library, person, facts, reader, named=refusal is None)
    return shown, tuple(decisions)


def _named(person: Person) -> Decision:
    """Return the decision that lets a name in."""
    basis = person.naming.basis if person.naming else ""
    return decision(person.id, "person", "person-named", included=True, basis=basis)


def _shown(
    library: Library, person: Person, told: frozenset[PrivateField], reader: Reader, *, named: bool
) -> PersonShown:
    """Return a person as a reader may read of them; above the clearance there is nothing."""
    if not may_read(reader.clearance, person.sensitivity):
        return PersonShown(person.id, {}, named=False, secret=True)
    status = status_of(library, person, reader) if named and person.perpetrator else None
    return PersonShown(
        person.id,
        person.names if named else person.withheld_as or {},
        named=named,
        secret=not named and is_secret(library, person, reader),
        unreviewed=person.unreviewed,
        details=details_of(person, told, named=named),
        status=status or {},
    )


def withheld_words(library: Library, shown: Mapping[str, PersonShown]) -> frozenset[str]:
    """Return the words that would tell the name of somebody withheld.

    Of a name whose longer words are those of people who are no secret, or ordinary words, any two
    together tell it.
    """
    secret: list[tuple[str, frozenset[str]]] = []
    known: list[str] = []
    for person in library.all(Person):
        if shown[person.id].secret:
            ordinary = frozenset(word for each in person.ordinary for word in plain_words(each))
            secret += ((name, ordinary) for name in spellings(person))
        else:
            known += spellings(person)
    named = {word for name in known for word in telling(name)}
    words = {word for name, ordinary in secret for word in _alone(name, ordinary)} - named
    alone = {word for word in words if len(word) > SHORT}
    unclear = (name for name, ordinary in secret if alone.isdisjoint(_alone(name, ordinary)))
    pairs = {pair for name in unclear for pair in side_by_side(name)}
    return frozenset(words | pairs.difference(*map(side_by_side, known)))


def _alone(name: str, ordinary: frozenset[str]) -> Iterator[str]:
    """Yield the words that tell a name alone: those that are no ordinary words besides."""
    return (word for word in telling(name) if ordinary.isdisjoint(plain_words(word)))


def spellings(person: Person) -> Iterator[str]:
    """Yield every spelling of a person's name, in every locale and case."""
    yield from every_form(person.names)
    yield from person.variants


def every_form(names: Names) -> Iterator[str]:
    """Yield every form of a name."""
    for forms in names.values():
        if isinstance(forms, str):
            yield forms
        else:
            yield from forms.values()
