"""Making one document: select, compose, render each format, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, cast

from generator.building.attaching import accompanied_by, attached
from generator.building.blocking import blocking
from generator.building.looking import forbidden_in
from generator.building.preparing import (
    Prepared,
    can_be_written,
    dated,
    delivery_of,
    place_of,
    prepare,
)
from generator.building.release import final_of, unreleased
from generator.building.remarks import left_out, unreviewed
from generator.building.request import BuildRequest, Built, Content, Job
from generator.building.told import names_told
from generator.building.waiving import Waivers, waivers_of
from generator.building.writing import Target, rendered, write
from generator.compose.compose import Composed
from generator.inspection.forbidden import Forbidden
from generator.library import Entry
from generator.loading.templates import Templates
from generator.model.brief import Brief, Delivery
from generator.model.document import DocumentType
from generator.output.journal import Journal
from generator.problems import Problem, errors, in_order, problem
from generator.render.base import Rendered
from generator.render.press import Press


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one document: files, problems, and what the manifest says of it."""

    built: tuple[Built, ...]
    problems: tuple[Problem, ...]
    items: tuple[str, ...] = ()
    engine: tuple[tuple[str, str], ...] = ()
    translation: Mapping[str, Any] = field(default_factory=dict)


def make(
    job: Job,
    content: Content,
    *,
    request: BuildRequest,
    journal: Journal,
    press: Press | None = None,
    files: tuple[Built, ...] = (),
) -> Made:
    """Build the files of ``job``; a final that has an error is refused.

    With a ``press``, the PDF is laid out there while the other formats are made here. What the
    ``journal`` says is finished is not made again. Without the ``files`` of the document that it
    accompanies it is refused, even as a draft.
    """
    delivery = delivery_of(dated(content.library, job.brief, request.date), job.delivery)
    identified, content = content.is_identified(delivery), content.of(delivery)
    library, draft = content.library, request.draft
    entry = dated(library, job.brief, request.date)
    waivers = waivers_of(library, entry, delivery, request.today)
    of_content = waivers.applied(blocking(content.problems, library, entry, delivery))
    stopping = errors(of_content)
    missing = _template_missing(content, entry, delivery)
    known = library.get(DocumentType, delivery.document) is not None
    if missing or not known or (stopping and not draft) or not can_be_written(library, job.locale):
        return Made((), missing)
    attachments = attached(files, accompanied_by(delivery, cast("Brief", entry.record)))
    if attachments is None:
        return Made((), (_alone(entry, delivery, job),))
    prepared = prepare(
        library,
        entry,
        delivery,
        content.catalogues.of(job.locale),
        locale=job.locale,
        addressee=job.addressee,
        draft=draft,
        today=request.today,
        attachments=attachments,
    )
    work = Work(job, content, prepared, journal, request, waivers, files, identified=identified)
    made = _gated(work, press)
    waived = (each for each in of_content if each not in stopping)
    return replace(made, problems=(*made.problems, *waived))


@dataclass(frozen=True, slots=True)
class Work:
    """A document that was prepared, and where it goes.

    ``identified``: it may have names of the file of identities; no copy of its text is kept.
    """

    job: Job
    content: Content
    prepared: Prepared
    journal: Journal
    request: BuildRequest
    waivers: Waivers
    files: tuple[Built, ...]
    identified: bool

    @property
    def named(self) -> tuple[str, ...]:
        """Return whom the document names, or a file that it goes out with."""
        along = (each for file in self.files for each in file.named)
        return tuple(dict.fromkeys((*self.prepared.composed.named, *along)))

    @property
    def draft(self) -> bool:
        """Tell whether it is a draft."""
        return self.request.draft

    @property
    def forbidden(self) -> Forbidden:
        """Return what its files must not have."""
        return forbidden_in(self.prepared.selection, self.content.library, self.request)

    def unreleased(self) -> Iterator[Problem]:
        """Yield a problem where a final may not go out yet; a draft may."""
        if not self.draft:
            goes_along = self.prepared.delivery.accompanies is not None
            final = final_of(self.content, self.job, self.request) if goes_along else self.prepared
            yield from unreleased(final, self.job, self.content.library, self.request)


