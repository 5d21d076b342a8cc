"""The last look at a selection: no sentence of it writes out a name that is withheld.

Evidence, cases and answers that do so were left out before, with their reason;
what a letter cannot do without is refused, and a draft shows an ellipsis.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from generator.problems import Problem, problem
from generator.selection.chosen import Selection
from generator.selection.referents import SPOKEN
from generator.selection.scope import Scope
from generator.selection.sentence import Sentence

_SPOKEN = (
    "title",
    "subject",
    "opening",
    "closing",
    "notice",
    "classification",
    "dispatched_from",
    "contact_name",
    "meeting",
    "keywords",
    "themes",
    "prior_recommendations",
    "quotations",
    "accompanied",
    "charts",
)


def without_names(selection: Selection, scope: Scope) -> Selection:
    """Return ``selection`` without sentences that name somebody withheld, each a problem."""
    found: list[Problem] = []
    kept = {name: _kept(getattr(selection, name), scope, found) for name in _SPOKEN}
    return replace(selection, **kept, problems=(*selection.problems, *found))


def _kept(value: Any, scope: Scope, found: list[Problem]) -> Any:
    """Return ``value`` with an ellipsis in the place of each sentence that tells a name."""
    if isinstance(value, Sentence):
        if not scope.tells_withheld(value.text):
            return value
        found.append(problem("name-withheld", value.place, id=value.id, key=value.key))
        return replace(value, text="…")
    if isinstance(value, tuple):
        return tuple(_kept(each, scope, found) for each in value)
    if isinstance(value, SPOKEN):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{key: _kept(part, scope, found) for key, part in parts.items()})
    return value
