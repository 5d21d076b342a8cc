"""What is in a delivery and why, from the same selection that a build makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.building.blocking import blocking
from generator.building.gates import deadline_of
from generator.building.plan import jobs_of
from generator.building.preparing import (
    Prepared,
    can_be_written,
    dated,
    delivery_of,
    place_of,
    prepare,
)
from generator.building.remarks import left_out
from generator.building.request import BuildRequest, Job
from generator.building.writing import name_of, refused
from generator.catalogues.lookup import Catalogues
from generator.library import Entry, Library
from generator.loading.templates import Templates, TemplateUnusableError
from generator.loading.workspace import Workspace
from generator.model.brief import Delivery
from generator.model.document import DocumentType
from generator.problems import Problem, errors, in_order
from generator.render.base import RenderFailure
from generator.render.formats import FORMATS
from generator.render.press import FORMAT
from generator.selection.chosen import Selection
from generator.selection.decisions import Decision

_ALWAYS = ("words", "pages")
_UNTRANSLATED = ("translation-missing", "translation-stale")


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a document must have arrived, and how many days are left of it, rounded down."""

    moment: datetime
    time_zone: str
    days_left: int

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief explain --json``."""
        return {
            "moment": self.moment.isoformat(),
            "time_zone": self.time_zone,
            "days_left": self.days_left,
        }


@dataclass(frozen=True, slots=True)
class DeliveryExplanation:
    """One letter: a delivery in one locale, for one addressee where each gets its own.

    ``pages`` is ``None`` where no PDF can be laid out. ``counts`` and ``limits`` are by unit, as
    the document type counts. ``untranslated``: the texts that lack a translation that holds.
    ``errors``: how many errors stop it; without any it is ready.
    """

    delivery: str
    document: str
    addressee: str | None
    locale: str
    words: int | None
    pages: int | None
    counts: dict[str, int]
    limits: dict[str, int]
    commitments: tuple[str, ...]
    untranslated: int
    errors: int
    deadline: Deadline | None
    included: tuple[Decision, ...]
    excluded: tuple[Decision, ...]

    @property
    def bars(self) -> tuple[tuple[str, int | None, int | None], ...]:
        """Return each unit with how much there is of it and how much there may be.

        Words and pages always, other units where they have a limit.
        """
        units = dict.fromkeys((*_ALWAYS, *self.limits))
        return tuple((unit, self.counts.get(unit), self.limits.get(unit)) for unit in units)

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief explain --json``."""
        return {
            "delivery": self.delivery,
            "document": self.document,
            "addressee": self.addressee,
            "locale": self.locale,
            "words": self.words,
            "pages": self.pages,
            "counts": dict(self.counts),
            "limits": dict(self.limits),
            "commitments": list(self.commitments),
            "untranslated": self.untranslated,
            "ready": self.errors == 0,
            "errors": self.errors,
            "deadline": self.deadline.as_json() if self.deadline else None,
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
    now: datetime,
    problems: tuple[Problem, ...] = (),
    deliveries: tuple[str, ...] = (),
    locales: tuple[str, ...] = (),
) -> Explanation:
    """Return why each item of a brief is in or out; empty names mean all.

    ``now``: the moment from which the days to a deadline are counted. ``problems``: those of
    loading and checking, which tell what is ready.
    """
    entry = dated(library, brief_id, None)
    catalogues = Catalogues(library)
    found: list[DeliveryExplanation] = []
    told: list[Problem] = []
    request = BuildRequest((brief_id,), deliveries, locales, today=now.date())
    for job in jobs_of(library, request):
        delivery = delivery_of(entry, job.delivery)
        known = library.get(DocumentType, delivery.document) is not None
        asked = not deliveries or job.delivery in deliveries
        if not known or not asked or not can_be_written(library, job.locale):
            continue
        try:
            prepared = _prepared(library, entry, delivery, catalogues, job)
            explanation, wrong = _explained(library, prepared, job, now, problems)
        except Exception as error:  # noqa: BLE001 (what can be explained is)
            place = place_of(entry, delivery.id)
            told.append(refused(error, place, id=brief_id, output=name_of(job, "")))
            continue
        found.append(explanation)
        told += wrong
    return Explanation(brief_id, tuple(found), in_order(told))


def _prepared(
    library: Library, entry: Entry, delivery: Delivery, catalogues: Catalogues, job: Job
) -> Prepared:
    """Return one document, ready to be laid out."""
    return prepare(
        library,
        entry,
        delivery,
        catalogues.of(job.locale),
        locale=job.locale,
        addressee=job.addressee,
        draft=False,
    )


def _explained(
    library: Library, prepared: Prepared, job: Job, now: datetime, problems: tuple[Problem, ...]
) -> tuple[DeliveryExplanation, tuple[Problem, ...]]:
    """Return one document explained, and what is wrong with it."""
    selection, delivery = prepared.selection, prepared.delivery
    decisions = selection.decisions
    composed = prepared.composed
    pages, wrong = _pages(library.workspace, prepared, job) if composed.letter else (None, ())
    unfiled = tuple(prepared.unfiled(job.formats).values())
    found = (*selection.problems, *composed.problems, *wrong)
    found = in_order((*found, *prepared.gated(job.formats, pages), *unfiled))
    stopping = blocking(problems, library, prepared.entry, delivery)
    counts = prepared.counts if pages is None else {**prepared.counts, "pages": pages}
    explanation = DeliveryExplanation(
        delivery=delivery.id,
        document=delivery.document,
        addressee=job.addressee,
        locale=job.locale,
        words=counts.get("words"),
        pages=pages,
        counts=counts,
        limits=prepared.bounds.most(),
        commitments=_commitments(selection),
        untranslated=sum(each.rule in _UNTRANSLATED for each in set(composed.problems)),
        errors=len(stopping) + len(errors(found)),
        deadline=_deadline(prepared, now),
        included=tuple(each for each in decisions if each.included),
        excluded=tuple(each for each in decisions if not each.included),
    )
    return explanation, (*found, *left_out(prepared.fitted, selection.place))


def _commitments(selection: Selection) -> tuple[str, ...]:
    """Return the commitments that a document leans on, each once."""
    recommendations = selection.recommendations()
    return tuple(dict.fromkeys(each.id for asked in recommendations for each in asked.commitments))


def _deadline(prepared: Prepared, now: datetime) -> Deadline | None:
    """Return when the document must have arrived."""
    brief = prepared.selection.brief
    due = deadline_of(brief, prepared.delivery, prepared.document)
    return Deadline(due.moment, due.zone, (due.moment - now).days) if due else None


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
