"""The people a sentence may speak of, and their cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.model.base import Citation, Gender, Names, Record, Sensitivity
from generator.model.scalars import Country, Day, Locale, Name, Sentence, Slug, Text


class Naming(Record):
    """Why a person may be named; without it nobody is.

    ``public-record`` needs the source that made the name public. ``audiences``
    and ``until`` bound the permission; absent, it holds for all and on.
    """

    basis: Literal["consent", "public-record"]
    source: Slug | None = None
    audiences: tuple[Slug, ...] = ()
    until: Day | None = None


class Person(Record):
    """A person; ``variants`` are other spellings that readers and sources use.

    A person without ``naming`` has an id that does not tell the name.
    """

    id: Name
    names: Names
    variants: tuple[Text, ...] = ()
    gender: Gender | None = None
    naming: Naming | None = None
    withheld_as: Names | None = None


class PeopleList(Record):
    """People named together: a placeholder that lists them, and counts them."""

    id: Name
    people: tuple[Name, ...]
    counted: Mapping[
        Locale, Mapping[Literal["zero", "one", "two", "few", "many", "other"], Text]
    ] = {}


class PeopleFile(Record):
    """``recommendations/<country>/people.yaml``."""

    people: tuple[Person, ...]
    lists: tuple[PeopleList, ...] = ()


Status = Literal[
    "charged",
    "detained",
    "house-arrest",
    "imprisoned",
    "restricted",
    "suspended-sentence",
    "fined",
    "released",
    "acquitted",
    "closed",
    "deceased",
    "exile",
    "pending",
    "decided",
]


class Event(Record):
    """What was true of a case from ``date`` on, until the next event."""

    date: Day
    status: Status
    statement: Sentence
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Case(Record):
    """A case with its history; a letter states what was true on its own date.

    ``until`` is the last day on which the case is put forward, because nothing
    later is known.
    """

    id: Slug
    country: Country
    themes: tuple[Slug, ...]
    people: tuple[Name, ...] = ()
    history: tuple[Event, ...]
    until: Day | None = None
    sensitivity: Sensitivity = "internal"


class CasesFile(Record):
    """``recommendations/<country>/cases.yaml``."""

    cases: tuple[Case, ...]
