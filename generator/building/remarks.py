"""What is said of a document that was built: too long for its rules, or read by nobody yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.building.request import Built
from generator.compose.compose import Composed
from generator.library import Library
from generator.model.brief import Audience, Delivery, DocumentType
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


def limits(library: Library, delivery: Delivery) -> dict[str, int]:
    """Return the limits of a delivery: the document's, or the audience's where it is stricter."""
    found: dict[str, int] = {}
    records: tuple[Any, ...] = (
        library.get(DocumentType, delivery.document),
        library.get(Audience, delivery.audience),
    )
    for record in records:
        for unit in ("words", "pages"):
            limit = getattr(record.limits, unit) if record else None
            if limit is not None:
                found[unit] = min(limit, found.get(unit, limit))
    return found


def too_long(built: Sequence[Built], selection: Selection, library: Library) -> Iterator[Problem]:
    """Yield a warning for each limit that the document exceeds."""
    allowed = limits(library, selection.delivery)
    pages = max((each.pages for each in built if each.pages is not None), default=None)
    counts = {"words": built[0].words if built else None, "pages": pages}
    for unit, count in counts.items():
        if count is not None and unit in allowed and count > allowed[unit]:
            yield problem(
                "too-long",
                selection.place,
                id=selection.brief_id,
                delivery=selection.delivery.id,
                locale=selection.locale,
                count=count,
                unit=unit,
                limit=allowed[unit],
                brief=selection.brief_id,
            )
