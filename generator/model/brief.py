"""To whom, when and where: briefs and their deliveries."""

from __future__ import annotations

from typing import Literal

from generator.model.audience import FormatName
from generator.model.base import Record, Sensitivity
from generator.model.brand import Paper
from generator.model.directory import Contact
from generator.model.release import Approval, Embargo, Supersedes
from generator.model.scalars import (
    Address,
    Addressees,
    Clock,
    Country,
    Day,
    Locale,
    Name,
    Sentence,
    Slug,
    Text,
    TimeZone,
    Whole,
    YesNo,
)
from generator.model.waivers import Waiver


class MeetingDeadline(Record):
    """When documents for the meeting must have arrived, as its organiser announced it.

    ``date``: the day.
    ``at``: the hour, as ``12:00``; absent, as the document type says.
    ``time_zone``: the zone of that hour, as in the IANA database.
    ``source``: where it was announced.
    """

    date: Day
    at: Clock | None = None
    time_zone: TimeZone
    source: Address | None = None


class Meeting(Record):
    """What the letter is written for.

    ``name``: what it is, as inside a sentence.
    ``place``: where it is.
    ``start``: its first day.
    ``end``: its last day.
    ``session``: the session or agenda item, as the organiser numbers it.
    ``topic``: what the session is about.
    ``deadline``: when documents must have arrived; absent, as the document type says.
    """

    name: Sentence
    place: Sentence
    start: Day
    end: Day
    session: Sentence | None = None
    topic: Sentence | None = None
    deadline: MeetingDeadline | None = None


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
    ``since``: evidence that became known earlier stays out.
    ``charts``: the most charts of the document, whatever its type says.
    """

    per_theme: Whole | None = None
    max_priority: Whole | None = None
    evidence: Whole | None = None
    cases: Whole | None = None
    include: tuple[Slug, ...] = ()
    exclude: tuple[Slug, ...] = ()
    since: Day | None = None
    charts: Whole | None = None


class Courtesy(Record):
    """Which outputs of a delivery are courtesy copies and not filed; each page says so.

    ``locales``: the languages of courtesy copies.
    ``formats``: the formats of courtesy copies.
    """

    locales: tuple[Locale, ...] = ()
    formats: tuple[FormatName, ...] = ()


class Delivery(Record):
    """One document for one group of readers. What is absent is as the brief says.

    ``audience``: the kind of reader, which decides wording and commitments.
    ``clearance``: the most sensitive content that these readers may see.
    ``document``: the type of document.
    ``variant``: the form of that type, where it has several.
    ``addressees``: the offices it goes to, by their ids or by a table such as
    ``missions.csv``, which stands for all its rows; the letter lists them by rank.
    ``jointly``: one letter to all, or else one letter each.
    ``numbered``: whether letters that go one each carry the number of the copy.
    ``classification``: its own line that says who may read it.
    ``meeting``: its own meeting.
    ``fit``: whether the least important items are left out until the limits hold.
    ``courtesy``: which of its outputs are courtesy copies of what is filed.
    ``accompanies``: the delivery whose files this one goes out with.
    ``keywords``: its own key words; absent, the names of its themes.
    ``asks_first``: whether all asks stand first; absent, as the document type says.
    ``locales``: the languages to build.
    ``formats``: the formats to build.
    ``paper``: its own paper, whatever the document type and the brand say.
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
    variant: Slug | None = None
    addressees: Addressees = ()
    jointly: YesNo = True
    numbered: YesNo = False
    classification: Sentence | None = None
    meeting: Meeting | None = None
    fit: YesNo = False
    courtesy: Courtesy = Courtesy()
    accompanies: Slug | None = None
    keywords: tuple[Sentence, ...] = ()
    asks_first: YesNo | None = None
    locales: tuple[Locale, ...]
    formats: tuple[FormatName, ...]
    paper: Paper | None = None
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
    ``classification``: a line at the head of every page that says who may read it.
    ``embargo``: until when it is not to be published.
    ``version``: which version it is, such as ``2``.
    ``supersedes``: what it takes the place of.
    ``approvals``: who approved what of it.
    ``subject``: the subject line.
    ``opening``: the paragraphs before the asks.
    ``closing``: the paragraphs before the closing formula.
    ``themes``: the themes, in the order of the sections.
    ``select``: what of each theme goes in.
    ``waivers``: the rules that somebody waives for it.
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
    classification: Sentence | None = None
    embargo: Embargo | None = None
    version: Text | None = None
    supersedes: Supersedes | None = None
    approvals: tuple[Approval, ...] = ()
    subject: Sentence | None = None
    opening: tuple[Sentence, ...]
    closing: tuple[Sentence, ...] = ()
    themes: tuple[Slug, ...]
    select: Select = Select()
    waivers: tuple[Waiver, ...] = ()
    deliveries: tuple[Delivery, ...]


class Workspace(Record):
    """``workspace.yaml``: what holds for the whole workspace.

    ``source_locale``: the language in which the sentences are written.
    ``approvers``: who may approve what goes out; where there are any, no final is built that none
    of them approved.
    ``waivers``: the rules that somebody waives for every brief.
    """

    source_locale: Locale = "en"
    approvers: tuple[Text, ...] = ()
    waivers: tuple[Waiver, ...] = ()
