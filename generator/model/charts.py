"""Charts: figures that are looked at; the numbers are those of the figures, and stand there."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Record, Sensitivity
from generator.model.scalars import Name, Sentence, Slug

ChartKind = Literal["bar", "stacked", "line", "share"]


class Series(Record):
    """Figures of one thing, counted by one counter.

    ``label``: what is counted; absent, who counted it.
    ``figures``: the figures, in the order of their periods.
    """

    label: Sentence | None = None
    figures: tuple[Name, ...]


class Chart(Record):
    """Figures drawn; it stands beside the evidence that says them, and nowhere without it.

    ``kind``: bars side by side, bars of several parts, lines, or one whole and its parts.
    ``evidence``: the evidence that it draws.
    ``title``: what it shows, without a full stop.
    ``remark``: what else the reader must know, in a sentence below the title.
    ``series``: what is drawn; each is one thing, counted by one counter.
    ``whole``: the figures of which the series are parts, in the order of their periods.
    ``rest``: what the part of the whole that is in no series is called.
    """

    id: Slug
    kind: ChartKind
    evidence: Slug
    title: Sentence
    remark: Sentence | None = None
    series: tuple[Series, ...]
    whole: tuple[Name, ...] = ()
    rest: Sentence | None = None
    sensitivity: Sensitivity = "internal"
