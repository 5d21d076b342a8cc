"""What a document prints of what was chosen for it; no type of document prints everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from generator.compose.compose import Composed
from generator.selection.chosen import Selection
from generator.selection.decisions import Decision, decision
from generator.selection.referents import SPOKEN
from generator.selection.sentence import Sentence


def as_printed(selection: Selection, composed: Composed) -> Selection:
    """Return ``selection`` with the decisions on what ``composed`` does not print corrected."""
    if composed.letter is None:
        return selection
    said = frozenset(composed.said)
    spoken: dict[str, bool] = {}
    for name, contexts in _items(
        tuple(getattr(selection, each.name) for each in fields(selection))
    ):
        spoken[name] = spoken.get(name, False) or not said.isdisjoint(contexts)
    named = frozenset(composed.named)
    kept = (_corrected(each, spoken, named) for each in selection.decisions)
    return replace(selection, decisions=tuple(each for each in kept if each))


def _corrected(each: Decision, spoken: dict[str, bool], named: frozenset[str]) -> Decision | None:
    """Return a decision as the document bears it out; none on a person whom it does not name."""
    if not each.included:
        return each
    if each.kind == "person":
        return each if each.id in named else None
    if spoken.get(each.id, True):
        return each
    return decision(each.id, each.kind, "not-printed", included=False)


def _items(value: Any) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield every item of what was chosen with the contexts of its own sentences."""
    if isinstance(value, tuple):
        for each in value:
            yield from _items(each)
    elif isinstance(value, SPOKEN):
        parts = [getattr(value, each.name) for each in fields(value)]
        own = frozenset(each.context for each in parts if isinstance(each, Sentence))
        name = getattr(value, "id", None)
        if name and own:
            yield name, own
        yield from _items(tuple(each for each in parts if not isinstance(each, Sentence)))
