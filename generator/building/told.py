"""The finished letter, searched once more for names that its reader may not know.

Selection has left them out of every sentence; this finds them where no sentence is: in an address,
a contact, a reference, a translation, or in how somebody else is described.
"""

from __future__ import annotations

from generator.inspection.forbidden import Forbidden
from generator.inspection.own import texts_of
from generator.letter import Letter
from generator.problems import Problem, problem
from generator.selection.chosen import Selection


def names_told(letter: Letter, selection: Selection, forbidden: Forbidden) -> tuple[Problem, ...]:
    """Return a problem for each part of ``letter`` that tells the name of somebody withheld."""
    search = forbidden.names
    told = dict.fromkeys(part for part, text in texts_of(letter) if any(search.found_in(text)))
    place = selection.place
    return tuple(problem("name-told", place, id=selection.brief_id, part=part) for part in told)
