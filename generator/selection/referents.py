"""What the placeholders of the chosen sentences stand for; nothing else goes on to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.markup.placeholders import placeholders
from generator.model.content import Figure
from generator.model.directory import Office, Organisation
from generator.model.people import PeopleList
from generator.selection.chosen import Decision, Referent, Selection, Sentence
from generator.selection.scope import Scope


def referents_of(selection: Selection, scope: Scope) -> Selection:
    """Return ``selection`` with its signatories, and all that its sentences refer to."""
    found: dict[str, Referent] = {
        each.id: each for each in (*selection.signatories, *selection.awaited)
    }
    for each in sentences_of(selection):
        for placeholder in placeholders(each.text):
            _add(placeholder.name, found, scope)
    kept = tuple(each for each in selection.decisions if _concerns(each, found))
    return replace(selection, referents=found, decisions=kept)


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
    if record is not None:
        found[name] = record
    if isinstance(record, PeopleList):
        for each in record.people:
            _add(each, found, scope)


def sentences_of(selection: Selection) -> Iterator[Sentence]:
    """Yield every sentence of a selection."""
    yield from (selection.title, selection.subject, selection.dispatched_from, *selection.meeting)
    yield from (*selection.opening, *selection.closing)
    yield from (each for each in (selection.notice, selection.contact_name) if each)
    for theme in selection.themes:
        yield theme.name
        for each in theme.recommendations:
            yield from (each.raise_, each.ask)
            if each.short:
                yield each.short
            for item in (*each.evidence, *each.cases, *each.responses):
                yield item.statement
                yield from (cited.publisher for cited in item.citations)
            for commitment in each.commitments:
                yield from (commitment.ref, commitment.says)
