"""The gates: what a finished document must keep to, each rule a small function in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.building.ageing import holders_unchecked, items_ageing
from generator.building.measures import Bound
from generator.building.seen import Document
from generator.letter import Block, Group, ListBlock
from generator.model.audience import Checked
from generator.model.brief import Brief, Delivery
from generator.model.document import DocumentType
from generator.problems import Problem

_END_OF_DAY = "23:59"


def _marks(each: Document) -> Iterator[Problem]:
    """Yield a problem where nothing would mark a courtesy copy as one."""
    if each.letter and not each.courtesy and any(map(each.is_courtesy, each.formats)):
        yield each.problem("courtesy-unmarked", each.document.checked, "courtesy")


def _lengths(each: Document) -> Iterator[Problem]:
    """Yield a problem for each limit that the document does not keep; a courtesy copy has none."""
    if not each.is_filed:
        return
    for unit, bound in each.bounds.bounds.items():
        count = each.counts.get(unit)
        if count is not None:
            yield from _length(each, unit, bound, count)


def _length(each: Document, unit: str, bound: Bound, count: int) -> Iterator[Problem]:
    fields = {"unit": unit, "count": count, "brief": each.selection.brief_id}
    if bound.most is not None and count > bound.most:
        yield each.problem(
            "over-limit" if bound.binding else "too-long", bound.checked, limit=bound.most, **fields
        )
    elif bound.most is not None and bound.binding and each.bounds.counts_notes is None:
        with_notes = each.with_notes.get(unit, count)
        if with_notes > bound.most:
            fields["with_notes"] = with_notes
            yield each.problem("over-limit-with-notes", bound.checked, limit=bound.most, **fields)
    if bound.least is not None and count < bound.least:
        yield each.problem("below-limit", bound.checked, limit=bound.least, **fields)


def _sections(each: Document) -> Iterator[Problem]:
    """Yield a problem for each section that the document must have and has not."""
    if each.letter is None:
        return
    found = set(_roles(each.letter.blocks))
    for role in each.document.sections:
        if role not in found:
            yield each.problem("section-missing", each.document.checked, section=role)


def _roles(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the role of every group that has something in it."""
    for block in blocks:
        if isinstance(block, Group):
            if block.blocks:
                yield block.role
            yield from _roles(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _roles(item.blocks)


def _amounts(each: Document) -> Iterator[Problem]:
    """Yield a problem for each kind of item of which the document has too few."""
    chosen, amounts = each.selection, each.document.amounts
    counts = {
        "recommendations": len(chosen.recommendations()),
        "prior_recommendations": len(chosen.prior_recommendations),
        "quotations": len(chosen.quotations),
        "charts": len(chosen.charts),
    }
    for kind, count in counts.items():
        least = getattr(amounts, kind).least
        if count < least:
            yield each.problem(
                "items-missing", each.document.checked, kind=kind, count=count, least=least
            )


def _addressees(each: Document) -> Iterator[Problem]:
    """Yield a problem where the document is addressed to whom it must not be."""
    rule, chosen = each.document.addressees, each.selection.addressees
    checked = rule.checked or each.document.checked
    count = len(chosen)
    if count < rule.least:
        yield each.problem(
            "addressees-too-few", checked, "addressees", count=count, least=rule.least
        )
    if rule.most is not None and count > rule.most:
        yield each.problem(
            "addressees-too-many" if rule.most else "addressees-unwanted",
            checked,
            "addressees",
            count=count,
            most=rule.most,
        )
    for addressee in chosen if rule.bodies else ():
        if addressee.office.body not in rule.bodies:
            yield each.problem(
                "addressee-wrong",
                checked,
                "addressees",
                office=addressee.office.id,
                accepted=", ".join(rule.bodies),
            )


def _deadlines(each: Document) -> Iterator[Problem]:
    """Yield a problem where what is filed is dated later than it must arrive, or nobody knows."""
    if not each.is_filed:
        return
    brief, delivery, rule = each.selection.brief, each.selection.delivery, each.document.deadline
    due = deadline_of(brief, delivery, each.document)
    if due and brief.date > due.moment.date():
        yield each.problem(
            "deadline-passed" if due.binding else "deadline-late",
            due.checked,
            date=brief.date,
            deadline=due.moment.date(),
            hour=f"{due.moment:%H:%M}",
            zone=due.zone,
        )
    if due is None and rule:
        yield each.problem("deadline-missing", rule.checked or each.document.checked)


def _answers(each: Document) -> Iterator[Problem]:
    """Yield a warning for each ask whose answer by the authorities is known and not printed."""
    chosen = each.selection.recommendations() if each.document.answers else ()
    for recommendation in chosen:
        if recommendation.answered and not recommendation.responses:
            yield each.problem(
                "answer-missing", each.document.checked, recommendation=recommendation.id
            )


@dataclass(frozen=True, slots=True)
class Due:
    """When a document must have arrived, and which rule says so."""

    moment: datetime
    zone: str
    binding: bool
    checked: Checked


def deadline_of(brief: Brief, delivery: Delivery, document: DocumentType) -> Due | None:
    """Return when a document must have arrived: as the meeting says, else the document type."""
    meeting, rule = delivery.meeting or brief.meeting, document.deadline
    checked = (rule.checked if rule else None) or document.checked
    own = meeting.deadline
    if own:
        day, zone = own.date, own.time_zone
    elif rule and rule.days_before is not None:
        day, zone = meeting.start - timedelta(days=rule.days_before), rule.time_zone
    else:
        return None
    at = (own.at if own else None) or (rule.at if rule else None) or _END_OF_DAY
    moment = datetime.combine(day, time.fromisoformat(at), ZoneInfo(zone))
    return Due(moment, zone, rule.binding if rule else False, checked)


@dataclass(frozen=True, slots=True)
class Gate:
    """A small function that looks at a document, and the rules of which it finds breaches.

    How grave a rule is, why it is there and whether it can be waived stands in ``problems.toml``.
    """

    find: Callable[[Document], Iterator[Problem]]
    rules: tuple[str, ...]


GATES: tuple[Gate, ...] = (
    Gate(_marks, ("courtesy-unmarked",)),
    Gate(_lengths, ("over-limit", "too-long", "over-limit-with-notes", "below-limit")),
    Gate(_sections, ("section-missing",)),
    Gate(_amounts, ("items-missing",)),
    Gate(
        _addressees,
        ("addressees-too-few", "addressees-too-many", "addressees-unwanted", "addressee-wrong"),
    ),
    Gate(_deadlines, ("deadline-passed", "deadline-late", "deadline-missing")),
    Gate(items_ageing, ("item-ageing", "item-stale")),
    Gate(holders_unchecked, ("office-holder-unchecked",)),
    Gate(_answers, ("answer-missing",)),
)
"""Every gate, in no order that matters."""


def passed(document: Document) -> tuple[Problem, ...]:
    """Return what the gates say of a document."""
    return tuple(found for gate in GATES for found in gate.find(document))
