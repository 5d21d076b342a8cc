"""What is in a delivery and why, from the same selection that a build makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from generator.building.document import Prepared, can_be_written, dated, prepare
from generator.building.remarks import limits
from generator.catalogues.lookup import Catalogues
from generator.letter import Letter
from generator.library import Library
from generator.loading.templates import Templates, TemplateUnusableError
from generator.model.brief import Brief, Delivery, DocumentType
from generator.problems import Problem, in_order
from generator.render.base import RenderFailure
from generator.render.formats import FORMATS
from generator.selection.chosen import Decision


@dataclass(frozen=True, slots=True)
class DeliveryExplanation:
    """One delivery in one locale; ``pages`` is ``None`` where no PDF can be laid out."""

    delivery: str
    locale: str
    words: int | None
    pages: int | None
    limits: dict[str, int]
    included: tuple[Decision, ...]
    excluded: tuple[Decision, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief explain --json``."""
        return {
            "delivery": self.delivery,
            "locale": self.locale,
            "words": self.words,
            "pages": self.pages,
            "limits": dict(self.limits),
            "included": [_decision(each) for each in self.included],
            "excluded": [_decision(each) for each in self.excluded],
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """A brief explained, delivery by delivery."""

    brief: str
    deliveries: tuple[DeliveryExplanation, ...]
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, Any]:
        """Return what ``brief explain --json`` prints."""
        return {"brief": self.brief, "deliveries": [each.as_json() for each in self.deliveries]}


def explain(
    library: Library,
    brief_id: str,
    *,
    deliveries: tuple[str, ...] = (),
    locales: tuple[str, ...] = (),
) -> Explanation:
    """Return why each item of a brief is in or out; empty names mean all."""
    entry = dated(library, brief_id, None)
    catalogues = Catalogues(library)
    found: list[DeliveryExplanation] = []
    problems: list[Problem] = []
    for delivery in cast("Brief", entry.record).deliveries:
        if deliveries and delivery.id not in deliveries:
            continue
        if library.get(DocumentType, delivery.document) is None:
            continue
        for locale in delivery.locales:
            if (locales and locale not in locales) or not can_be_written(library, locale):
                continue
            prepared = prepare(
                library,
                entry,
                delivery,
                catalogues.of(locale),
                locale=locale,
                addressee=None,
                draft=True,
            )
            problems += (*prepared.selection.problems, *prepared.composed.problems)
            found.append(_explained(library, delivery, locale, prepared))
    return Explanation(brief_id, tuple(found), in_order(problems))


def _explained(
    library: Library, delivery: Delivery, locale: str, prepared: Prepared
) -> DeliveryExplanation:
    """Return one delivery in one locale, explained."""
    letter = prepared.composed.letter
    decisions = prepared.selection.decisions
    return DeliveryExplanation(
        delivery=delivery.id,
        locale=locale,
        words=letter.words if letter else None,
        pages=_pages(letter, Templates(library.workspace)) if letter else None,
        limits=limits(library, delivery),
        included=tuple(each for each in decisions if each.included),
        excluded=tuple(each for each in decisions if not each.included),
    )


def _pages(letter: Letter, templates: Templates) -> int | None:
    """Return the pages of a letter, where a PDF can be laid out."""
    try:
        return FORMATS["pdf"].render(letter, templates).pages
    except (RenderFailure, TemplateUnusableError):
        return None


def _decision(each: Decision) -> dict[str, str]:
    return {"id": each.id, "kind": each.kind, "reason": each.reason}
