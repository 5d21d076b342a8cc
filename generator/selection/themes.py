"""The themes of a delivery: their recommendations or evidence, quotations, and prior ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.library import Entry
from generator.model.commitments import PriorRecommendation, PriorRecommendationsFile
from generator.model.content import Evidence, Theme, ThemeFile
from generator.selection.asked import Asked
from generator.selection.chosen import ChosenEvidence, ChosenPrior, ChosenQuotation, ChosenTheme
from generator.selection.decisions import Decision, decision
from generator.selection.items import evidence_item, prior_item, quotation_item
from generator.selection.log import Log
from generator.selection.occasion import Addressee
from generator.selection.recommendations import recommendations_of
from generator.selection.scope import Scope, sentence


def themes_of(asked: Asked, scope: Scope, log: Log) -> Iterator[ChosenTheme]:
    """Yield the themes that the delivery asks for, each with what the document is made of."""
    for theme_id in dict.fromkeys(asked.themes):
        theme_entry = scope.library.entry("theme", theme_id)
        if theme_entry is None or theme_entry.record is None:
            continue
        name = sentence(theme_entry, cast("Theme", theme_entry.record).name, "name")
        if asked.document.draws_on == "evidence":
            evidence = _evidence(asked, theme_id, scope, log)
            chosen = ChosenTheme(theme_id, name, evidence=evidence)
        else:
            found = tuple(recommendations_of(asked, theme_id, scope, log))
            chosen = ChosenTheme(theme_id, name, found)
        if chosen.recommendations or chosen.evidence:
            yield chosen
    if asked.document.draws_on == "recommendations":
        log.decisions += _of_other_themes(asked, scope)


def _of_other_themes(asked: Asked, scope: Scope) -> Iterator[Decision]:
    """Yield the decision on each recommendation whose theme the delivery does not ask for."""
    for entry in scope.library.entries("recommendation"):
        whole = cast("ThemeFile | None", entry.whole)
        if whole and whole.country == asked.brief.country and whole.theme not in asked.themes:
            yield decision(
                entry.id, "recommendation", "other-theme", included=False, theme=whole.theme
            )


def _of_theme(asked: Asked, kind: str, theme: str, scope: Scope) -> Iterator[Entry]:
    """Yield the records of a kind that stand in the files of a theme of the brief's country."""
    for entry in scope.library.entries(kind):
        whole = cast("ThemeFile | None", entry.whole)
        if entry.record and whole and (whole.country, whole.theme) == (asked.brief.country, theme):
            yield entry


def _evidence(asked: Asked, theme: str, scope: Scope, log: Log) -> tuple[ChosenEvidence, ...]:
    """Return the evidence of a theme by date and place in its file; of too much, the latest."""
    entries = sorted(
        _of_theme(asked, "evidence", theme, scope),
        key=lambda each: cast("Evidence", each.record).date,
    )[::-1]
    since, most = asked.select.since, asked.most("evidence")
    chosen: list[ChosenEvidence] = []
    for entry in entries:
        record = cast("Evidence", entry.record)
        if since and record.date < since:
            log.leave_out(entry.id, "evidence", "before-period", date=record.date, since=since)
            continue
        found, decisions = evidence_item(entry.id, theme, scope)
        if found and most is not None and len(chosen) >= most:
            log.leave_out(entry.id, "evidence", "enough", by=theme, limit=most)
            continue
        log.decisions += decisions
        if found:
            chosen.append(cast("ChosenEvidence", found))
    return tuple(reversed(chosen))


def quotations_of(asked: Asked, scope: Scope, log: Log) -> tuple[ChosenQuotation, ...]:
    """Return what was said of the themes, by theme and date; of too much, the latest."""
    found: list[ChosenQuotation] = []
    since = asked.select.since
    for theme in dict.fromkeys(asked.themes):
        for entry in _of_theme(asked, "quotation", theme, scope):
            item, decisions = quotation_item(entry, theme, scope)
            quotation = cast("ChosenQuotation | None", item)
            if quotation and since and quotation.date < since:
                log.leave_out(
                    entry.id, "quotation", "before-period", date=quotation.date, since=since
                )
                continue
            log.decisions += decisions
            if quotation:
                found.append(quotation)
    most = asked.most("quotations")
    by_date = sorted(found, key=lambda each: each.date)[::-1]
    kept = by_date[:most]
    for each in found:
        if each not in kept:
            log.leave_out(each.id, "quotation", "enough", by=asked.delivery.id, limit=most)
    return tuple(each for each in found if each in kept)


def prior_recommendations_of(
    asked: Asked, addressees: tuple[Addressee, ...], scope: Scope, log: Log
) -> tuple[ChosenPrior, ...]:
    """Return what was recommended before on the themes: the readers' own first, then the latest."""
    readers = frozenset(each.office.country for each in addressees if each.office.country)
    found: list[ChosenPrior] = []
    for entry in scope.library.entries("prior"):
        whole = cast("PriorRecommendationsFile | None", entry.whole)
        record = cast("PriorRecommendation | None", entry.record)
        if record is None or whole is None or whole.country != asked.brief.country:
            continue
        if not set(record.themes) & set(asked.themes):
            continue
        if record.audiences and scope.audience not in record.audiences:
            log.leave_out(entry.id, "prior", "other-audience", audience=scope.audience)
            continue
        item, decisions = prior_item(entry, asked.delivery.id, scope, readers)
        log.decisions += decisions
        if item:
            found.append(cast("ChosenPrior", item))
    latest = sorted(found, key=lambda each: (each.cited_on, each.id), reverse=True)
    in_order = sorted(latest, key=lambda each: not each.own)
    most = asked.most("prior_recommendations")
    for each in in_order[most:] if most is not None else ():
        log.leave_out(each.id, "prior", "enough", by=asked.delivery.id, limit=most)
    return tuple(in_order[:most])
