"""Which items are the least important: what is left out first where there is too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.model.document import Amounts
from generator.selection.asked import Asked
from generator.selection.charts import with_its_evidence
from generator.selection.chosen import (
    Chosen,
    ChosenRecommendation,
    ChosenTheme,
    Selection,
)
from generator.selection.log import Log


@dataclass(frozen=True, slots=True)
class Item:
    """An item that a document can do without; ``of`` is what it supports, if anything.

    ``context``: what translators know its sentence by; absent of a recommendation, which has many.
    """

    id: str
    kind: str
    of: str | None = None
    context: str | None = field(default=None, compare=False)


def least_first(
    recommendations: Sequence[ChosenRecommendation],
) -> list[ChosenRecommendation]:
    """Return recommendations, the least important first.

    What the brief includes by name counts more than the rest; then the priority decides, then
    the order of the document.
    """
    placed = list(enumerate(recommendations))
    placed.sort(key=lambda each: (each[1].by_name, -each[1].priority, -each[0]))
    return [each for _, each in placed]


def enough(themes: tuple[ChosenTheme, ...], asked: Asked, log: Log) -> tuple[ChosenTheme, ...]:
    """Return ``themes`` without the recommendations for which the document type has no room."""
    most = asked.document.amounts.recommendations.most
    recommendations = [each for theme in themes for each in theme.recommendations]
    if most is None or len(recommendations) <= most:
        return themes
    spare = least_first(recommendations)[: len(recommendations) - most]
    for each in spare:
        log.drop(each.id, "recommendation", "document-full", limit=most)
    out = frozenset(Item(each.id, "recommendation") for each in spare)
    left = (_theme(each, out) for each in themes)
    return tuple(each for each in left if each.recommendations)


def dispensable(selection: Selection, amounts: Amounts) -> tuple[Item, ...]:
    """Return what can be left out, in the order in which it is.

    Charts go first, because the text says what they show, the last first; then prior
    recommendations and quotations, the oldest first. Then of the least important
    recommendation the answers, the cases and all evidence but the first, the last of each first;
    then the recommendation itself; then those of the next. Of a document that draws on evidence,
    the oldest goes first.
    """
    return (
        *_documents_own(selection, amounts),
        *_of_recommendations(selection, amounts),
        *_of_evidence(selection, amounts),
    )


def _item(kind: str, chosen: Chosen, of: str | None = None) -> Item:
    return Item(chosen.id, kind, of, chosen.statement.context)


def _documents_own(selection: Selection, amounts: Amounts) -> Iterator[Item]:
    charts = selection.charts[amounts.charts.least :]
    yield from (Item(each.id, "chart", None, each.title.context) for each in reversed(charts))
    prior = selection.prior_recommendations[amounts.prior_recommendations.least :]
    yield from (_item("prior", each) for each in reversed(prior))
    quoted = sorted(selection.quotations, key=lambda each: each.date, reverse=True)
    spare = quoted[amounts.quotations.least :]
    yield from (_item("quotation", each) for each in reversed(spare))


def _of_recommendations(selection: Selection, amounts: Amounts) -> Iterator[Item]:
    recommendations = least_first(selection.recommendations())
    spare = len(recommendations) - max(amounts.recommendations.least, 1)
    for position, each in enumerate(recommendations):
        yield from _spare("response", each.responses, amounts.responses.least, each.id)
        yield from _spare("case", each.cases, amounts.cases.least, each.id)
        yield from _spare("evidence", each.evidence, max(amounts.evidence.least, 1), each.id)
        if position < spare:
            yield Item(each.id, "recommendation")


def _spare(kind: str, items: Sequence[Chosen], least: int, by: str) -> Iterator[Item]:
    """Yield the items beyond the first ``least``, the last first."""
    yield from (_item(kind, each, by) for each in reversed(items[least:]))


def _of_evidence(selection: Selection, amounts: Amounts) -> Iterator[Item]:
    spare = [
        (each, theme.id)
        for theme in selection.themes
        for each in theme.evidence[: len(theme.evidence) - amounts.evidence.least]
    ]
    spare.sort(key=lambda each: (each[0].date, each[0].id))
    yield from (_item("evidence", each, theme) for each, theme in spare)


def without(selection: Selection, items: Sequence[Item]) -> Selection:
    """Return ``selection`` without ``items``; a theme that has nothing left goes too."""
    out = frozenset(items)
    themes = (_theme(each, out) for each in selection.themes)
    left = replace(
        selection,
        themes=tuple(each for each in themes if each.recommendations or each.evidence),
        prior_recommendations=tuple(
            each for each in selection.prior_recommendations if Item(each.id, "prior") not in out
        ),
        quotations=tuple(
            each for each in selection.quotations if Item(each.id, "quotation") not in out
        ),
        charts=tuple(each for each in selection.charts if Item(each.id, "chart") not in out),
    )
    return with_its_evidence(left)


def _theme(theme: ChosenTheme, out: frozenset[Item]) -> ChosenTheme:
    return replace(
        theme,
        recommendations=tuple(
            _recommendation(each, out)
            for each in theme.recommendations
            if Item(each.id, "recommendation") not in out
        ),
        evidence=tuple(
            each for each in theme.evidence if Item(each.id, "evidence", theme.id) not in out
        ),
    )


def _recommendation(each: ChosenRecommendation, out: frozenset[Item]) -> ChosenRecommendation:
    return replace(
        each,
        evidence=tuple(
            one for one in each.evidence if Item(one.id, "evidence", each.id) not in out
        ),
        cases=tuple(one for one in each.cases if Item(one.id, "case", each.id) not in out),
        responses=tuple(
            one for one in each.responses if Item(one.id, "response", each.id) not in out
        ),
    )
