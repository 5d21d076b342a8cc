"""What the placeholders of the chosen sentences stand for; nothing else goes on to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from generator.markup.placeholders import placeholders
from generator.model.content import Figure
from generator.model.directory import Office, Organisation
from generator.model.people import PeopleList
from generator.model.places import NamedPlace
from generator.selection.chosen import (
    Chosen,
    ChosenCommitment,
    ChosenRecommendation,
    ChosenTheme,
    PlaceShown,
    Referent,
    Selection,
)
from generator.selection.cited import ChosenChart, ChosenEvent, ChosenSeries, Cited
from generator.selection.decisions import Decision
from generator.selection.occasion import Accompanied, ChosenMeeting
from generator.selection.scope import Scope
from generator.selection.sentence import Sentence

SPOKEN = (
    ChosenTheme,
    ChosenRecommendation,
    Chosen,
    ChosenCommitment,
    ChosenMeeting,
    ChosenEvent,
    ChosenChart,
    ChosenSeries,
    Cited,
    Accompanied,
)
"""What holds sentences."""


def referents_of(selection: Selection, scope: Scope) -> Selection:
    """Return ``selection`` with its signatories, and all that its sentences refer to."""
    found: dict[str, Referent] = {
        each.id: each for each in (*selection.signatories, *selection.awaited)
    }
    for each in sentences_of(selection):
        for placeholder in placeholders(each.text):
            _add(placeholder.name, found, scope)
    for name in (*_people_of(selection), *_drawn(selection)):
        _add(name, found, scope)
    kept = tuple(each for each in selection.decisions if _concerns(each, found))
    return replace(selection, referents=found, decisions=kept)


def _people_of(selection: Selection) -> Iterator[str]:
    """Yield the people of the cases, and those who are quoted."""
    for recommendation in selection.recommendations():
        for case in recommendation.cases:
            yield from case.people
    yield from (each.speaker for each in selection.quotations)


def _drawn(selection: Selection) -> Iterator[str]:
    """Yield the figures of the charts."""
    for chart in selection.charts:
        yield from (each.id for each in chart.figures())


def _concerns(decision: Decision, found: dict[str, Referent]) -> bool:
    """Tell whether a decision is about this document: of people, those it speaks of."""
    return decision.kind != "person" or decision.id in found


def _add(name: str, found: dict[str, Referent], scope: Scope) -> None:
    """Add what ``name`` refers to, and the people of a list."""
    if name in found:
        return
    person = scope.people.get(name)
    if person:
        found[name] = person
        return
    library = scope.library
    record = (
        library.get(Organisation, name)
        or library.get(Office, name)
        or library.get(PeopleList, name)
        or library.get(Figure, name)
    )
    place = library.get(NamedPlace, name)
    called = place.called(scope.on) if place else None
    if called is not None:
        found[name] = PlaceShown(name, called.names)
    if isinstance(record, Figure) and isinstance(record.counted_by, str):
        _add(record.counted_by, found, scope)
    if isinstance(record, PeopleList):
        record = record.model_copy(update={"people": scope.spoken_of(record)})
        for each in record.people:
            _add(each, found, scope)
    if record is not None:
        found[name] = record


def sentences_of(selection: Selection) -> Iterator[Sentence]:
    """Yield every sentence of a selection."""
    for each in fields(selection):
        yield from _sentences(getattr(selection, each.name))


def _sentences(value: Any) -> Iterator[Sentence]:
    """Yield every sentence in what was chosen, to any depth."""
    if isinstance(value, Sentence):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _sentences(each)
    elif isinstance(value, SPOKEN):
        for part in fields(value):
            yield from _sentences(getattr(value, part.name))


def ids_of(selection: Selection) -> frozenset[str]:
    """Return the ids of everything that was chosen, with what it cites and leans on."""
    return frozenset(_ids(tuple(getattr(selection, each.name) for each in fields(selection))))


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from _ids(each)
    elif isinstance(value, SPOKEN):
        yield getattr(value, "id", "")
        for part in fields(value):
            yield from _ids(getattr(value, part.name))
