"""Addressees and signatories: names and forms of address per locale, as data."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from generator.model.base import Gender, Names, Record
from generator.model.scalars import (
    Address,
    Country,
    Day,
    Email,
    Locale,
    Name,
    Sentence,
    Slug,
    Text,
    Whole,
)


class FormsOfAddress(Record):
    """How one locale addresses an office-holder in a letter; all of it stands as printed.

    ``block``: the lines of the address, name first.
    ``salutation``: the greeting, with its comma.
    ``closing``: the closing formula.
    """

    block: tuple[Text, ...]
    salutation: Text
    closing: Text


class Holder(Record):
    """Who holds an office, from when to when; both days included.

    ``names``: the name in each locale; a letter prints ``block``.
    ``from``: the first day in office; absent, it is not known.
    ``to``: the last day in office; absent, they hold it still.
    ``checked_on``: the day on which somebody last looked whether this holds.
    ``source``: where they looked.
    ``gender``: for languages whose forms of address depend on it.
    ``forms``: how a letter addresses them, by locale.
    """

    names: Names | None = None
    gender: Gender | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    checked_on: Day
    source: Address | None = None
    forms: Mapping[Locale, FormsOfAddress]


class Office(Record):
    """An addressee: an office, whoever holds it.

    ``titles``: what a sentence calls the office, as ``{its_id}``, by locale.
    ``body``: the organisation that the office belongs to.
    ``audience``: the kind of reader; absent, that of the delivery.
    ``rank``: the order of protocol where one letter goes to several, 1 first.
    ``postal``: the lines of the postal address, by locale; they follow the address block.
    ``country``: of a mission, the country that it represents.
    ``email``: the e-mail address of the office; no letter prints it.
    ``holders``: who holds it; the letter's date decides.
    ``unreviewed``: the locales whose titles and forms of address nobody who speaks the language
    has checked yet.
    """

    id: Name
    titles: Names
    body: Name | None = None
    audience: Slug | None = None
    rank: Whole
    postal: Mapping[Locale, tuple[Text, ...]] = {}
    country: Country | None = None
    email: Email | None = None
    holders: tuple[Holder, ...]
    unreviewed: tuple[Locale, ...] = ()


class OfficesFile(Record):
    """``briefs/directory/offices.yaml``: the addressees.

    ``offices``: the offices.
    """

    offices: tuple[Office, ...]


class Contact(Record):
    """How a reader reaches somebody.

    ``name``: whom to write to; of an organisation, its placeholder.
    ``email``: the e-mail address.
    ``telephone``: the number, in quotes if it begins with a sign.
    ``web``: the website.
    ``postal``: the lines of the postal address.
    """

    name: Sentence | None = None
    email: Email | None = None
    telephone: Text | None = None
    web: Address | None = None
    postal: tuple[Text, ...] = ()


class Organisation(Record):
    """A body or a group: signatory, addressee's institution, or one that sentences refer to.

    ``names``: the name in each locale, as it stands inside a sentence.
    ``short``: the short name, which ``{id:short}`` prints.
    ``variants``: other spellings; for searches.
    ``country``: where it has its seat.
    ``contact``: how it is reached; a letter prints the contact of the brief.
    ``unreviewed``: the locales in which nobody who speaks the language has checked the names yet.
    """

    id: Name
    names: Names
    short: Names | None = None
    variants: tuple[Text, ...] = ()
    country: Country | None = None
    contact: Contact | None = None
    unreviewed: tuple[Locale, ...] = ()


class OrganisationsFile(Record):
    """``briefs/directory/organisations.yaml``: signatories, institutions, groups.

    ``organisations``: the organisations.
    """

    organisations: tuple[Organisation, ...]
