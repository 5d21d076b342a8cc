"""Charts tell the truth: like beside like, each counter by itself, parts within their whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from generator.library import Entry, Library
from generator.model.charts import Chart
from generator.model.content import Evidence, Figure
from generator.problems import Problem, problem

_OF_A_WHOLE = ("stacked", "share")


@dataclass(frozen=True, slots=True)
class _Row:
    """A series of a chart, or its whole: where it stands, and its figures."""

    path: tuple[str | int, ...]
    figures: tuple[Figure, ...]


def charts_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of charts whose figures are all there."""
    figures = {each.id: each for each in library.all(Figure)}
    for entry in library.entries("chart"):
        chart = cast("Chart | None", entry.record)
        if chart and all(each in figures for row in _names(chart) for each in row):
            yield from _problems(entry, chart, figures, library)


def _names(chart: Chart) -> Iterator[tuple[str, ...]]:
    yield from (each.figures for each in chart.series)
    yield chart.whole


def _problems(
    entry: Entry, chart: Chart, figures: Mapping[str, Figure], library: Library
) -> Iterator[Problem]:
    series = [
        _Row(("series", at, "figures"), tuple(figures[name] for name in each.figures))
        for at, each in enumerate(chart.series)
    ]
    whole = _Row(("whole",), tuple(figures[name] for name in chart.whole))
    rows = [*series, whole] if chart.whole else series
    for row in rows:
        yield from _each(entry, row, chart, library)
        yield from _periods(entry, row)
    yield from _unlike(entry, rows, chart)
    yield from _alone(entry, rows, figures)
    yield from _lacking(entry, chart, series)
    if chart.kind in _OF_A_WHOLE and chart.whole:
        yield from _parts(entry, series, whole.figures, chart)


def _each(entry: Entry, row: _Row, chart: Chart, library: Library) -> Iterator[Problem]:
    """Yield a problem for each figure that is not exact, or that other sources say."""
    evidence = library.get(Evidence, chart.evidence)
    cited = {each.source for each in evidence.sources} if evidence else None
    for at, figure in enumerate(row.figures):
        where = entry.place(*row.path, at)
        if figure.value < 0:
            yield problem("chart-negative", where, id=entry.id, name=figure.id)
        if figure.qualifier != "exact":
            fields = {"name": figure.id, "qualifier": figure.qualifier}
            yield problem("chart-inexact", where, id=entry.id, **fields)
        if cited is not None and cited.isdisjoint(each.source for each in figure.sources):
            fields = {"name": figure.id, "evidence": chart.evidence}
            yield problem("chart-source", where, id=entry.id, **fields)


def _periods(entry: Entry, row: _Row) -> Iterator[Problem]:
    """Yield a problem for each figure of which nobody can tell where it stands."""
    seen: dict[str | None, str] = {}
    for at, figure in enumerate(row.figures):
        other = seen.setdefault(figure.period, figure.id)
        if other != figure.id or (figure.period is None and len(row.figures) > 1):
            where = entry.place(*row.path, at)
            yield problem("chart-period", where, id=entry.id, name=figure.id)


def _unlike(entry: Entry, rows: Sequence[_Row], chart: Chart) -> Iterator[Problem]:
    """Yield a problem where unlike figures are drawn as if they could be compared or added."""
    stacked = chart.kind in _OF_A_WHOLE
    together = [figure for row in rows for figure in row.figures]
    for key, groups in (
        ("unit", [together]),
        ("counted_by", [together] if stacked else [list(row.figures) for row in rows]),
    ):
        for group in groups:
            first = group[0] if group else None
            unlike = (each for each in group if getattr(each, key) != getattr(first, key))
            other = next(unlike, None)
            if first and other:
                fields = {"name": first.id, "other": other.id, "key": key}
                yield problem("chart-unlike", entry.place("series"), id=entry.id, **fields)


def _alone(entry: Entry, rows: Sequence[_Row], figures: Mapping[str, Figure]) -> Iterator[Problem]:
    """Yield a problem for each figure that is drawn without what others counted."""
    drawn = {figure.id for row in rows for figure in row.figures}
    for row in rows:
        for at, figure in enumerate(row.figures):
            for other in figure.conflicts_with:
                if other in figures and other not in drawn:
                    where = entry.place(*row.path, at)
                    fields = {"name": figure.id, "other": other}
                    yield problem("chart-rival", where, id=entry.id, **fields)


def _lacking(entry: Entry, chart: Chart, series: Sequence[_Row]) -> Iterator[Problem]:
    """Yield a problem for each key without which the chart cannot be read."""
    if not chart.series:
        yield problem("chart-lacks", entry.place("series", key=True), id=entry.id, key="series")
    for row in series:
        if not row.figures:
            where = entry.place(*row.path, key=True)
            yield problem("chart-lacks", where, id=entry.id, key="figures")
    whole_needed = chart.kind in _OF_A_WHOLE and any(
        each.unit != "percent" for row in series for each in row.figures
    )
    if whole_needed and not chart.whole:
        yield problem("chart-lacks", entry.place("kind"), id=entry.id, key="whole")
    named = len(series) > 1 or bool(chart.whole)
    for at, (each, row) in enumerate(zip(chart.series, series, strict=True)):
        counted = row.figures and row.figures[0].counted_by and not chart.whole
        if named and not each.label and not counted:
            where = entry.place("series", at)
            yield problem("chart-lacks", where, id=entry.id, key="label")


def _parts(
    entry: Entry, series: Sequence[_Row], wholes: Sequence[Figure], chart: Chart
) -> Iterator[Problem]:
    """Yield a problem for each part that is not one, and where parts and whole do not agree."""
    rest = False
    for whole in wholes:
        parts = [each for row in series for each in row.figures if each.period == whole.period]
        for row in series:
            for at, each in enumerate(row.figures):
                apart = each.of != whole.id and each.id not in whole.parts
                if each.period == whole.period and apart:
                    fields = {"name": each.id, "whole": whole.id}
                    yield problem("chart-part", entry.place(*row.path, at), id=entry.id, **fields)
        total = sum(each.value for each in parts)
        if total > whole.value and all(each.value <= whole.value for each in parts):
            fields = {"sum": f"{total:.15g}", "whole": whole.id, "value": f"{whole.value:.15g}"}
            yield problem("chart-sum", entry.place("whole"), id=entry.id, **fields)
        rest = rest or total < whole.value
    if rest and not chart.rest:
        yield problem("chart-lacks", entry.place("whole", key=True), id=entry.id, key="rest")
