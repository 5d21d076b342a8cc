"""To whom, when and where: briefs, audiences and document types."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Record, Sensitivity
from generator.model.directory import Contact
from generator.model.scalars import (
    Address,
    Addressees,
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
    """When a rule was last checked, and where it was found.

    ``checked_on``: the day.
    ``source``: what the rule rests on.
    ``address``: where it can be read.
    """

    checked_on: Day
    source: Text
    address: Address | None = None


class Limits(Record):
    """How long a document may be; a longer one is built, with a warning.

    ``words``: the most words, notes aside.
    ``pages``: the most pages of the PDF.
    """

    words: Whole | None = None
    pages: Whole | None = None


class Audience(Record):
    """``briefs/audiences/<audience>.yaml``: what a kind of reader accepts, expects and limits.

    ``name``: what this kind of reader is called.
    ``languages``: the languages it reads, the usual one first.
    ``formats``: the formats it takes.
    ``limits``: its own limits; the stricter of these and the document's hold.
    ``checked``: when somebody last looked whether this holds.
    """

    name: Sentence
    languages: tuple[Locale, ...]
    formats: tuple[FormatName, ...]
    limits: Limits = Limits()
    checked: Checked


class Page(Record):
    """Page and type of a document; lengths in millimetres, sizes in points.

    ``size``: the paper.
    ``margin_top``: the margin above the text.
    ``margin_bottom``: the margin below the text, with the notice and the page number in it.
    ``margin_inner``: the margin where lines begin.
    ``margin_outer``: the margin where lines end.
    ``family``: the font of the text.
    ``heading_family``: the font of headings, letterhead and page lines.
    ``font_size``: the size of the text.
    """

    size: Literal["A4", "Letter"] = "A4"
    margin_top: Decimal = 22.0
    margin_bottom: Decimal = 22.0
    margin_inner: Decimal = 25.0
    margin_outer: Decimal = 25.0
    family: Text = "Noto Serif"
    heading_family: Text = "Noto Sans"
    font_size: Decimal = 10.0


class DocumentType(Record):
    """``templates/<document>.yaml``: the rules of a document type.

    ``name``: what this type of document is called.
    ``audiences``: the audiences it is made for.
    ``formats``: the formats it can be built in.
    ``asks_first``: whether all asks stand at the beginning, before the grounds.
    ``limits``: how long it may be.
    ``page``: paper, margins and fonts.
    ``checked``: when somebody last looked whether this holds.
    """

    name: Sentence
    audiences: tuple[Slug, ...]
    formats: tuple[FormatName, ...]
    asks_first: YesNo = True
    limits: Limits = Limits()
    page: Page = Page()
    checked: Checked


class Meeting(Record):
    """What the letter is written for.

    ``name``: what it is, as inside a sentence.
    ``place``: where it is.
    ``start``: its first day.
    ``end``: its last day.
    """

    name: Sentence
    place: Sentence
    start: Day
    end: Day


class Signatory(Record):
    """An organisation asked to sign; only one that agreed is printed.

    ``organisation``: the id of the organisation.
    ``state``: what it answered.
    """

    organisation: Name
    state: Literal["asked", "agreed", "declined", "withdrawn"]


class Select(Record):
    """Which recommendations of each theme go in, and how much supports each.

    ``per_theme``: the most recommendations of a theme.
    ``max_priority``: the last priority that goes in; 1 is the highest.
    ``evidence``: the most pieces of evidence of one recommendation; the first it names go in.
    ``cases``: the most cases of one recommendation; the first it names go in.
    ``include``: recommendations that go in whatever their priority, taken before the others.
    ``exclude``: recommendations that stay out.
    """

    per_theme: Whole | None = None
    max_priority: Whole | None = None
    evidence: Whole | None = None
    cases: Whole | None = None
    include: tuple[Slug, ...] = ()
    exclude: tuple[Slug, ...] = ()


class Delivery(Record):
    """One document for one group of readers. What is absent is as the brief says.

    ``audience``: the kind of reader, which decides wording and commitments.
    ``clearance``: the most sensitive content that these readers may see.
    ``document``: the type of document.
    ``addressees``: the offices it goes to, by their ids or by a table such as
    ``missions.csv``, which stands for all its rows; the letter lists them by rank.
    ``jointly``: one letter to all, or else one letter each.
    ``asks_first``: whether all asks stand first; absent, as the document type says.
    ``locales``: the languages to build.
    ``formats``: the formats to build.
    ``subject``: its own subject line.
    ``opening``: its own opening paragraphs.
    ``closing``: its own last paragraphs.
    ``themes``: its own themes, in the order of the sections.
    ``select``: its own rules of selection, all of them.
    """

    id: Slug
    audience: Slug
    clearance: Sensitivity = "public"
    document: Slug
    addressees: Addressees
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
    """``briefs/<brief>.yaml``: one meeting or visit, with one or more deliveries.

    ``title``: what the brief is called, and the subject line where there is no other.
    ``country``: the country whose recommendations it draws on.
    ``date``: the date of the letters; they cite nothing that became known later.
    ``reference``: the number under which the letters are filed.
    ``place``: where the letters are written.
    ``meeting``: what they are written for.
    ``signatories``: who was asked to sign, in the order in which they are printed.
    ``contact``: whom a reader answers.
    ``notice``: a line at the foot of every page.
    ``subject``: the subject line.
    ``opening``: the paragraphs before the asks.
    ``closing``: the paragraphs before the closing formula.
    ``themes``: the themes, in the order of the sections.
    ``select``: what of each theme goes in.
    ``deliveries``: the documents to make.
    """

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
    """``workspace.yaml``: what holds for the whole workspace.

    ``source_locale``: the language in which the sentences are written.
    """

    source_locale: Locale = "en"
