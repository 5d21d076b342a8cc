"""The items of a recommendation: evidence, cases, answers and commitments, in or out."""

from __future__ import annotations

from typing import Any, cast

from generator.library import Entry
from generator.model.base import last_day
from generator.model.commitments import Commitment, PriorRecommendation
from generator.model.content import Evidence, Quotation, Response
from generator.model.people import Event
from generator.selection.chosen import (
    Chosen,
    ChosenCommitment,
    ChosenEvidence,
    ChosenPrior,
    ChosenQuotation,
    ChosenResponse,
)
from generator.selection.decisions import Decision, decision
from generator.selection.scope import Scope, sentence

Verdict = tuple[Chosen | None, tuple[Decision, ...]]
Sourced = Evidence | Response | Quotation | Event | PriorRecommendation


def evidence_item(id: str, by: str, scope: Scope) -> Verdict:  # noqa: A002 (ids are called id everywhere)
    """Return a piece of evidence if this reader may see it on this date."""
    entry = scope.library.entry("evidence", id)
    if entry is None or entry.record is None:
        return None, ()
    record = cast("Evidence", entry.record)
    known, decisions = _known(entry, record, "statement", by, scope)
    if known is None:
        return None, decisions
    headline = scope.optional(entry, record.headline, "headline")
    section, checked = scope.section_of(entry), record.checked_on
    return ChosenEvidence(
        **known,
        date=record.date,
        kind=record.kind,
        headline=headline,
        section=section,
        checked_on=checked if checked and checked <= scope.on else None,
    ), decisions


def response_item(id: str, by: str, scope: Scope) -> Verdict:  # noqa: A002 (as above)
    """Return an answer of the authorities if it was known by the letter's date."""
    entry = scope.library.entry("response", id)
    if entry is None or entry.record is None:
        return None, ()
    record = cast("Response", entry.record)
    known, decisions = _known(entry, record, "statement", by, scope)
    if known is None:
        return None, decisions
    reply = scope.optional(entry, record.reply, "reply")
    return ChosenResponse(**known, reply=reply), decisions


def quotation_item(entry: Entry, by: str, scope: Scope) -> Verdict:
    """Return what somebody said, if they may be named and it was said by the letter's date."""
    record = cast("Quotation", entry.record)
    person = scope.people.get(record.speaker)
    if person is None or not person.named:
        return None, (decision(entry.id, "quotation", "speaker-not-named", included=False),)
    known, decisions = _known(entry, record, "text", by, scope)
    if known is None:
        return None, decisions
    return ChosenQuotation(
        **known,
        speaker=record.speaker,
        role=sentence(entry, record.role, "role"),
        date=record.date,
        locale=record.locale,
        original=record.original,
    ), decisions


def _known(
    entry: Entry, record: Evidence | Response | Quotation, key: str, by: str, scope: Scope
) -> tuple[dict[str, Any] | None, tuple[Decision, ...]]:
    """Return a dated, sourced statement if it was known and may be read."""
    kind = entry.kind
    if not scope.may_read(record.sensitivity):
        return None, (scope.above_clearance(entry.id, kind, record.sensitivity),)
    if record.date > scope.on:
        return None, (decision(entry.id, kind, "later", included=False, date=record.date),)
    found, decisions = sourced(entry, record, (key,), scope)
    if found is None:
        return None, decisions
    reason = f"{kind}-included"
    kept = decision(entry.id, kind, reason, included=True, by=by, date=record.date)
    return found, (*decisions, kept)


def sourced(
    entry: Entry, record: Sourced, path: tuple[str | int, ...], scope: Scope
) -> tuple[dict[str, Any] | None, tuple[Decision, ...]]:
    """Return the parts of a statement with the sources that may be shown; none without one."""
    kind, text = entry.kind, getattr(record, str(path[-1]))
    citations, decisions = scope.citations(record.sources, entry, *path[:-1], "sources")
    if not citations:
        return None, (*decisions, decision(entry.id, kind, "no-source", included=False))
    if not scope.can_say(text):
        return None, (*decisions, decision(entry.id, kind, "refers-to-none", included=False))
    if scope.tells_withheld(text):
        return None, (*decisions, decision(entry.id, kind, "name-written-out", included=False))
    parts = {"id": entry.id, "statement": sentence(entry, text, *path), "citations": citations}
    return parts, decisions


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
    later = (
        record.in_force_from if record.in_force_from and record.in_force_from > scope.on else None
    )
    chosen = ChosenCommitment(
        id=id,
        ref=sentence(entry, record.ref, "ref"),
        says=sentence(entry, record.says, "says"),
        binding=record.binding,
        applies_from=later,
    )
    return chosen, (decision(id, "commitment", "commitment-included", included=True, by=by),)


def prior_item(entry: Entry, by: str, scope: Scope, readers: frozenset[str]) -> Verdict:
    """Return what was recommended before, if it was read and may be cited to this reader.

    ``readers``: the States whose authorities the document is addressed to.
    """
    record = cast("PriorRecommendation", entry.record)
    if record.verified is None:
        return None, (decision(entry.id, "prior", "not-verified", included=False),)
    if not scope.may_read(record.sensitivity):
        return None, (scope.above_clearance(entry.id, "prior", record.sensitivity),)
    if last_day(record.date) > scope.on:
        return None, (decision(entry.id, "prior", "later", included=False, date=record.date),)
    found, decisions = sourced(entry, record, ("says",), scope)
    if found is None:
        return None, decisions
    own = not readers.isdisjoint(record.made_by)
    assessed = record.status_on is not None and record.status_on <= scope.on
    chosen = ChosenPrior(
        **found,
        body=sentence(entry, record.body, "body"),
        document=record.document,
        paragraph=record.paragraph,
        cited_on=record.date,
        made_by=record.made_by,
        position=record.position,
        status=record.status if assessed else "unknown",
        status_on=record.status_on if assessed else None,
        status_says=scope.optional(entry, record.status_says, "status_says") if assessed else None,
        themes=record.themes,
        own=own,
    )
    reason = "prior-own" if own else "prior-included"
    return chosen, (*decisions, decision(entry.id, "prior", reason, included=True, by=by))
