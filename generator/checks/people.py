"""Naming holds: whoever is named has a basis, whoever is not can still be spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from generator.checks.telling import Telling, tells_name
from generator.library import Entry, Library
from generator.model.people import Case, Person
from generator.problems import Problem, problem
from generator.selection.naming import spellings

_CALLED = (
    *("recommendation", "evidence", "response", "quotation", "source", "prior", "list", "figure"),
    "chart",
    "brief",
)
"""What may be called after somebody without being theirs."""


def naming_holds(library: Library) -> Iterator[Problem]:
    """Yield a problem for each person whose naming or withholding is not complete."""
    for entry in library.entries("person"):
        person = cast("Person | None", entry.record)
        if person is None:
            continue
        naming = person.naming
        if naming and naming.basis == "public-record" and naming.source is None:
            yield problem("naming-without-source", entry.place("naming", key=True), id=person.id)
        if naming and naming.undocumented:
            keys = ", ".join(naming.undocumented)
            where = entry.place("naming", key=True)
            yield problem("consent-undocumented", where, id=person.id, keys=keys)
        if person.perpetrator and not person.legal_status:
            yield problem("status-missing", entry.place("perpetrator", key=True), id=person.id)
        if not person.withheld_as and not (naming and person.names):
            yield problem("withheld-form-missing", entry.place("id"), id=person.id)
        yield from _spelt_alike(entry, person)
        if _is_unnamed(person) and tells_name(person.id, spellings(person)):
            yield problem("id-tells-name", entry.place("id"), kind="person")
    yield from _cases(library)
    yield from _others(library)
    yield from _fitting_one(library)


def _is_unnamed(person: Person) -> bool:
    """Tell whether nobody may be told the name, on any day that comes."""
    return person.naming is None or person.naming.withdrawn_on is not None


def _cases(library: Library) -> Iterator[Problem]:
    """Yield a warning for each case that is called after people who may not be named."""
    for entry in library.entries("case"):
        case = cast("Case | None", entry.record)
        people = [library.get(Person, each) for each in case.people] if case else []
        unnamed = [each for each in people if each and _is_unnamed(each)]
        names = (name for each in unnamed for name in spellings(each))
        if len(unnamed) == len(people) and tells_name(entry.id, names):
            yield problem("id-tells-name", entry.place("id"), kind="case")


def _others(library: Library) -> Iterator[Problem]:
    """Yield a warning for each other record that is called after somebody who may not be named."""
    people = list(library.all(Person))
    unnamed = [name for each in people if _is_unnamed(each) for name in spellings(each)]
    if not unnamed:
        return
    named = (name for each in people if not _is_unnamed(each) for name in spellings(each))
    names = Telling(unnamed, named)
    for kind in _CALLED:
        for entry in library.entries(kind):
            if names.tells(entry.id):
                yield problem("id-tells-name", entry.place("id"), kind=kind)


def _fitting_one(library: Library) -> Iterator[Problem]:
    """Yield a warning for each person whose coarse facts together fit one known case only."""
    cases: dict[str, set[str]] = defaultdict(set)
    for case in library.all(Case):
        for each in case.people:
            cases[each].add(case.id)
    alike: dict[str, list[str]] = defaultdict(list)
    coarse = {each.id: repr(each.coarse) for each in library.all(Person) if each.coarse}
    for name, facts in coarse.items():
        alike[facts].append(name)
    for name, facts in coarse.items():
        found = set().union(*(cases.get(each) or {each} for each in alike[facts]))
        if len(alike[facts]) == 1 or len(found) == 1:
            entry = cast("Entry", library.entry("person", name))
            yield problem("fits-one-case", entry.place("coarse", key=True), id=name, name=name)


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
