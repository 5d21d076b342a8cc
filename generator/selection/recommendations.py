"""The recommendations of a theme: which go in, in what order, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, cast

from generator.library import Entry, audience_of
from generator.model.content import Recommendation, Wording
from generator.problems import Problem, problem
from generator.selection.asked import Asked
from generator.selection.cases import case_item, contradictions, overtaken
from generator.selection.chosen import Chosen, ChosenCommitment, ChosenRecommendation
from generator.selection.decisions import Decision, decision
from generator.selection.items import (
    Verdict,
    commitment_item,
    evidence_item,
    response_item,
)
from generator.selection.log import Log
from generator.selection.scope import Scope, sentence
from generator.selection.sentence import Sentence


def recommendations_of(
    asked: Asked, theme: str, scope: Scope, log: Log
) -> Iterator[ChosenRecommendation]:
    """Yield a theme's recommendations by priority, then by their order in the file."""
    select = asked.select
    all_of_theme = scope.library.recommendations(theme, country=asked.brief.country)
    in_order = sorted(all_of_theme, key=lambda each: each[1].priority)
    by_name_first = sorted(
        enumerate(in_order), key=lambda each: each[1][1].id not in select.include
    )
    taken: list[tuple[int, ChosenRecommendation]] = []
    for position, (entry, record) in by_name_first:
        full = sum(1 for _, each in taken if each.gap is None)
        refusal = next(_refusals(record, asked, scope, taken=full), None)
        if refusal:
            log.decisions.append(refusal)
            continue
        chosen = _supported(asked, entry, record, scope, log)
        if chosen:
            taken.append((position, chosen))
            log.problems += contradictions(record.presumes, chosen, scope)
        if chosen and chosen.gap is None:
            reason = "included-by-name" if record.id in select.include else "included"
            log.decisions.append(
                decision(
                    record.id, "recommendation", reason, included=True, priority=record.priority
                )
            )
    yield from (chosen for _, chosen in sorted(taken, key=lambda each: each[0]))


def _refusals(
    record: Recommendation, asked: Asked, scope: Scope, *, taken: int
) -> Iterator[Decision]:
    """Yield everything that speaks against a recommendation, the gravest first.

    What is included by name is bound neither by its priority nor by the number
    of recommendations that a theme may have.
    """
    select = asked.select

    def out(reason: str, **fields: object) -> Decision:
        return decision(record.id, "recommendation", reason, included=False, **fields)

    if record.id in select.exclude:
        yield out("excluded-by-name")
    if record.audiences is not None and scope.audience not in record.audiences:
        yield out("other-audience", audience=scope.audience)
    yield from _out_of_time(record, scope)
    yield from _wordings_lacking(record, asked, scope)
    if record.id in select.include:
        return
    if select.max_priority is not None and record.priority > select.max_priority:
        yield out("low-priority", priority=record.priority, limit=select.max_priority)
    if select.per_theme is not None and taken >= select.per_theme:
        yield out("theme-full", limit=select.per_theme)


def _out_of_time(record: Recommendation, scope: Scope) -> Iterator[Decision]:
    """Yield a decision for each reason why a recommendation is not made on the letter's date."""

    def out(reason: str, day: date) -> Decision:
        return decision(record.id, "recommendation", reason, included=False, date=day)

    if record.since and scope.on < record.since:
        yield out("not-yet", record.since)
    if record.until and scope.on > record.until:
        yield out("no-longer", record.until)
    if record.deadline and record.deadline < scope.on:
        yield out("deadline-passed", record.deadline)
    if (gone := overtaken(record, scope)) is not None:
        yield gone


def _wordings_lacking(record: Recommendation, asked: Asked, scope: Scope) -> Iterator[Decision]:
    """Yield a decision for each wording of which the document is made and that it has not."""
    own, document = _own(record, scope.audience), asked.delivery.document
    for key in asked.document.requires:
        if not (getattr(own, key) or getattr(record, key)):
            fields = {"wording": key, "document": document}
            yield decision(record.id, "recommendation", "wording-lacking", included=False, **fields)


def _own(record: Recommendation, audience: str) -> Wording:
    """Return what an audience is told differently."""
    return (record.audiences or {}).get(audience) or Wording()


