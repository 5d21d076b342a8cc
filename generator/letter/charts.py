"""A chart: what is drawn, in numbers and in the words of the letter's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.letter.inlines import Inlines

Form = Literal["columns", "stacked", "rows", "share", "line"]
"""Columns by period, the same of several parts, rows of one period, a whole, lines by period."""


@dataclass(frozen=True, slots=True)
class Category:
    """What stands on the axis; ``partial`` is a time that is shorter than the others."""

    label: str
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that is drawn, and as it is printed."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One thing that is counted: a mark for each category, none where there is no figure."""

    name: str
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption; the axis of every form begins at zero.

    ``title``: what it shows; it stands in the caption too, which may call notes.
    ``whole``: of what the series are parts; ``rest`` is what the part in no series is called.
    ``absent``: what stands where a category has no figure.
    ``alternative``: everything that the picture shows, in words.
    """

    form: Form
    title: str
    caption: Inlines
    categories: tuple[Category, ...]
    series: tuple[ChartSeries, ...]
    alternative: str
    whole: ChartSeries | None = None
    rest: str = ""
    absent: str = ""


def words_of(chart: Chart) -> tuple[str, ...]:
    """Return every text that stands in the picture."""
    drawn = (*chart.series, *filter(None, (chart.whole,)))
    marks = (each for one in drawn for each in one.marks if each)
    return (
        *(each.label for each in chart.categories),
        *(each.name for each in chart.series),
        *(each.text for each in marks),
        chart.rest,
        chart.absent,
    )


def rows_of(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """Return the numbers as a table: a row of names first, then one for each category.

    Of one category there is a row for each series, which have little room side by side.
    """
    drawn = (*filter(None, (chart.whole,)), *chart.series)
    if len(chart.categories) == 1:
        label = chart.categories[0].label
        first = "" if label == chart.title else label
        return ((first, chart.title), *((each.name, _text(each, 0, chart)) for each in drawn))
    return (
        ("", *(each.name for each in drawn)),
        *(
            (category.label, *(_text(each, at, chart) for each in drawn))
            for at, category in enumerate(chart.categories)
        ),
    )


def _text(series: ChartSeries, at: int, chart: Chart) -> str:
    mark = series.marks[at]
    return mark.text if mark else chart.absent
