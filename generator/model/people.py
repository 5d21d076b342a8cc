"""The people a sentence may speak of, and their cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.base import Citation, Gender, Names, Record, Sensitivity
from generator.model.naming import Coarse, LegalStatus, Naming, Private, PrivateField
from generator.model.scalars import (
    Country,
    Day,
    Locale,
    Name,
    PartialDay,
    Sentence,
    Slug,
    Text,
    YesNo,
)


class Person(Record):
    """A person whom sentences speak of. Without ``naming`` the id does not tell the name.

    ``names``: the name in each locale, in the grammatical cases that a language needs; absent where
    it stands in the file of identities only.
    ``variants``: other spellings, by which the name is found where it must not stand.
    ``ordinary``: words of the name that are ordinary words too, or begin some: in a letter that may
    not name the person they count only beside another word of the name.
    ``gender``: for languages whose sentences depend on it.
    ``sensitivity``: who may read of the person at all, even described; the name needs ``naming``
    besides.
    ``naming``: why the person may be named; absent, nobody is told the name.
    ``withheld_as``: how a sentence speaks of the person where they may not be named.
    ``coarse``: facts that are too coarse to tell who it is: ``{id:region}``, ``{id:month}``,
    ``{id:age_band}``.
    ``private``: what no letter tells unless a case ``discloses`` it: ``{id:health}``.
    ``perpetrator``: whether they are said to have done wrong, or were found to; then they are named
    only with their ``legal_status`` on the letter's date.
    ``legal_status``: what they were before the law, from when on.
    ``unreviewed``: the locales in which nobody who speaks the language has checked the names yet.
    """

    id: Name
    names: Names = Field(default={})
    variants: tuple[Text, ...] = ()
    ordinary: tuple[Text, ...] = ()
    gender: Gender | None = None
    sensitivity: Sensitivity = "public"
    naming: Naming | None = None
    withheld_as: Names | None = None
    coarse: Coarse | None = None
    private: Private | None = None
    perpetrator: YesNo = False
    legal_status: tuple[LegalStatus, ...] = ()
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


class Identity(Record):
    """The real name behind the id of a person, for documents that are not public.

    ``id``: the id of the person, who stands in the workspace.
    ``names``: the name in each locale, in the grammatical cases that a language needs.
    ``variants``: other spellings, by which the name is found where it must not stand.
    """

    id: Name
    names: Names
    variants: tuple[Text, ...] = ()


class IdentitiesFile(Record):
    """A file of identities, which stands outside the workspace.

    ``people``: the people whose names are kept there.
    """

    people: tuple[Identity, ...]


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
    ``coarse``: what it says instead where the case asks for coarse facts.
    ``happened``: what happened, in one short sentence, for a timeline; absent, it is not in one.
    ``happened_on``: the year, month or day of that, where it is not ``date``.
    ``place``: where the person is held.
    ``next_hearing``: the day of the next hearing; a later letter leaves it out.
    """

    date: Day
    status: Status
    statement: Sentence
    coarse: Sentence | None = None
    happened: Sentence | None = None
    happened_on: PartialDay | None = None
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
    ``withheld``: what becomes of it where one of its people may not be named: they are described,
    it is told in coarse facts, or it is left out.
    ``discloses``: the private facts of its people that each audience is told.
    ``until``: the last day on which it is put forward, because nothing later is known.
    ``checked_on``: the day on which somebody last looked how it stands.
    """

    id: Slug
    country: Country
    themes: tuple[Slug, ...]
    people: tuple[Name, ...] = ()
    history: tuple[Event, ...]
    withheld: Literal["described", "coarse", "omitted"] = "described"
    discloses: Mapping[Slug, tuple[PrivateField, ...]] = {}
    until: Day | None = None
    checked_on: Day | None = None
    sensitivity: Sensitivity = "internal"


class CasesFile(Record):
    """``recommendations/<country>/cases.yaml``: cases with their history.

    ``cases``: the cases.
    """

    cases: tuple[Case, ...]
