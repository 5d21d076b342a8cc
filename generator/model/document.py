"""Document types: the rules of each, and where they were found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.model.audience import Checked, FormatName, Limits
from generator.model.base import Record
from generator.model.brand import Paper
from generator.model.scalars import (
    Clock,
    Decimal,
    Locale,
    Name,
    Sentence,
    Slug,
    Text,
    TimeZone,
    Whole,
    YesNo,
)

WordingKey = Literal["short", "question", "whereas", "calls_on"]
"""A wording that a recommendation may lack."""


class Page(Record):
    """Page and type of a document; lengths in millimetres, sizes in points.

    ``size``: the paper; absent, that of the brand or of the language.
    ``margin_top``: the margin above the text.
    ``margin_bottom``: the margin below the text, with the notice and the page number in it.
    ``margin_inner``: the margin where lines begin.
    ``margin_outer``: the margin where lines end.
    ``family``: the font of the text; absent, that of the brand.
    ``heading_family``: the font of headings, letterhead and page lines; absent, that of the brand.
    ``font_size``: the size of the text.
    ``plain``: whether the body refuses bold, italics and underlining.
    """

    size: Paper | None = None
    margin_top: Decimal = 22.0
    margin_bottom: Decimal = 22.0
    margin_inner: Decimal = 25.0
    margin_outer: Decimal = 25.0
    family: Text | None = None
    heading_family: Text | None = None
    font_size: Decimal = 10.0
    plain: YesNo = False


class PageOf(Record):
    """What of page and type is different in one format; the rest is as under ``page``.

    ``size``: the paper.
    ``margin_top``: the margin above the text.
    ``margin_bottom``: the margin below the text.
    ``margin_inner``: the margin where lines begin.
    ``margin_outer``: the margin where lines end.
    ``family``: the font of the text.
    ``heading_family``: the font of headings and page lines.
    ``font_size``: the size of the text.
    """

    size: Paper | None = None
    margin_top: Decimal | None = None
    margin_bottom: Decimal | None = None
    margin_inner: Decimal | None = None
    margin_outer: Decimal | None = None
    family: Text | None = None
    heading_family: Text | None = None
    font_size: Decimal | None = None


class Amount(Record):
    """How many items a document has: what is above ``most`` is left out, the least important first.

    ``least``: fewer are a problem, and ``fit`` never goes below.
    ``most``: more do not go in.
    """

    least: Whole = 0
    most: Whole | None = None


class Amounts(Record):
    """How many items of each kind a document has.

    ``recommendations``: in the whole document.
    ``evidence``: of each recommendation; of each theme where the document draws on evidence.
    ``cases``: of each recommendation.
    ``responses``: answers of the authorities, of each recommendation.
    ``prior_recommendations``: in the whole document.
    ``quotations``: in the whole document.
    ``charts``: in the whole document; none where nothing is said.
    """

    recommendations: Amount = Amount()
    evidence: Amount = Amount()
    cases: Amount = Amount()
    responses: Amount = Amount()
    prior_recommendations: Amount = Amount()
    quotations: Amount = Amount()
    charts: Amount = Amount(most=0)


class Filing(Record):
    """What a body accepts as a filing; in other languages and formats there are courtesy copies.

    ``languages``: the languages in which it may be filed.
    ``formats``: the formats in which it may be filed.
    ``checked``: where the rule was found, if not where the other rules were.
    """

    languages: tuple[Locale, ...]
    formats: tuple[FormatName, ...]
    checked: Checked | None = None


class Deadline(Record):
    """When a document must have arrived, counted from the meeting.

    ``days_before``: days before the meeting starts; absent, the organiser announces the day, and
    the brief has it under ``meeting``.
    ``at``: the hour of that day, as ``12:00``.
    ``time_zone``: the zone of that hour, as in the IANA database.
    ``binding``: whether a later document is refused, or built with a warning.
    ``checked``: where the rule was found, if not where the other rules were.
    """

    days_before: Whole | None = None
    at: Clock = "23:59"
    time_zone: TimeZone
    binding: YesNo = False
    checked: Checked | None = None


class Addressing(Record):
    """Whom a document may be addressed to.

    ``least``: the fewest addressees; none means that the document has no address.
    ``most``: the most addressees of one document.
    ``bodies``: the organisations whose offices may be addressed; absent, all.
    ``checked``: where the rule was found, if not where the other rules were.
    """

    least: Whole = 1
    most: Whole | None = None
    bodies: tuple[Name, ...] = ()
    checked: Checked | None = None


class Variant(Record):
    """A form of the document type with limits of its own.

    ``signatories``: the number of signatories from which it holds without being named.
    ``limits``: what differs from the limits of the type.
    """

    id: Slug
    signatories: Whole | None = None
    limits: Limits


class DocumentType(Record):
    """``templates/<document>.yaml``: the rules of a document type.

    ``name``: what this type of document is called.
    ``audiences``: the audiences it is made for.
    ``formats``: the formats it can be built in.
    ``draws_on``: whether it is made of recommendations, or of the evidence of its themes; nothing
    where it only says what it goes out with.
    ``asks_first``: whether all asks stand at the beginning, before the grounds.
    ``requires``: the wordings that it is made of; a recommendation without them stays out.
    ``addressees``: whom it may be addressed to.
    ``amounts``: how many items of each kind it has.
    ``answers``: whether an answer that the authorities have given belongs into it.
    ``sections``: the roles (``::: role``) that a finished document must have.
    ``outline``: the scheme under ``mappings`` whose codes sort the evidence into sections.
    ``limits``: how long it may be.
    ``variants``: forms with limits of their own.
    ``filing``: what the body accepts as a filing; absent, nothing is filed.
    ``deadline``: when it must have arrived.
    ``page``: paper, margins and fonts.
    ``page_of``: what of it is different in a format.
    ``checked``: where the rules were found.
    """

    name: Sentence
    audiences: tuple[Slug, ...]
    formats: tuple[FormatName, ...]
    draws_on: Literal["recommendations", "evidence", "nothing"] = "recommendations"
    asks_first: YesNo = True
    requires: tuple[WordingKey, ...] = ()
    addressees: Addressing = Addressing()
    amounts: Amounts = Amounts()
    answers: YesNo = False
    sections: tuple[Slug, ...] = ()
    outline: Slug | None = None
    limits: Limits = Limits()
    variants: tuple[Variant, ...] = ()
    filing: Filing | None = None
    deadline: Deadline | None = None
    page: Page = Page()
    page_of: Mapping[FormatName, PageOf] = {}
    checked: Checked
