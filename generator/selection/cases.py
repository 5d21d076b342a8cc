"""Cases: as they stood on the letter's date, and whether an ask still fits them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import cast

from generator.library import Entry, Library
from generator.markup.placeholders import placeholders
from generator.model.base import last_day
from generator.model.content import Recommendation
from generator.model.people import Case, Event, PeopleList, Status
from generator.model.sources import Source
from generator.problems import Problem, problem
from generator.selection.chosen import ChosenCase, ChosenRecommendation
from generator.selection.cited import ChosenEvent
from generator.selection.coarse import coarsened, said_of
from generator.selection.decisions import Decision, decision
from generator.selection.items import Verdict, sourced
from generator.selection.scope import Scope
from generator.selection.sentence import Sentence

_DEAD: Status = "deceased"
_OVER: frozenset[Status] = frozenset({"released", "acquitted", "closed"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stood on a day, by its latest event.

    ``status``: that of the event; of somebody who has died, that they have.
    ``since``: the day from which it was so.
    """

    entry: Entry
    event: Event
    status: Status
    since: date

    @property
    def case(self) -> Case:
        """Return the case."""
        return cast("Case", self.entry.record)

    def fits(self, presumed: Iterable[Status]) -> bool:
        """Tell whether an ask that presumes one of ``presumed`` can be made of it."""
        return self.status in presumed


def standing(entry: Entry | None, on: date) -> Standing | None:
    """Return how a case stood on a day, also where that was reported later.

    Why: what is known now to have been overtaken then is not asked for.
    """
    history = cast("Case", entry.record).history if entry and entry.record else ()
    past = [each for each in history if each.date <= on]
    if entry is None or not past:
        return None
    _, event = max(enumerate(past), key=lambda each: (each[1].date, each[0]))
    died = next((each for each in past if each.status == _DEAD), event)
    return Standing(entry, event, died.status, died.date)


def case_item(
    id: str,  # noqa: A002 (ids are called id everywhere)
    by: str,
    scope: Scope,
    *,
    presumes: tuple[Status, ...] = (),
) -> Verdict:
    """Return a case as it stood on the letter's date, unless what ``by`` asks is overtaken."""
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
    now = standing(entry, scope.on)
    if now and presumes and not now.fits(presumes):
        return None, (_overtaken(now, scope),)
    return _as_it_stood(entry, event, index, by, scope)


def _overtaken(found: Standing, scope: Scope) -> Decision:
    """Return why a case is not put forward under an ask that presumes otherwise."""
    id, sensitivity = found.entry.id, found.event.sensitivity  # noqa: A001 (as above)
    if not scope.may_read(sensitivity):
        return scope.above_clearance(id, "case", sensitivity)
    fields = {"status": found.status, "date": found.since}
    return decision(id, "case", "case-overtaken", included=False, **fields)


def _as_it_stood(entry: Entry, event: Event, index: int, by: str, scope: Scope) -> Verdict:
    """Return a case by its latest event; where that may not be told, the case is out."""
    if not scope.may_read(event.sensitivity):
        return None, (scope.above_clearance(entry.id, "case", event.sensitivity),)
    case, hearing = cast("Case", entry.record), event.next_hearing
    said = said_of(case, event, scope)
    if isinstance(said, Decision):
        return None, (said,)
    found, decisions = sourced(entry, event, ("history", index, said), scope)
    if found is None:
        return None, decisions
    chosen = ChosenCase(
        **found,
        people=tuple(each for each in case.people if scope.can_refer(each)),
        since=event.date,
        status=event.status,
        place=scope.optional(entry, event.place, "history", index, "place"),
        next_hearing=hearing if hearing and hearing >= scope.on else None,
        checked_on=case.checked_on if case.checked_on and case.checked_on <= scope.on else None,
    )
    kept = decision(entry.id, "case", "case-included", included=True, by=by, date=scope.on)
    if said == "coarse":
        return coarsened(chosen), (*decisions, kept)
    by_date = sorted(_history(entry, event, scope), key=lambda each: each.date)
    return replace(chosen, history=tuple(by_date)), (*decisions, kept)


