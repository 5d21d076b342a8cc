"""What is in a delivery and why, from the same selection that a build makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.building.plan import jobs_of
from generator.building.preparing import (
    Prepared,
    can_be_written,
    dated,
    delivery_of,
    place_of,
    prepare,
)
from generator.building.request import BuildRequest, Job
from generator.building.writing import name_of, refused
from generator.catalogues.lookup import Catalogues
from generator.library import Entry, Library
from generator.loading.templates import Templates, TemplateUnusableError
from generator.loading.workspace import Workspace
from generator.model.brief import Delivery
from generator.model.document import DocumentType
from generator.problems import Problem, in_order
from generator.render.base import RenderFailure
from generator.render.formats import FORMATS
from generator.render.press import FORMAT
from generator.selection.decisions import Decision


@dataclass(frozen=True, slots=True)
class DeliveryExplanation:
    """One letter: a delivery in one locale, for one addressee where each gets its own.

    ``pages`` is ``None`` where no PDF can be laid out.
    """

    delivery: str
    addressee: str | None
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
            "addressee": self.addressee,
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
    wanted = BuildRequest((brief_id,), deliveries, locales, formats=(FORMAT,))
    for job in jobs_of(library, wanted):
        if deliveries and job.delivery not in deliveries:
            continue
        delivery = delivery_of(entry, job.delivery)
        known = library.get(DocumentType, delivery.document) is not None
        if not known or not can_be_written(library, job.locale):
            continue
        try:
            explanation, wrong = _explained(library, entry, delivery, catalogues, job)
        except Exception as error:  # noqa: BLE001 (what can be explained is)
            place = place_of(entry, delivery.id)
            problems.append(refused(error, place, id=brief_id, output=name_of(job, "")))
            continue
        found.append(explanation)
        problems += wrong
    return Explanation(brief_id, tuple(found), in_order(problems))


def _explained(
    library: Library, entry: Entry, delivery: Delivery, catalogues: Catalogues, job: Job
) -> tuple[DeliveryExplanation, tuple[Problem, ...]]:
    """Return one document explained, and what is wrong with it."""
    prepared = prepare(
        library,
        entry,
        delivery,
        catalogues.of(job.locale),
        locale=job.locale,
        addressee=job.addressee,
        draft=False,
    )
    letter = prepared.composed.letter
    decisions = prepared.selection.decisions
    pages, wrong = _pages(library.workspace, prepared, job) if letter else (None, ())
    explanation = DeliveryExplanation(
        delivery=delivery.id,
        addressee=job.addressee,
        locale=job.locale,
        words=prepared.counts.get("words"),
        pages=pages,
        limits=prepared.bounds.most(),
        included=tuple(each for each in decisions if each.included),
        excluded=tuple(each for each in decisions if not each.included),
    )
    return explanation, (*prepared.selection.problems, *prepared.composed.problems, *wrong)


def _pages(
    workspace: Workspace, prepared: Prepared, job: Job
) -> tuple[int | None, tuple[Problem, ...]]:
    """Return the pages of a letter where a PDF can be laid out; a fault of the program is told."""
    try:
        return FORMATS[FORMAT].render(prepared.letter_in(FORMAT), Templates(workspace)).pages, ()
    except (RenderFailure, TemplateUnusableError):
        return None, ()
    except Exception as error:  # noqa: BLE001 (what can be explained is)
        place, output = prepared.selection.place, name_of(job, FORMATS[FORMAT].suffix)
        return None, (refused(error, place, id=job.brief, output=output),)


def _decision(each: Decision) -> dict[str, str]:
    return {"id": each.id, "kind": each.kind, "reason": each.reason}
