"""What we say: themes, commitments, recommendations and the evidence behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.base import Citation, Record, Sensitivity
from generator.model.scalars import (
    Address,
    Code,
    Country,
    Day,
    Decimal,
    Name,
    PartialDay,
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


class Verified(Record):
    """Who read a commitment, in what, and when.

    ``read``: whether somebody read the text itself or a report on it.
    ``address``: where it was read.
    ``read_on``: the day on which it was read.
    """

    read: Literal["text", "report"]
    address: Address
    read_on: Day


class Commitment(Record):
    """A treaty article, political commitment, agreement, resolution or recommendation.

    ``ref``: how a letter cites it.
    ``says``: what it says, in one sentence.
    ``binding``: what kind of promise it is.
    ``date``: the day, month or year from which it may be cited.
    ``in_force_from``: the first day on which it binds; it may be cited before.
    ``in_force_to``: the last day on which it binds; later letters leave it out.
    ``themes``: the themes it is about; for tables and searches.
    ``note``: a remark for the office, never printed.
    ``verified``: absent while nobody has read the passage, and then it is never printed.
    """

    id: Slug
    ref: Sentence
    says: Sentence
    binding: Literal["treaty", "political", "resolution", "recommendation", "eu-law"]
    date: PartialDay
    in_force_from: Day | None = None
    in_force_to: Day | None = None
    themes: tuple[Slug, ...] = ()
    note: Text | None = None
    verified: Verified | None = None


class Wording(Record):
    """What one audience is told of a recommendation; absent parts keep the default wording.

    ``ask``: its own wording of what the State must do.
    ``short``: its own wording in few words.
    ``commitments``: the commitments of this audience that the ask leans on.
    ``raise``: its own wording of what the reader is asked to do or say.
    """

    ask: Sentence | None = None
    short: Sentence | None = None
    commitments: tuple[Slug, ...] = ()
    raise_: Sentence | None = Field(default=None, alias="raise")


class Recommendation(Record):
    """One thing the State must do: one issue, one action, with a deadline where there is one.

    ``raise``: what the reader is asked to do or say; here, or for each audience.
    ``ask``: what the State must do.
    ``short``: the ask in few words, for documents that have little room.
    ``priority``: 1 comes first, and is the last to be left out.
    ``deadline``: by when; it is printed, and no later letter asks for it.
    ``since``: the first day on which it is made.
    ``until``: the last day on which it is made.
    ``indicator``: how one sees that it was done; for the office, not printed.
    ``commitments``: what the ask leans on, for every audience.
    ``audiences``: for whom it is meant, and what each is told differently; absent, for everybody.
    ``evidence``: what it rests on, the strongest first; at least one.
    ``cases``: the cases that show it, the most telling first.
    ``responses``: what the authorities answer to it.
    """

    id: Slug
    raise_: Sentence | None = Field(default=None, alias="raise")
    ask: Sentence
    short: Sentence | None = None
    priority: Whole
    deadline: Day | None = None
    since: Day | None = None
    until: Day | None = None
    indicator: Text | None = None
    commitments: tuple[Slug, ...] = ()
    audiences: Mapping[Slug, Wording] | None = None
    evidence: tuple[Slug, ...]
    cases: tuple[Slug, ...] = ()
    responses: tuple[Slug, ...] = ()


class Evidence(Record):
    """A fact with its sources.

    ``date``: the day it became known; no earlier letter cites it.
    ``statement``: the fact, in one or two sentences; resting on one source alone, it says so.
    ``certainty``: how sure it is; for the office, not printed.
    """

    id: Slug
    date: Day
    statement: Sentence
    certainty: Literal["established", "reported", "alleged", "assessed"]
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Response(Record):
    """What the authorities answer.

    ``date``: the day it became known.
    ``statement``: the answer, in one or two sentences.
    """

    id: Slug
    date: Day
    statement: Sentence
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Figure(Record):
    """A number that sentences refer to: it stands once, and each locale writes it its own way.

    ``value``: the number.
    ``unit``: whether it counts something or is a percentage.
    ``qualifier``: how exact it is; for the office, the sentence says it in words.
    ``period``: the time it is about; for the office.
    ``counted_by``: who counted; for the office, the sentence says it in words.
    """

    id: Name
    value: Decimal
    unit: Literal["count", "percent"] = "count"
    qualifier: Literal["exact", "at-least", "about", "up-to"] = "exact"
    period: Text | None = None
    counted_by: Text | None = None
    sources: tuple[Citation, ...]


class ThemeFile(Record):
    """``recommendations/<country>/<theme>.yaml``: what we say on one theme in one country.

    ``theme``: the id of the theme.
    ``country``: the country that all of it is about.
    ``recommendations``: what we ask for.
    ``evidence``: the facts that it rests on.
    ``responses``: what the authorities answer.
    ``figures``: the numbers that sentences refer to.
    """

    theme: Slug
    country: Country
    recommendations: tuple[Recommendation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    responses: tuple[Response, ...] = ()
    figures: tuple[Figure, ...] = ()


class Source(Record):
    """A document that evidence rests on.

    ``publisher``: who published it, as a note names them; a placeholder if they have an id here.
    ``title``: its title, in its own language.
    ``locale``: the language it is in.
    ``date``: the day, month or year on which it appeared.
    ``address``: where it stands on the web.
    ``archived``: where a copy is kept; for the office, not printed.
    ``retrieved``: the day on which somebody last opened it; for the office, not printed.
    ``kind``: what kind of document it is; for the office, not printed.
    """

    id: Slug
    publisher: Sentence
    title: Text | None = None
    locale: Code
    date: PartialDay
    address: Address | None = None
    archived: Address | None = None
    retrieved: Day | None = None
    kind: Literal[
        "court",
        "law",
        "official-statistic",
        "official-statement",
        "igo",
        "ngo",
        "media",
        "own-monitoring",
    ]
    sensitivity: Sensitivity = "internal"


class SourcesFile(Record):
    """``recommendations/<country>/sources.yaml``: the documents that evidence and cases rest on.

    ``sources``: the documents.
    """

    sources: tuple[Source, ...]


class ThemesFile(Record):
    """``recommendations/themes.yaml``: the themes of all countries.

    ``themes``: the themes.
    """

    themes: tuple[Theme, ...]


class CommitmentsFile(Record):
    """``recommendations/commitments/<audience>.yaml``: what one audience's asks lean on.

    ``audience``: the audience to which these commitments may be cited.
    ``commitments``: the commitments.
    """

    audience: Slug
    commitments: tuple[Commitment, ...]