def _history(entry: Entry, latest: Event, scope: Scope) -> Iterator[ChosenEvent]:
    """Yield what happened in a case until its latest event, as far as this reader may be told.

    What is told coarsely has no timeline: days in a row lead a reader to the person.
    """
    case = cast("Case", entry.record)
    for index, event in enumerate(case.history):
        known = _was_known(event, scope) and event.date <= latest.date
        if not event.happened or not known or not scope.may_read(event.sensitivity):
            continue
        if said_of(case, event, scope) != "statement":
            continue
        found, _ = sourced(entry, event, ("history", index, "happened"), scope)
        if found is not None:
            on = event.happened_on or event.date.isoformat()
            yield ChosenEvent(on, found["statement"], found["citations"])


def overtaken(record: Recommendation, scope: Scope) -> Decision | None:
    """Return why a recommendation is not made any more: none of its cases is as it presumes.

    A case that has ended, or of which nothing was known yet, says nothing either way.
    """
    if not record.presumes:
        return None
    entries = (scope.library.entry("case", each) for each in record.cases)
    known = [each for each in (standing(entry, scope.on) for entry in entries) if each]
    current = [each for each in known if each.case.until is None or scope.on <= each.case.until]
    if not current or any(each.fits(record.presumes) for each in current):
        return None
    last = max(current, key=lambda each: each.since)
    told = scope.may_read(last.case.sensitivity) and scope.may_read(last.event.sensitivity)
    return decision(
        record.id,
        "recommendation",
        "ask-overtaken" if told else "ask-overtaken-unsaid",
        included=False,
        case=last.entry.id,
        status=last.status,
        date=last.since,
    )


def contradictions(
    presumes: tuple[Status, ...], chosen: ChosenRecommendation, scope: Scope
) -> Iterator[Problem]:
    """Yield a problem for each sentence that asks something for somebody whom it does not fit."""
    to = (text for _, text in chosen.to)
    asks = (chosen.raise_, chosen.ask, chosen.short, chosen.question, chosen.whereas)
    for each in (*asks, chosen.calls_on, *to):
        for name in dict.fromkeys(_people_in(each.text, scope.library) if each else ()):
            found = _against(name, presumes, scope)
            if found and each:
                yield _contradiction(each, found)
            elif each and not presumes:
                yield from _perhaps_over(each, name, scope)


def _perhaps_over(said: Sentence, person: str, scope: Scope) -> Iterator[Problem]:
    """Yield a warning where an ask that presumes nothing names somebody whose cases are over."""
    entries = _cases_by_person(scope.library).get(person, ())
    known = [each for each in (standing(entry, scope.on) for entry in entries) if each]
    if known and all(each.status in _OVER for each in known):
        yield problem(
            "ask-perhaps-over",
            said.place,
            id=said.id,
            key=said.key,
            case=known[0].entry.id,
            file=known[0].entry.file,
        )


def _contradiction(said: Sentence, found: Standing) -> Problem:
    """Return the problem of a sentence; of a case that is not public, how it stands is not told."""
    public = found.case.sensitivity == found.event.sensitivity == "public"
    return problem(
        "ask-contradicts-case",
        said.place,
        id=said.id,
        key=said.key,
        case=found.entry.id,
        status=found.status if public else None,
        since=found.since if public else None,
        file=found.entry.file,
    )


def _people_in(text: str, library: Library) -> Iterator[str]:
    """Yield the people that a sentence speaks of, those of a list one by one."""
    for each in placeholders(text):
        group = library.get(PeopleList, each.name)
        yield from group.people if group else (each.name,)


def _against(person: str, presumes: tuple[Status, ...], scope: Scope) -> Standing | None:
    """Return the case that tells that somebody is not as an ask presumes, if none says otherwise.

    For the dead nothing is asked but what presumes their death.
    """
    entries = _cases_by_person(scope.library).get(person, ())
    known = [each for each in (standing(entry, scope.on) for entry in entries) if each]
    dead = next((each for each in known if each.status == _DEAD), None)
    if dead:
        return None if dead.fits(presumes) else dead
    if not presumes or any(each.fits(presumes) for each in known):
        return None
    return max(known, key=lambda each: each.since, default=None)


@lru_cache(maxsize=1)
def _cases_by_person(library: Library) -> Mapping[str, tuple[Entry, ...]]:
    """Return the cases of each person."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in library.entries("case"):
        for person in cast("Case", entry.record).people if entry.record else ():
            found[person] = (*found.get(person, ()), entry)
    return found


def _was_known(event: Event, scope: Scope) -> bool:
    """Tell whether an event had happened and was reported by the letter's date."""
    if event.date > scope.on:
        return False
    sources = (scope.library.get(Source, each.source) for each in event.sources)
    return any(source and last_day(source.date) <= scope.on for source in sources)
