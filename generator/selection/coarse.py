"""What is told of a case whose people may not be named: coarse facts, or nothing."""

from __future__ import annotations

from dataclasses import replace

from generator.markup.placeholders import placeholders
from generator.model.people import Case, Event
from generator.selection.chosen import ChosenCase
from generator.selection.cited import Cited
from generator.selection.decisions import Decision, decision
from generator.selection.scope import Scope


def said_of(case: Case, event: Event, scope: Scope) -> str | Decision:
    """Return the key of the sentence that tells an event to this reader, or why none does."""
    spoken = (*case.people, *(each.name for each in placeholders(event.statement)))
    people = (scope.people[each] for each in spoken if each in scope.people)
    if case.withheld == "described" or all(each.named for each in people):
        return "statement"
    if case.withheld == "omitted":
        return decision(case.id, "case", "case-omitted", included=False)
    if event.coarse is None:
        return decision(case.id, "case", "coarse-missing", included=False)
    return "coarse"


def coarsened(case: ChosenCase) -> ChosenCase:
    """Return a case told coarsely: without who and where exactly, and what leads a reader there.

    Of its sources the publisher and the month are left; the day is that of the month's beginning.
    """
    return replace(
        case,
        people=(),
        since=case.since.replace(day=1),
        place=None,
        next_hearing=None,
        citations=tuple(map(_coarsely, case.citations)),
    )


def _coarsely(cited: Cited) -> Cited:
    """Return a citation by which the case is not found."""
    month = cited.date[: len("2022-01")]
    return replace(cited, title=None, address=None, locator=None, date=month)
