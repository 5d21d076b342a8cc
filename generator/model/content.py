"""What we say: themes, commitments, recommendations and the evidence behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.base import Citation, Names, Record, Sensitivity
from generator.model.charts import Chart
from generator.model.people import Status
from generator.model.periods import Counter, Period
from generator.model.scalars import (
    Code,
    Country,
    Day,
    Decimal,
    Name,
    Sentence,
    Slug,
    Text,
    Whole,
)


class Theme(Record):
    """A subject that a letter has a section for.

    ``name``: the heading of the section.
    ``mappings``: what other databases call it, by database; kept for exports.
    """

    id: Slug
    name: Sentence
    mappings: Mapping[Slug, tuple[Text, ...]] = {}


class Wording(Record):
    """What one audience is told of a recommendation; absent parts keep the default wording.

    ``ask``: its own wording of what the State must do.
    ``short``: its own wording in few words.
    ``commitments``: the commitments of this audience that the ask leans on.
    ``raise``: its own wording of what the reader is asked to do or say.
    ``question``: its own wording of the question to ask.
    ``whereas``: its own wording of the ground in a resolution.
    ``calls_on``: its own wording of the call in a resolution.
    ``to``: what others than the State are asked, by recipient of this audience.
    """

    ask: Sentence | None = None
    short: Sentence | None = None
    commitments: tuple[Slug, ...] = ()
    raise_: Sentence | None = Field(default=None, alias="raise")
    question: Sentence | None = None
    whereas: Sentence | None = None
    calls_on: Sentence | None = None
    to: Mapping[Slug, Sentence] = {}


class Recommendation(Record):
    """One thing the State must do: one issue, one action, with a deadline where there is one.

    ``raise``: what the reader is asked to do or say; here, or for each audience.
    ``ask``: what the State must do.
    ``short``: the ask in few words, for documents that have little room.
    ``question``: the question to put to the State.
    ``whereas``: the ground as a clause of a resolution, without the word "whereas".
    ``calls_on``: the call as a clause of a resolution, after "calls on the authorities to".
    ``priority``: 1 comes first, and is the last to be left out.
    ``deadline``: by when; it is printed, and no later letter asks for it.
    ``since``: the first day on which it is made.
    ``until``: the last day on which it is made.
    ``indicator``: how one sees that it was done; for the office, not printed.
    ``commitments``: what the ask leans on, for every audience.
    ``audiences``: for whom it is meant, and what each is told differently; absent, for everybody.
    ``evidence``: what it rests on, the strongest first; at least one.
    ``cases``: the cases that show it, the most telling first.
    ``presumes``: the states of a case in which it makes sense to ask this; absent, all but death.
    ``responses``: what the authorities answer to it.
    """

    id: Slug
    raise_: Sentence | None = Field(default=None, alias="raise")
    ask: Sentence
    short: Sentence | None = None
    question: Sentence | None = None
    whereas: Sentence | None = None
    calls_on: Sentence | None = None
    priority: Whole
    deadline: Day | None = None
    since: Day | None = None
    until: Day | None = None
    indicator: Text | None = None
    commitments: tuple[Slug, ...] = ()
    audiences: Mapping[Slug, Wording] | None = None
    evidence: tuple[Slug, ...]
    cases: tuple[Slug, ...] = ()
    presumes: tuple[Status, ...] = ()
    responses: tuple[Slug, ...] = ()


EvidenceKind = Literal["event", "finding", "statistic", "law"]


class Evidence(Record):
    """A fact with its sources.

    ``date``: the day it became known; no earlier letter cites it.
    ``statement``: the fact, in one or two sentences; resting on one source alone, it says so.
    ``certainty``: how sure it is; for the office, not printed.
    ``headline``: a few words above it in a digest, before it in a country report.
    ``kind``: what kind of fact it is; statistics stand together at the end of some documents.
    ``checked_on``: the day on which somebody last looked whether it still holds.
    ``mappings``: its section in other schemes, where it is not the first of its theme.
    """

    id: Slug
    date: Day
    statement: Sentence
    certainty: Literal["established", "reported", "alleged", "assessed"]
    headline: Sentence | None = None
    kind: EvidenceKind = "event"
    checked_on: Day | None = None
    mappings: Mapping[Slug, Text] = {}
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Response(Record):
    """What the authorities answer.

    ``date``: the day it became known.
    ``statement``: the answer, in one or two sentences.
    ``reply``: what our reader may say to it.
    """

    id: Slug
    date: Day
    statement: Sentence
    reply: Sentence | None = None
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Quotation(Record):
    """What somebody said or wrote, word for word.

    ``date``: the day on which it was said.
    ``text``: the words, without quotation marks; a translation where ``locale`` is another.
    ``locale``: the language in which it was said.
    ``original``: the words in that language, where ``text`` is a translation.
    ``speaker``: the id of the person.
    ``role``: as whom they spoke.
    """

    id: Slug
    date: Day
    text: Sentence
    locale: Code
    original: Text | None = None
    speaker: Name
    role: Sentence
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Figure(Record):
    """A number that sentences refer to: it stands once, and each locale writes it its own way.

    ``value``: the number.
    ``unit``: whether it counts something or is a percentage.
    ``qualifier``: how exact it is; for the office, the sentence says it in words.
    ``period``: the time it is about: a year, month or day, or two of them with a slash between;
    ``{id:period}`` prints it.
    ``place``: the id of the place it is about, where its name has changed.
    ``counted_by``: who counted: an organisation's id, or a name per locale; ``{id:counted_by}``
    prints it.
    ``conflicts_with``: figures of others who counted the same thing; they stand side by side.
    ``parts``: the figures that it is the sum of.
    ``of``: the figure of which it is a part.
    ``note``: what else the office should know; not printed.
    """

    id: Name
    value: Decimal
    unit: Literal["count", "percent"] = "count"
    qualifier: Literal["exact", "at-least", "about", "up-to"] = "exact"
    period: Period | None = None
    place: Name | None = None
    counted_by: Counter | Names | None = None
    conflicts_with: tuple[Name, ...] = ()
    parts: tuple[Name, ...] = ()
    of: Name | None = None
    note: Text | None = None
    sources: tuple[Citation, ...]


class ThemeFile(Record):
    """``recommendations/<country>/<theme>.yaml``: what we say on one theme in one country.

    ``theme``: the id of the theme.
    ``country``: the country that all of it is about.
    ``recommendations``: what we ask for.
    ``evidence``: the facts that it rests on.
    ``responses``: what the authorities answer.
    ``quotations``: what people said of it.
    ``figures``: the numbers that sentences refer to.
    ``charts``: the figures that are drawn.
    """

    theme: Slug
    country: Country
    recommendations: tuple[Recommendation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    responses: tuple[Response, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    charts: tuple[Chart, ...] = ()


class ThemesFile(Record):
    """``recommendations/themes.yaml``: the themes of all countries.

    ``themes``: the themes.
    """

    themes: tuple[Theme, ...]
