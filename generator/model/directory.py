"""Addressees and signatories: names and forms of address per locale, as data."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from generator.model.base import Gender, Names, Record
from generator.model.scalars import Address, Country, Day, Locale, Name, Slug, Text, Whole


class FormsOfAddress(Record):
    """How one locale addresses an office-holder in a letter.

    ``block`` is the address block, a line an entry, name first; ``salutation``
    and ``closing`` stand as printed.
    """

    block: tuple[Text, ...]
    salutation: Text
    closing: Text


class Holder(Record):
    """Who holds an office from ``from`` to ``to``, both days included."""

    names: Names | None = None
    gender: Gender | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    checked_on: Day
    source: Address | None = None
    forms: Mapping[Locale, FormsOfAddress]


class Office(Record):
    """An addressee: ``rank`` is the order of protocol, 1 first."""

    id: Name
    titles: Names
    body: Name | None = None
    audience: Slug
    rank: Whole
    postal: Mapping[Locale, tuple[Text, ...]] = {}
    holders: tuple[Holder, ...]


class OfficesFile(Record):
    """``briefs/directory/offices.yaml``."""

    offices: tuple[Office, ...]


class Contact(Record):
    """How a reader reaches somebody."""

    name: Text | None = None
    email: Text | None = None
    telephone: Text | None = None
    web: Address | None = None
    postal: tuple[Text, ...] = ()


class Organisation(Record):
    """A body or a group: signatory, addressee's institution, or one that sentences refer to."""

    id: Name
    names: Names
    short: Names | None = None
    variants: tuple[Text, ...] = ()
    country: Country | None = None
    contact: Contact | None = None


class OrganisationsFile(Record):
    """``briefs/directory/organisations.yaml``."""

    organisations: tuple[Organisation, ...]
