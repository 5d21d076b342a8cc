"""The people a sentence may speak of, and their cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.model.base import Citation, Gender, Names, Record, Sensitivity
from generator.model.scalars import Country, Day, Locale, Name, Sentence, Slug, Text


class Naming(Record):
    """Why a person may be named; without it nobody is.

    ``basis``: they agreed, or their name is public already.
    ``source``: the source that made the name public; ``public-record`` needs it.
    ``audiences``: the audiences to which they may be named; absent, all.
    ``until``: the last day on which they may be named; absent, there is none.
    """

    basis: Literal["consent", "public-record"]
    source: Slug | None = None
    audiences: tuple[Slug, ...] = ()
    until: Day | None = None


class Person(Record):
    """A person whom sentences speak of. Without ``naming`` the id does not tell the name.

    ``names``: the name in each locale, in the grammatical cases that a language needs.
    ``variants``: other spellings, by which the name is found where it must not stand.
    ``gender``: for languages whose sentences depend on it.
    ``naming``: why the person may be named; absent, nobody is told the name.
    ``withheld_as``: how a sentence speaks of the person where they may not be named.
    ``unreviewed``: the locales in which nobody who speaks the language has checked the names yet.
    """

    id: Name
    names: Names
    variants: tuple[Text, ...] = ()
    gender: Gender | None = None
    naming: Naming | None = None
    withheld_as: Names | None = None
    unreviewed: tuple[Locale, ...] = ()


class PeopleList(Record):
    """People named together: a placeholder that lists them, and counts them.

    ``people``: the ids of the people, in the order in which they are named.
    ``counted``: the phrase that ``{id:count}`` prints, by locale and plural form; ``{n}`` is the
    number.
    """

    id: Name
    people: tuple[Name, ...]
    counted: Mapping[
        Locale, Mapping[Literal["zero", "one", "two", "few", "many", "other"], Text]
    ] = {}


class PeopleFile(Record):
    """``recommendations/<country>/people.yaml``: everybody whom sentences may speak of.

    ``people``: the people.
    ``lists``: people who are named together.
    """

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
    """What was true of a case from ``date`` on, until the next event.

    ``date``: the first day on which it was true.
    ``status``: the state of the case; for tables, the sentence says it in words.
    ``statement``: what a letter says of the case while this is its latest event.
    ``place``: where the person is held.
    ``next_hearing``: the day of the next hearing; a later letter leaves it out.
    """

    date: Day
    status: Status
    statement: Sentence
    place: Sentence | None = None
    next_hearing: Day | None = None
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Case(Record):
    """A case with its history; a letter states what was true on its own date.

    ``country``: the country whose authorities are responsible.
    ``themes``: the themes it is about; for tables and searches.
    ``people``: the ids of those concerned.
    ``history``: what was true from when on, the earliest first.
    ``until``: the last day on which it is put forward, because nothing later is known.
    ``checked_on``: the day on which somebody last looked how it stands.
    """

    id: Slug
    country: Country
    themes: tuple[Slug, ...]
    people: tuple[Name, ...] = ()
    history: tuple[Event, ...]
    until: Day | None = None
    checked_on: Day | None = None
    sensitivity: Sensitivity = "internal"


class CasesFile(Record):
    """``recommendations/<country>/cases.yaml``: cases with their history.

    ``cases``: the cases.
    """

    cases: tuple[Case, ...]