def _gated(work: Work, press: Press | None) -> Made:
    """Return the files of a document that passes what can be seen without a page.

    What cannot be filed is refused alone; a draft is built in every format.
    """
    job, prepared, draft = work.job, work.prepared, work.draft
    unfiled = {
        form: work.waivers.applied((each,)) for form, each in prepared.unfiled(job.formats).items()
    }
    refused = tuple(each for problems in unfiled.values() for each in problems)
    formats = tuple(each for each in job.formats if draft or not errors(unfiled.get(each, ())))
    found = (*prepared.selection.problems, *prepared.composed.problems)
    found = work.waivers.applied(found)
    letter = prepared.composed.letter
    if letter is None or (errors(found) and not draft):
        return Made((), (*found, *refused))
    gated = work.waivers.applied(prepared.gated(job.formats, None))
    found = (*found, *gated, *work.unreleased())
    told = names_told(letter, prepared.selection, work.forbidden)
    if told or not formats or (errors(found) and not draft):
        return Made((), (*found, *refused, *told))
    made = _written(replace(work, job=replace(job, formats=formats)), found, press)
    return replace(made, problems=(*made.problems, *refused))


def _written(work: Work, found: tuple[Problem, ...], press: Press | None) -> Made:
    """Return the files of a document; none where a binding limit of pages is not kept."""
    job, prepared, library = work.job, work.prepared, work.content.library
    letters = {name: prepared.letter_in(name) for name in job.formats}
    target = Target(
        job,
        prepared.selection,
        letters,
        work.forbidden,
        work.named,
        work.journal,
        work.draft,
        None if work.identified else prepared.composed.origins,
    )
    outcomes = rendered(target, Templates(library.workspace), press)
    pages = (each.pages for each in outcomes.values() if isinstance(each, Rendered))
    most = max((each for each in pages if each is not None), default=None)
    found = in_order((*found, *work.waivers.applied(prepared.gated(job.formats, most))))
    if errors(found) and not work.draft:
        return Made((), found)
    written = [write(name, outcomes[name], target) for name in job.formats]
    built = [each for each in written if isinstance(each, Built)]
    wrong = [each for each in written if isinstance(each, Problem)]
    engine = {
        pair for each in outcomes.values() if isinstance(each, Rendered) for pair in each.engine
    }
    return Made(
        built=tuple(built),
        problems=(*found, *wrong, *_remarks(prepared)),
        items=tuple(each.id for each in prepared.selection.decisions if each.included),
        engine=tuple(sorted(engine)),
        translation=_translation(prepared.composed),
    )


def _translation(composed: Composed) -> dict[str, Any]:
    """Return what the manifest says of the translation: texts by state, and names to be checked."""
    counted = {state: composed.used.get(state, 0) for state in ("translated", "reviewed")}
    machine = composed.used.get("machine", 0)
    return {**counted, "machine": machine, "unreviewed_names": list(composed.unreviewed)}


def _remarks(prepared: Prepared) -> Iterator[Problem]:
    """Yield what is to be said of a document that was built."""
    yield from unreviewed(prepared.composed, prepared.selection)
    yield from left_out(prepared.fitted, prepared.selection.place)


def _alone(entry: Entry, delivery: Delivery, job: Job) -> Problem:
    """Return the problem of what would go out without what it accompanies."""
    place = place_of(entry, delivery.id)
    return problem(
        "accompanied-missing",
        place,
        id=entry.id,
        brief=entry.id,
        delivery=delivery.id,
        target=delivery.accompanies,
        locale=job.locale,
    )


def _template_missing(content: Content, entry: Entry, delivery: Delivery) -> tuple[Problem, ...]:
    """Return the problem of a document type that lacks its rules or its template.

    Rules that are there and have mistakes are not missing: those mistakes are told.
    """
    library, rules = content.library, f"templates/{delivery.document}.yaml"
    known = library.get(DocumentType, delivery.document) is not None
    known = known or any(each.place.file == rules for each in errors(content.problems))
    if known and f"{delivery.document}.md.j2" in Templates(library.workspace):
        return ()
    at = cast("Brief", entry.record).deliveries.index(delivery)
    names = [each.id for each in library.entries("document")]
    return (
        problem(
            "document-unknown",
            entry.place("deliveries", at, "document"),
            id=entry.id,
            document=delivery.document,
            nearest=next(iter(get_close_matches(delivery.document, names, n=1, cutoff=0.6)), None),
            known=", ".join(names),
        ),
    )
