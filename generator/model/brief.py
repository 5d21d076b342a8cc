"""To whom, when and where: briefs, audiences and document types."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Record, Sensitivity
from generator.model.directory import Contact
from generator.model.scalars import (
    Address,
    Country,
    Day,
    Decimal,
    Locale,
    Name,
    Sentence,
    Slug,
    Text,
    Whole,
    YesNo,
)

FormatName = Literal["pdf", "docx", "html", "md"]


class Checked(Record):
    """When a rule was last checked, and where it was found."""

    on: Day
    source: Text
    address: Address | None = None


class Limits(Record):
    """How long a document may be."""

    words: Whole | None = None
    pages: Whole | None = None


class Audience(Record):
    """``briefs/audiences/<audience>.yaml``: what a kind of reader accepts, expects and limits."""

    name: Sentence
    languages: tuple[Locale, ...]
    formats: tuple[FormatName, ...]
    limits: Limits = Limits()
    checked: Checked


class Page(Record):
    """Page and type of a document; lengths in millimetres, sizes in points."""

    size: Literal["A4", "Letter"] = "A4"
    margin_top: Decimal = 22.0
    margin_bottom: Decimal = 22.0
    margin_inner: Decimal = 25.0
    margin_outer: Decimal = 25.0
    family: Text = "Noto Serif"
    heading_family: Text = "Noto Sans"
    font_size: Decimal = 10.0


class DocumentType(Record):
    """``templates/<document>.yaml``: the rules of a document type."""

    name: Sentence
    audiences: tuple[Slug, ...]
    formats: tuple[FormatName, ...]
    asks_first: YesNo = True
    limits: Limits = Limits()
    page: Page = Page()
    checked: Checked


class Meeting(Record):
    """What the letter is written for."""

    name: Sentence
    place: Sentence
    start: Day
    end: Day


class Signatory(Record):
    """An organisation asked to sign; only one that agreed is printed."""

    organisation: Name
    state: Literal["asked", "agreed", "declined", "withdrawn"]


class Select(Record):
    """Which recommendations of each theme go in, and how much supports each.

    1 is the highest priority. ``evidence`` and ``cases`` are the most that one
    recommendation may have of them; the first that it names go in.
    """

    per_theme: Whole | None = None
    max_priority: Whole | None = None
    evidence: Whole | None = None
    cases: Whole | None = None
    include: tuple[Slug, ...] = ()
    exclude: tuple[Slug, ...] = ()


class Delivery(Record):
    """One document for one group of readers. What is absent is as the brief says."""

    id: Slug
    audience: Slug
    clearance: Sensitivity = "public"
    document: Slug
    addressees: tuple[Name, ...]
    jointly: YesNo = True
    asks_first: YesNo | None = None
    locales: tuple[Locale, ...]
    formats: tuple[FormatName, ...]
    subject: Sentence | None = None
    opening: tuple[Sentence, ...] = ()
    closing: tuple[Sentence, ...] = ()
    themes: tuple[Slug, ...] = ()
    select: Select | None = None


class Brief(Record):
    """``briefs/<brief>.yaml``: one meeting or visit, with one or more deliveries."""

    title: Sentence
    country: Country
    date: Day
    reference: Text
    place: Sentence
    meeting: Meeting
    signatories: tuple[Signatory, ...]
    contact: Contact
    notice: Sentence | None = None
    subject: Sentence | None = None
    opening: tuple[Sentence, ...]
    closing: tuple[Sentence, ...] = ()
    themes: tuple[Slug, ...]
    select: Select = Select()
    deliveries: tuple[Delivery, ...]


class Workspace(Record):
    """``workspace.yaml``: what holds for the whole workspace."""

    source_locale: Locale = "en"
