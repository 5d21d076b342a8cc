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
    """A subject that a letter has a section for."""

    id: Slug
    name: Sentence
    mappings: Mapping[Slug, tuple[Text, ...]] = {}


class Verified(Record):
    """Who read a commitment, in what, and when."""

    read: Literal["text", "report"]
    address: Address
    on: Day


class Commitment(Record):
    """A treaty article, political commitment, agreement, resolution or recommendation.

    ``date`` is the day from which it may be cited; ``verified`` is absent while
    nobody has read the passage, and then it is never printed.
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
    """What one audience is told of a recommendation; absent parts keep the default wording."""

    ask: Sentence | None = None
    short: Sentence | None = None
    commitments: tuple[Slug, ...] = ()
    raise_: Sentence | None = Field(default=None, alias="raise")


class Recommendation(Record):
    """One thing the State must do: one issue, one action, with a deadline where there is one.

    ``raise`` is what the reader is asked to do or say, ``ask`` what the State
    must do. ``since`` and ``until`` bound the days on which it is made.
    """

    id: Slug
    raise_: Sentence | None = Field(default=None, alias="raise")
    ask: Sentence
    short: Sentence | None = None
    priority: Whole
    deadline: Day | None = None
    since: Day | None = None
    until: Day | None = None
    indicator: Sentence | None = None
    commitments: tuple[Slug, ...] = ()
    audiences: Mapping[Slug, Wording] | None = None
    evidence: tuple[Slug, ...]
    cases: tuple[Slug, ...] = ()
    responses: tuple[Slug, ...] = ()


class Evidence(Record):
    """A fact with its sources. ``date`` is the day it became known."""

    id: Slug
    date: Day
    statement: Sentence
    certainty: Literal["established", "reported", "alleged", "assessed"]
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Response(Record):
    """What the authorities answer; ``date`` is the day it became known."""

    id: Slug
    date: Day
    statement: Sentence
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"


class Figure(Record):
    """A number that sentences refer to: it stands once, and each locale writes it its own way."""

    id: Name
    value: Decimal
    unit: Literal["count", "percent"] = "count"
    qualifier: Literal["exact", "at-least", "about", "up-to"] = "exact"
    period: Text | None = None
    counted_by: Text | None = None
    sources: tuple[Citation, ...]


class ThemeFile(Record):
    """``recommendations/<country>/<theme>.yaml``."""

    theme: Slug
    country: Country
    recommendations: tuple[Recommendation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    responses: tuple[Response, ...] = ()
    figures: tuple[Figure, ...] = ()


class Source(Record):
    """A document that evidence rests on. ``title`` stays in its own language, ``locale``."""

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
    """``recommendations/<country>/sources.yaml``."""

    sources: tuple[Source, ...]


class ThemesFile(Record):
    """``recommendations/themes.yaml``."""

    themes: tuple[Theme, ...]


class CommitmentsFile(Record):
    """``recommendations/commitments/<audience>.yaml``."""

    audience: Slug
    commitments: tuple[Commitment, ...]
