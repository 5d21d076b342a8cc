"""What rests on sources: how this reader may see them, a day in a case's history, a chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.charts import ChartKind
from generator.model.content import Figure
from generator.problems import Place
from generator.selection.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Located:
    """Where in a source something stands: the locator of a citation, and its own place."""

    text: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as this reader may see it."""

    source: str
    publisher: Sentence
    title: str | None
    locale: str
    date: str
    address: str | None
    locator: Located | None


@dataclass(frozen=True, slots=True)
class ChosenEvent:
    """What happened in a case; ``date`` is a day, or as much of it as this reader is told."""

    date: str
    statement: Sentence
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ChosenSeries:
    """Figures of one thing by one counter; without a label it is called after who counted."""

    label: Sentence | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ChosenChart:
    """A chart of figures that this reader may all see; its sources are those of the evidence."""

    id: str
    kind: ChartKind
    evidence: str
    title: Sentence
    remark: Sentence | None
    series: tuple[ChosenSeries, ...]
    whole: tuple[Figure, ...]
    rest: Sentence | None
    citations: tuple[Cited, ...]

    def figures(self) -> Iterator[Figure]:
        """Yield every figure that is drawn."""
        for each in self.series:
            yield from each.figures
        yield from self.whole
