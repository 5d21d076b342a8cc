"""Making one document: select, compose, render each format, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, cast

from generator.building.blocking import blocking
from generator.building.remarks import too_long, unreviewed
from generator.building.request import Built, Content, Job
from generator.building.told import names_told
from generator.building.writing import Target, rendered, write
from generator.catalogues.lookup import Translations
from generator.compose.compose import Composed, compose
from generator.language.cldr import is_known
from generator.library import Entry, Library
from generator.loading.templates import Templates
from generator.model.brief import Brief, Delivery, DocumentType
from generator.output.journal import Journal
from generator.problems import Place, Problem, errors, problem
from generator.render.base import Rendered
from generator.render.press import Press
from generator.selection.choose import choose
from generator.selection.chosen import Selection


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one document: files, problems, and what the manifest says of it."""

    built: tuple[Built, ...]
    problems: tuple[Problem, ...]
    items: tuple[str, ...] = ()
    engine: tuple[tuple[str, str], ...] = ()
    translation: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be rendered."""

    entry: Entry
    delivery: Delivery
    document: DocumentType
    selection: Selection
    composed: Composed


def make(
    job: Job,
    content: Content,
    *,
    journal: Journal,
    on: date | None,
    draft: bool,
    press: Press | None = None,
) -> Made:
    """Build the files of ``job``; a final that has an error is refused.

    With a ``press``, the PDF is laid out there while the other formats are made here. What the
    ``journal`` says is finished is not made again.
    """
    library = content.library
    entry = dated(library, job.brief, on)
    delivery = delivery_of(entry, job.delivery)
    stopping = blocking(content.problems, library, entry, delivery)
    missing = _template_missing(content, entry, delivery)
    known = library.get(DocumentType, delivery.document) is not None
    if missing or not known or (stopping and not draft) or not can_be_written(library, job.locale):
        return Made((), missing)
    prepared = prepare(
        library,
        entry,
        delivery,
        content.catalogues.of(job.locale),
        locale=job.locale,
        addressee=job.addressee,
        draft=draft,
    )
    found = (*prepared.selection.problems, *prepared.composed.problems)
    letter = prepared.composed.letter
    if letter is None or (errors(found) and not draft):
        return Made((), found)
    told = names_told(letter, prepared.selection, library)
    if told:
        return Made((), (*found, *told))
    target = Target(job, prepared.selection, letter, journal, draft)
    outcomes = rendered(target, Templates(library.workspace), press)
    written = [write(name, outcomes[name], target) for name in job.formats]
    built = [each for each in written if isinstance(each, Built)]
    wrong = [each for each in written if isinstance(each, Problem)]
    engine = {
        pair for each in outcomes.values() if isinstance(each, Rendered) for pair in each.engine
    }
    return Made(
        built=tuple(built),
        problems=(*found, *wrong, *_remarks(prepared, built, library)),
        items=tuple(each.id for each in prepared.selection.decisions if each.included),
        engine=tuple(sorted(engine)),
        translation=_translation(prepared.composed),
    )


def _translation(composed: Composed) -> dict[str, Any]:
    """Return what the manifest says of the translation: texts by state, and names to be checked."""
    counted = {state: composed.used.get(state, 0) for state in ("translated", "reviewed")}
    machine = composed.used.get("machine", 0)
    return {**counted, "machine": machine, "unreviewed_names": list(composed.unreviewed)}


def _remarks(prepared: Prepared, built: list[Built], library: Library) -> Iterator[Problem]:
    """Yield what is to be said of a document that was built."""
    yield from unreviewed(prepared.composed, prepared.selection)
    yield from too_long(built, prepared.selection, library)


def can_be_written(library: Library, locale: str) -> bool:
    """Tell whether CLDR knows a language and that of the sources; the checks report it if not."""
    return is_known(locale) and is_known(library.settings.source_locale)


@lru_cache(maxsize=1)
def dated(library: Library, brief: str, on: date | None) -> Entry:
    """Return the brief, with another date where one is given."""
    entry = cast("Entry", library.entry("brief", brief))
    if on is None:
        return entry
    record = cast("Brief", entry.record).model_copy(update={"date": on})
    return replace(entry, record=record)


def delivery_of(entry: Entry, delivery: str) -> Delivery:
    """Return a delivery of a brief by its id."""
    return next(each for each in cast("Brief", entry.record).deliveries if each.id == delivery)


def place_of(entry: Entry, delivery: str) -> Place:
    """Return where a delivery of a brief stands."""
    deliveries = cast("Brief", entry.record).deliveries
    return entry.place("deliveries", [each.id for each in deliveries].index(delivery))


def prepare(
    library: Library,
    entry: Entry,
    delivery: Delivery,
    translations: Translations,
    *,
    locale: str,
    addressee: str | None,
    draft: bool,
) -> Prepared:
    """Return the document of a delivery, selected and composed."""
    document = cast("DocumentType", library.get(DocumentType, delivery.document))
    narrowed = (addressee,) if addressee else None
    selection = choose(library, entry, delivery, locale=locale, addressees=narrowed, draft=draft)
    composed = compose(selection, document, library.workspace, translations, draft=draft)
    return Prepared(entry, delivery, document, selection, composed)


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
