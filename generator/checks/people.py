"""Naming holds: whoever is named has a basis, whoever is not can still be spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.library import Entry, Library
from generator.model.people import Person
from generator.problems import Problem, problem


def naming_holds(library: Library) -> Iterator[Problem]:
    """Yield a problem for each person whose naming or withholding is not complete."""
    for entry in library.entries("person"):
        person = cast("Person | None", entry.record)
        if person is None:
            continue
        naming = person.naming
        if naming and naming.basis == "public-record" and naming.source is None:
            yield problem("naming-without-source", entry.place("naming", key=True), id=person.id)
        if not person.withheld_as and not naming:
            yield problem("withheld-form-missing", entry.place("id"), id=person.id)
        yield from _spelt_alike(entry, person)


def _spelt_alike(entry: Entry, person: Person) -> Iterator[Problem]:
    """Yield a problem for each language in which the forms of the name begin differently."""
    for locale, forms in person.names.items():
        if isinstance(forms, str):
            continue
        several = list(dict.fromkeys(forms.values()))
        if any(not _alike(several[0], each) for each in several[1:]):
            shown = ", ".join(several) if entry.quotable("names") else "…"
            where = entry.place("names", locale, key=True)
            yield problem("name-forms-differ", where, id=person.id, locale=locale, forms=shown)


def _alike(one: str, other: str) -> bool:
    """Tell whether two forms of a name have the same words, endings aside."""
    words = list(zip(one.split(), other.split(), strict=False))
    same_length = len(one.split()) == len(other.split())
    return same_length and all(
        a[: _stem(a, b)].casefold() == b[: _stem(a, b)].casefold() for a, b in words
    )


def _stem(one: str, other: str) -> int:
    """Return how many letters two forms of a word must share: endings of cases have up to four."""
    return max(1, min(len(one), len(other)) - 4)