def _supported(
    asked: Asked, entry: Entry, record: Recommendation, scope: Scope, log: Log
) -> ChosenRecommendation | None:
    """Return a recommendation with what supports it.

    A bare claim is a problem: a final is refused, and a draft has a gap that says why.
    """
    own = _own(record, scope.audience)
    if (own.raise_ or record.raise_) is None:
        log.problems.append(
            problem("wording-missing", entry.place("id"), id=entry.id, recommendation=entry.id)
        )
        log.leave_out(entry.id, "recommendation", "without-wording")
        return None
    evidence = _items(
        record.evidence, entry.id, evidence_item, scope, log, most=asked.most("evidence")
    )
    gap = None if evidence else _bare(asked, entry, record, log)
    if gap and not asked.draft:
        return None
    commitments = tuple(_commitments((*record.commitments, *own.commitments), entry.id, scope, log))
    if not commitments:
        log.problems.append(_unsupported(entry, record, scope))
    return _worded(
        entry,
        record,
        own,
        scope.audience,
        by_name=record.id in asked.select.include,
        gap=gap,
        evidence=evidence,
        cases=_items(
            record.cases,
            entry.id,
            partial(case_item, presumes=record.presumes),
            scope,
            log,
            most=asked.most("cases"),
        ),
        responses=_items(
            record.responses, entry.id, response_item, scope, log, most=asked.most("responses")
        ),
        commitments=commitments,
        answered=any(response_item(each, entry.id, scope)[0] for each in record.responses),
    )


def _unsupported(entry: Entry, record: Recommendation, scope: Scope) -> Problem:
    """Return the problem of an ask that leans on nothing which this audience can use."""
    where = entry.place("commitments" if record.commitments else "id", key=True)
    fields = {"recommendation": entry.id, "audience": scope.audience}
    return problem("commitment-missing", where, id=entry.id, **fields)


def _bare(asked: Asked, entry: Entry, record: Recommendation, log: Log) -> str:
    """Note that a recommendation has nothing to show; return what a draft says of it."""
    found = problem(
        "evidence-left-out",
        entry.place("evidence", key=True),
        id=entry.id,
        recommendation=entry.id,
        delivery=asked.delivery.id,
        brief=asked.brief_id,
    )
    why = (each.reason for each in log.decisions if each.id in record.evidence)
    log.problems.append(found)
    log.leave_out(entry.id, "recommendation", "without-evidence")
    return " ".join(dict.fromkeys((found.message, *why)))


def _worded(
    entry: Entry, record: Recommendation, own: Wording, audience: str, **support: Any
) -> ChosenRecommendation:
    """Return a recommendation in the wording of its audience where it has one of its own."""

    def wording(key: str) -> Sentence | None:
        attribute = "raise_" if key == "raise" else key
        if text := getattr(own, attribute):
            return sentence(entry, text, "audiences", audience, key)
        text = getattr(record, attribute)
        return sentence(entry, text, key) if text else None

    return ChosenRecommendation(
        id=entry.id,
        priority=record.priority,
        raise_=cast("Sentence", wording("raise")),
        ask=cast("Sentence", wording("ask")),
        short=wording("short"),
        question=wording("question"),
        whereas=wording("whereas"),
        calls_on=wording("calls_on"),
        to=tuple(
            (recipient, sentence(entry, text, "audiences", audience, "to", recipient))
            for recipient, text in own.to.items()
        ),
        deadline=record.deadline,
        **support,
    )


def _items(
    ids: Iterable[str],
    by: str,
    choose_item: Callable[[str, str, Scope], Verdict],
    scope: Scope,
    log: Log,
    *,
    most: int | None = None,
) -> tuple[Any, ...]:
    """Return what of ``ids`` this reader may see, ``most`` at the most; log every decision."""
    chosen: list[Chosen] = []
    for each in dict.fromkeys(ids):
        found, decisions = choose_item(each, by, scope)
        if found and most is not None and len(chosen) >= most:
            kind = decisions[-1].kind
            log.decisions.append(decision(each, kind, "enough", included=False, by=by, limit=most))
            continue
        log.decisions += decisions
        if found:
            chosen.append(found)
    return tuple(chosen)


def _commitments(ids: Iterable[str], by: str, scope: Scope, log: Log) -> Iterator[ChosenCommitment]:
    """Yield the commitments of this reader's audience that an ask may lean on."""
    for each in dict.fromkeys(ids):
        entry = scope.library.entry("commitment", each)
        if entry is None or audience_of(entry) != scope.audience:
            continue
        found, decisions = commitment_item(each, by, scope)
        log.decisions += decisions
        if found:
            yield found
