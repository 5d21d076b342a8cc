"""Facts age: what nobody has looked at for long is told, and then refused."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date

from generator.building.seen import Document
from generator.model.shelf import ShelfLife
from generator.problems import Problem, problem
from generator.selection.chosen import Chosen, ChosenCase, ChosenEvidence

_YEAR = 12


def items_ageing(each: Document) -> Iterator[Problem]:
    """Yield a problem for each piece of evidence, and each case, that nobody looked at for long."""
    lives, on = each.shelf_lives, each.selection.brief.date
    for item in _items(each):
        match item:
            case ChosenEvidence(kind=kind, date=day, checked_on=checked):
                life = lives.evidence.get(kind)
            case ChosenCase(status=kind, since=day, checked_on=checked):
                life = lives.cases.get(kind)
            case _:
                continue
        if life:
            since = max(day, checked or day)
            public = each.selection.delivery.clearance == "public"
            told = {"kind": kind, "since": since} if public else {}
            yield from _aged(item, since, life, on, told)


def holders_unchecked(each: Document) -> Iterator[Problem]:
    """Yield a warning for each addressee of whom nobody looked for long who holds the office."""
    life, on = each.shelf_lives.holders, each.selection.brief.date
    for addressee in each.selection.addressees if life else ():
        since = addressee.holder.checked_on
        if life and after(since, life.warn_after) < on:
            yield problem(
                "office-holder-unchecked",
                each.entry.place("deliveries", each.at, "addressees"),
                id=each.selection.brief_id,
                office=addressee.office.id,
                since=since,
                months=life.warn_after,
                file=addressee.file,
            )


def after(day: date, months: int) -> date:
    """Return the day so many months later; in a shorter month, its last day."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _items(each: Document) -> Iterator[Chosen]:
    """Yield the evidence and the cases that are printed, each once."""
    found: dict[str, Chosen] = {}
    for theme in each.selection.themes:
        found |= {item.id: item for item in theme.evidence}
        for asked in theme.recommendations:
            found |= {item.id: item for item in (*asked.evidence, *asked.cases)}
    yield from found.values()


def _aged(
    item: Chosen, since: date, life: ShelfLife, on: date, told: Mapping[str, object]
) -> Iterator[Problem]:
    """Yield the problem of an item last looked at on ``since``; ``told``: what may be told."""
    place = item.statement.place
    fields = {"item": item.id, **told}
    if life.refuse_after is not None and after(since, life.refuse_after) < on:
        yield problem("item-stale", place, id=item.id, months=life.refuse_after, **fields)
    elif after(since, life.warn_after) < on:
        yield problem("item-ageing", place, id=item.id, months=life.warn_after, **fields)
