"""What is said of a document that was built: read by nobody yet, or shortened to fit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.building.fitting import Fitted
from generator.compose.compose import Composed
from generator.problems import Place, Problem, problem
from generator.selection.chosen import Selection


def unreviewed(composed: Composed, selection: Selection) -> Iterator[Problem]:
    """Yield a warning where texts or names are a draft that no native speaker has reviewed."""
    if composed.used.get("machine", 0) or composed.unreviewed:
        brief = selection.brief_id
        place = Place(f"briefs/{brief}.yaml")
        yield problem(
            "translation-unreviewed", place, id=brief, locale=selection.locale, brief=brief
        )


def left_out(fitted: Fitted, place: Place) -> Iterator[Problem]:
    """Yield a note of what was left out so that the document fits."""
    if fitted.left_out:
        selection = fitted.selection
        yield problem(
            "fitted",
            place,
            id=selection.brief_id,
            delivery=selection.delivery.id,
            locale=selection.locale,
            items=", ".join(dict.fromkeys(each.id for each in fitted.left_out)),
            next=fitted.left_out[-1].id,
            cost=fitted.cost,
        )
