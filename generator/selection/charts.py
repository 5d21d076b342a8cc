"""Charts: which of them go in. A chart goes where the evidence goes that it draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from generator.library import Entry
from generator.model.charts import Chart, Series
from generator.model.content import Figure
from generator.selection.asked import Asked
from generator.selection.chosen import ChosenEvidence, ChosenTheme, Selection
from generator.selection.cited import ChosenChart, ChosenSeries
from generator.selection.decisions import Decision, decision
from generator.selection.log import Log
from generator.selection.scope import Scope, sentence


def charts_of(
    asked: Asked, themes: tuple[ChosenTheme, ...], scope: Scope, log: Log
) -> tuple[ChosenChart, ...]:
    """Return the charts of the evidence that goes in, in its order, as many as there may be."""
    charts = _by_evidence(scope)
    most = asked.most_charts
    found: list[ChosenChart] = []
    for evidence in {each.id: each for each in _evidence(themes)}.values():
        for entry in charts.get(evidence.id, ()):
            chosen = _chart(entry, evidence, scope)
            if isinstance(chosen, Decision):
                log.decisions.append(chosen)
            elif most is not None and len(found) >= most:
                log.leave_out(entry.id, "chart", "enough", by=asked.delivery.id, limit=most)
            else:
                log.decisions.append(
                    decision(entry.id, "chart", "chart-included", included=True, by=evidence.id)
                )
                found.append(chosen)
    return tuple(found)


def with_its_evidence(selection: Selection) -> Selection:
    """Return ``selection`` without the charts of evidence that it does not have."""
    there = frozenset(each.id for each in _evidence(selection.themes))
    kept = tuple(each for each in selection.charts if each.evidence in there)
    return replace(selection, charts=kept)


def _by_evidence(scope: Scope) -> dict[str, list[Entry]]:
    """Return the charts of each piece of evidence."""
    found: dict[str, list[Entry]] = {}
    for entry in scope.library.entries("chart"):
        if entry.record is not None:
            found.setdefault(cast("Chart", entry.record).evidence, []).append(entry)
    return found


def _evidence(themes: Iterable[ChosenTheme]) -> Iterator[ChosenEvidence]:
    """Yield the evidence of themes, in the order in which a document has it."""
    for theme in themes:
        for each in theme.recommendations:
            yield from each.evidence
        yield from theme.evidence


def _chart(entry: Entry, evidence: ChosenEvidence, scope: Scope) -> ChosenChart | Decision:
    """Return a chart, or why this reader does not get it.

    With one figure that may not be shown the whole chart falls away: what is left would be read as
    everything that there is.
    """
    record = cast("Chart", entry.record)
    if not scope.may_read(record.sensitivity):
        return scope.above_clearance(entry.id, "chart", record.sensitivity)
    for name in _names(record):
        if (why := _hidden(name, scope)) is not None:
            return decision(entry.id, "chart", why, included=False, figure=name)
    texts = (record.title, record.rest, *(each.label for each in record.series))
    said = [each for each in texts if each]
    if not all(map(scope.can_say, said)):
        return decision(entry.id, "chart", "refers-to-none", included=False)
    if any(map(scope.tells_withheld, said)):
        return decision(entry.id, "chart", "name-written-out", included=False)
    return ChosenChart(
        id=entry.id,
        kind=record.kind,
        evidence=evidence.id,
        title=sentence(entry, record.title, "title"),
        remark=scope.optional(entry, record.remark, "remark"),
        series=tuple(_series(entry, at, each, scope) for at, each in enumerate(record.series)),
        whole=_figures(record.whole, scope),
        rest=sentence(entry, record.rest, "rest") if record.rest else None,
        citations=evidence.citations,
    )


def _names(record: Chart) -> Iterator[str]:
    """Yield the id of every figure of a chart."""
    for each in record.series:
        yield from each.figures
    yield from record.whole


def _hidden(name: str, scope: Scope) -> str | None:
    """Return the reason why this reader may not see a figure, if there is one."""
    entry = scope.library.entry("figure", name)
    record = scope.library.get(Figure, name)
    if entry is None or record is None:
        return "figure-missing"
    shown, _ = scope.citations(record.sources, entry, "sources")
    if not shown:
        return "figure-no-source"
    counter = record.counted_by
    return "figure-counter" if isinstance(counter, str) and not scope.can_refer(counter) else None


def _series(entry: Entry, at: int, record: Series, scope: Scope) -> ChosenSeries:
    """Return a series of a chart."""
    label = sentence(entry, record.label, "series", at, "label") if record.label else None
    return ChosenSeries(label, _figures(record.figures, scope))


def _figures(names: Iterable[str], scope: Scope) -> tuple[Figure, ...]:
    """Return figures by their ids; each is known to be there."""
    return tuple(cast("Figure", scope.library.get(Figure, each)) for each in names)
