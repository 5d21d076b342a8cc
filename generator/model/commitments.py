"""What has been promised and recommended: commitments, and what others asked for before."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Citation, Record, Sensitivity
from generator.model.scalars import (
    Address,
    Country,
    Day,
    PartialDay,
    Sentence,
    Slug,
    Text,
)


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


class CommitmentsFile(Record):
    """``recommendations/commitments/<audience>.yaml``: what one audience's asks lean on.

    ``audience``: the audience to which these commitments may be cited.
    ``commitments``: the commitments.
    """

    audience: Slug
    commitments: tuple[Commitment, ...]


class PriorRecommendation(Record):
    """What a body or other States recommended before, and what became of it.

    ``body``: who recommended it, as a document prints it.
    ``document``: the document it stands in.
    ``paragraph``: the paragraph there.
    ``date``: the day, month or year from which it may be cited.
    ``made_by``: the States that made it; absent, the body itself did.
    ``says``: what it recommends, in one sentence.
    ``position``: what the State answered: supported or noted it; absent, it was not asked.
    ``status``: what has become of it, in our assessment.
    ``status_on``: the day of that assessment.
    ``status_says``: what the assessment rests on, in one sentence.
    ``evidence``: the evidence it rests on.
    ``themes``: the themes it is about.
    ``audiences``: the readers who can use it; absent, all.
    ``sources``: where it stands.
    ``note``: a remark for the office, never printed.
    ``verified``: absent while nobody has read the passage, and then it is never printed.
    """

    id: Slug
    body: Sentence
    document: Text
    paragraph: Text | None = None
    date: PartialDay
    made_by: tuple[Country, ...] = ()
    says: Sentence
    position: Literal["supported", "noted"] | None = None
    status: Literal["implemented", "partly", "not", "unknown"] = "unknown"
    status_on: Day | None = None
    status_says: Sentence | None = None
    evidence: tuple[Slug, ...] = ()
    themes: tuple[Slug, ...]
    audiences: tuple[Slug, ...] = ()
    sources: tuple[Citation, ...]
    sensitivity: Sensitivity = "internal"
    note: Text | None = None
    verified: Verified | None = None


class PriorRecommendationsFile(Record):
    """``recommendations/<country>/prior.yaml``: what others recommended to the country before.

    ``country``: the country to which it was recommended.
    ``prior_recommendations``: what was recommended.
    """

    country: Country
    prior_recommendations: tuple[PriorRecommendation, ...]
