"""What is in a delivery and why, from the same selection that a build makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from generator.building.blocking import blocking
from generator.building.gates import deadline_of
from generator.building.plan import jobs_of
from generator.building.preparing import (
    Prepared,
    can_be_written,
    dated,
    delivery_of,
    place_of,
)
from generator.building.release import final_of, unreleased
from generator.building.remarks import left_out
from generator.building.request import BuildRequest, Content, Identified, Job
from generator.building.waiving import waivers_of
from generator.building.writing import name_of, refused
from generator.catalogues.lookup import Catalogues
from generator.explain.explained import Deadline, DeliveryExplanation, Explanation
from generator.explain.named_before import named_before
from generator.library import Library
from generator.loading.templates import Templates, TemplateUnusableError
from generator.loading.workspace import Workspace
from generator.model.document import DocumentType
from generator.problems import Problem, errors, in_order
from generator.render.base import RenderFailure
from generator.render.formats import FORMATS
from generator.render.press import FORMAT
from generator.selection.chosen import Selection

_UNTRANSLATED = ("translation-missing", "translation-stale")


def explain(
    library: Library,
    brief_id: str,
    request: BuildRequest,
    *,
    now: datetime,
    problems: tuple[Problem, ...] = (),
    identified: Identified | None = None,
) -> Explanation:
    """Return why each item of a brief is in or out, in the documents that ``request`` asks for.

    ``now``: the moment from which the days to a deadline are counted. ``problems``: those of
    loading and checking, which tell what is ready. ``identified``: the library with a file of
    identities, for documents that are not public.
    """
    request = replace(request, briefs=(brief_id,), now=now)
    entry = dated(library, brief_id, None)
    content = Content(library, problems, Catalogues(library), identified)
    found: list[DeliveryExplanation] = []
    told: list[Problem] = []
    for job in jobs_of(library, request):
        delivery = delivery_of(entry, job.delivery)
        known = library.get(DocumentType, delivery.document) is not None
        asked = not request.deliveries or job.delivery in request.deliveries
        if not known or not asked or not can_be_written(library, job.locale):
            continue
        try:
            own = content.of(delivery)
            prepared = final_of(own, job, request)
            explanation, wrong = _explained(own, prepared, job, request)
        except Exception as error:  # noqa: BLE001 (what can be explained is)
            place = place_of(entry, delivery.id)
            told.append(refused(error, place, id=brief_id, output=name_of(job, "")))
            continue
        found.append(explanation)
        told += wrong
    decisions = (decision for each in found for decision in each.excluded)
    before = named_before(decisions, request.out)
    return Explanation(brief_id, tuple(found), in_order(told), before)


def _explained(
    content: Content, prepared: Prepared, job: Job, request: BuildRequest
) -> tuple[DeliveryExplanation, tuple[Problem, ...]]:
    """Return one document explained, and what is wrong with it."""
    library = content.library
    selection, delivery = prepared.selection, prepared.delivery
    decisions = selection.decisions
    composed = prepared.composed
    pages, wrong = _pages(library.workspace, prepared, job) if composed.letter else (None, ())
    unfiled = tuple(prepared.unfiled(job.formats).values())
    found = (*selection.problems, *composed.problems, *wrong)
    found = in_order((*found, *prepared.gated(job.formats, pages), *unfiled))
    found = (*found, *unreleased(prepared, job, library, request))
    waivers = waivers_of(library, prepared.entry, delivery, request.today)
    found = waivers.applied(found)
    stopping = waivers.applied(blocking(content.problems, library, prepared.entry, delivery))
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
        errors=len(errors((*stopping, *found))),
        waived=tuple(each for each in (*stopping, *found) if each.waived),
        deadline=_deadline(prepared, request.now),
        included=tuple(each for each in decisions if each.included),
        excluded=tuple(each for each in decisions if not each.included),
    )
    return explanation, (*found, *left_out(prepared.fitted, selection.place))


def _commitments(selection: Selection) -> tuple[str, ...]:
    """Return the commitments that a document leans on, each once."""
    recommendations = selection.recommendations()
    return tuple(dict.fromkeys(each.id for asked in recommendations for each in asked.commitments))


def _deadline(prepared: Prepared, now: datetime | None) -> Deadline | None:
    """Return when the document must have arrived."""
    brief = prepared.selection.brief
    due = deadline_of(brief, prepared.delivery, prepared.document)
    return Deadline(due.moment, due.zone, (due.moment - now).days) if due and now else None


def _pages(
    workspace: Workspace, prepared: Prepared, job: Job
) -> tuple[int | None, tuple[Problem, ...]]:
    """Return the pages of a letter where a PDF can be laid out; a fault of the program is told."""
    try:
        return FORMATS[FORMAT].pages(prepared.letter_in(FORMAT), Templates(workspace)), ()
    except (RenderFailure, TemplateUnusableError):
        return None, ()
    except Exception as error:  # noqa: BLE001 (what can be explained is)
        place, output = prepared.selection.place, name_of(job, FORMATS[FORMAT].suffix)
        return None, (refused(error, place, id=job.brief, output=output),)
