"""The items of a recommendation: evidence, cases, answers and commitments, in or out."""

from __future__ import annotations

from typing import cast

from generator.library import Entry
from generator.model.base import last_day
from generator.model.content import Commitment, Evidence, Response, Source
from generator.model.people import Case, Event
from generator.selection.chosen import (
    Chosen,
    ChosenCommitment,
    Decision,
    decision,
)
from generator.selection.scope import Scope, sentence

Verdict = tuple[Chosen | None, tuple[Decision, ...]]


def evidence_item(id: str, by: str, scope: Scope) -> Verdict:  # noqa: A002 (ids are called id everywhere)
    """Return a piece of evidence if this reader may see it on this date."""
    entry = scope.library.entry("evidence", id)
    if entry is None or entry.record is None:
        return None, ()
    return _known(entry, cast("Evidence", entry.record), "evidence", by, scope)


def response_item(id: str, by: str, scope: Scope) -> Verdict:  # noqa: A002 (as above)
    """Return an answer of the authorities if it was known by the letter's date."""
    entry = scope.library.entry("response", id)
    if entry is None or entry.record is None:
        return None, ()
    return _known(entry, cast("Response", entry.record), "response", by, scope)


def _known(entry: Entry, record: Evidence | Response, kind: str, by: str, scope: Scope) -> Verdict:
    """Return a dated, sourced statement if it was known and may be read."""
    if not scope.may_read(record.sensitivity):
        return None, (scope.above_clearance(entry.id, kind, record.sensitivity),)
    if record.date > scope.on:
        return None, (decision(entry.id, kind, "later", included=False, date=record.date),)
    found, decisions = _sourced(entry, record, kind, ("statement",), scope)
    if found is None:
        return None, decisions
    reason = f"{kind}-included"
    kept = decision(entry.id, kind, reason, included=True, by=by, date=record.date)
    return found, (*decisions, kept)


def _sourced(
    entry: Entry,
    record: Evidence | Response | Event,
    kind: str,
    path: tuple[str | int, ...],
    scope: Scope,
) -> Verdict:
    """Return a statement with the sources that may be shown; none without one."""
    citations, decisions = scope.citations(record.sources, entry, *path[:-1], "sources")
    if not citations:
        return None, (*decisions, decision(entry.id, kind, "no-source", included=False))
    if not scope.can_say(record.statement):
        return None, (*decisions, decision(entry.id, kind, "refers-to-none", included=False))
    if scope.tells_withheld(record.statement):
        return None, (*decisions, decision(entry.id, kind, "name-written-out", included=False))
    return Chosen(entry.id, sentence(entry, record.statement, *path), citations), decisions


def case_item(id: str, by: str, scope: Scope) -> Verdict:  # noqa: A002 (as above)
    """Return a case as it stood on the letter's date."""
    entry = scope.library.entry("case", id)
    if entry is None or entry.record is None:
        return None, ()
    case = cast("Case", entry.record)
    if not scope.may_read(case.sensitivity):
        return None, (scope.above_clearance(id, "case", case.sensitivity),)
    if case.until and case.until < scope.on:
        return None, (decision(id, "case", "case-ended", included=False, date=case.until),)
    known = [(i, event) for i, event in enumerate(case.history) if _was_known(event, scope)]
    if not known:
        return None, (decision(id, "case", "no-history", included=False),)
    index, event = max(known, key=lambda each: (each[1].date, each[0]))
    return _as_it_stood(entry, event, index, by, scope)


def _as_it_stood(entry: Entry, event: Event, index: int, by: str, scope: Scope) -> Verdict:
    """Return a case by its latest event; where that may not be told, the case is out."""
    if not scope.may_read(event.sensitivity):
        return None, (scope.above_clearance(entry.id, "case", event.sensitivity),)
    found, decisions = _sourced(entry, event, "case", ("history", index, "statement"), scope)
    if found is None:
        return None, decisions
    kept = decision(entry.id, "case", "case-included", included=True, by=by, date=scope.on)
    return found, (*decisions, kept)


def _was_known(event: Event, scope: Scope) -> bool:
    """Tell whether an event had happened and was reported by the letter's date."""
    if event.date > scope.on:
        return False
    sources = (scope.library.get(Source, each.source) for each in event.sources)
    return any(source and last_day(source.date) <= scope.on for source in sources)


def commitment_item(
    id: str,  # noqa: A002 (as above)
    by: str,
    scope: Scope,
) -> tuple[ChosenCommitment | None, tuple[Decision, ...]]:
    """Return a commitment that was read, and that held on the letter's date."""
    entry = scope.library.entry("commitment", id)
    if entry is None or entry.record is None:
        return None, ()
    record = cast("Commitment", entry.record)
    if record.verified is None:
        return None, (decision(id, "commitment", "not-verified", included=False),)
    if last_day(record.date) > scope.on:
        return None, (decision(id, "commitment", "later", included=False, date=record.date),)
    if record.in_force_to and record.in_force_to < scope.on:
        ended = decision(id, "commitment", "not-in-force", included=False, date=record.in_force_to)
        return None, (ended,)
    chosen = ChosenCommitment(
        id=id, ref=sentence(entry, record.ref, "ref"), says=sentence(entry, record.says, "says")
    )
    return chosen, (decision(id, "commitment", "commitment-included", included=True, by=by),)
