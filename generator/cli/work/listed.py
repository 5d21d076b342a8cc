"""What ``brief list`` tells of each record: never a value above the clearance of who reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, cast

from generator.catalogues.messages import sensitivity_of
from generator.cli.work.relations import Relations
from generator.library import Library, audience_of
from generator.loading.entries import Entry
from generator.model.audience import Audience, Limit, Limits
from generator.model.base import CLEARANCES, Names, Sensitivity, may_read
from generator.model.brief import Brief
from generator.model.commitments import Commitment
from generator.model.content import Evidence, Recommendation, Theme, ThemeFile
from generator.model.document import DocumentType
from generator.model.people import Case, Person
from generator.model.sources import Source
from generator.selection.bases import Reader, open_to_all, refusals
from generator.selection.naming import tells

Fields = dict[str, Any]

HIDDEN = "…"
"""Stands for a text that may not be read."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The library as somebody who is cleared for it may see it listed on a day."""

    library: Library
    relations: Relations
    clearance: Sensitivity
    today: date
    never_told: frozenset[str]

    def text(self, text: str | None, sensitivity: Sensitivity = "public") -> str | None:
        """Return a text, or what stands for one that may not be read, or that tells a name."""
        if text is None or self.clearance == "internal":
            return text
        hidden = not self.may_read(sensitivity) or tells(text, self.never_told)
        return HIDDEN if hidden else text

    def may_read(self, sensitivity: Sensitivity) -> bool:
        """Tell whether what has ``sensitivity`` may be listed."""
        return may_read(self.clearance, sensitivity)

    def may_name(self, person: Person) -> bool:
        """Tell whether a name may be listed: to the public, one that every reader may know."""
        naming = person.naming
        if naming is None or (self.clearance == "public" and not open_to_all(self.library, person)):
            return False
        audience, locale = next(iter(naming.audiences), ""), next(iter(naming.locales), "")
        locale = locale or self.relations.source_locale
        reader = Reader(audience, locale, self.clearance, self.today, self.today)
        return not any(refusals(self.library, person, reader))


def _brief(entry: Entry, record: Brief, view: View) -> Fields:
    return {
        "date": record.date.isoformat(),
        "country": record.country,
        "reference": record.reference,
        "title": view.text(record.title, sensitivity_of(entry, ("title",))),
        "deliveries": [each.id for each in record.deliveries],
        "locales": sorted({name for each in record.deliveries for name in each.locales}),
        **view.relations.named(entry),
    }


def _theme(entry: Entry, record: Theme, view: View) -> Fields:
    return {
        "name": record.name,
        "recommendations": view.relations.count(record.id),
        "audiences": view.relations.named(entry)["audiences"],
    }


def _recommendation(entry: Entry, record: Recommendation, view: View) -> Fields:
    return {
        "priority": record.priority,
        "country": cast("ThemeFile", entry.whole).country,
        **view.relations.named(entry),
        "deadline": record.deadline.isoformat() if record.deadline else None,
        "evidence": list(record.evidence),
        "cases": list(record.cases),
        "ask": view.text(record.short or record.ask),
    }


def _evidence(entry: Entry, record: Evidence, view: View) -> Fields:
    return {
        "date": record.date.isoformat(),
        "certainty": record.certainty,
        "sensitivity": record.sensitivity,
        **view.relations.named(entry),
        "sources": [each.source for each in record.sources],
        "statement": view.text(record.statement, record.sensitivity),
    }


def _person(entry: Entry, record: Person, view: View) -> Fields:
    naming = record.naming
    named = view.may_name(record)
    return {
        "name": _plain_name(record.names, view.relations.source_locale) if named else None,
        "basis": naming.basis if naming else None,
        "until": naming.until.isoformat() if naming and naming.until else None,
        "sensitivity": record.sensitivity,
        **view.relations.named(entry),
    }


def _case(entry: Entry, record: Case, view: View) -> Fields:
    last = max(record.history, key=lambda each: each.date, default=None)
    sensitivity: Sensitivity = "internal"
    if last:
        sensitivity = max(record.sensitivity, last.sensitivity, key=CLEARANCES.index)
    readable = last is not None and view.may_read(sensitivity)
    return {
        "country": record.country,
        "sensitivity": record.sensitivity,
        "since": last.date.isoformat() if last and readable else None,
        "status": last.status if last and readable else None,
        "people": list(record.people),
        **view.relations.named(entry),
        "statement": view.text(last.statement, sensitivity) if last else None,
    }


def _source(entry: Entry, record: Source, view: View) -> Fields:
    readable = view.may_read(record.sensitivity)
    return {
        "date": record.date if readable else None,
        "locale": record.locale if readable else None,
        "kind": record.kind if readable else None,
        "sensitivity": record.sensitivity,
        "publisher": view.text(record.publisher, record.sensitivity),
        "title": view.text(record.title, record.sensitivity),
        "address": view.text(record.address, record.sensitivity),
        **view.relations.named(entry),
    }


def _commitment(entry: Entry, record: Commitment, view: View) -> Fields:
    return {
        "audience": audience_of(entry),
        "binding": record.binding,
        "date": record.date,
        "verified": record.verified is not None,
        "themes": view.relations.named(entry)["themes"],
        "ref": record.ref,
        "says": record.says,
    }


def _audience(entry: Entry, record: Audience, view: View) -> Fields:  # noqa: ARG001 (one signature for all)
    return {
        "name": record.name,
        "languages": list(record.languages),
        "formats": list(record.formats),
        "limits": {
            f"{unit} ({name})": most
            for name, each in record.limits.items()
            for unit, most in _most(each).items()
        },
    }


def _document(entry: Entry, record: DocumentType, view: View) -> Fields:  # noqa: ARG001 (as above)
    return {
        "name": record.name,
        "audiences": list(record.audiences),
        "formats": list(record.formats),
        "limits": {
            **_most(record.limits),
            **{
                f"{unit} ({each.id})": most
                for each in record.variants
                for unit, most in _most(each.limits).items()
            },
        },
    }


def _most(limits: Limits) -> dict[str, int]:
    """Return the most of each unit that a document may have."""
    units = {name: getattr(limits, name) for name in type(limits).model_fields}
    return {
        name: each.most
        for name, each in units.items()
        if isinstance(each, Limit) and each.most is not None
    }


def _plain_name(names: Names, locale: str) -> str | None:
    """Return a name as it stands alone, in the workspace's language if it has one."""
    forms = names.get(locale) or next(iter(names.values()), None)
    if forms is None or isinstance(forms, str):
        return forms
    return forms.get("nominative") or next(iter(forms.values()), None)


TOLD: Mapping[str, Callable[..., Fields]] = MappingProxyType(
    {
        "brief": _brief,
        "theme": _theme,
        "recommendation": _recommendation,
        "evidence": _evidence,
        "person": _person,
        "case": _case,
        "source": _source,
        "commitment": _commitment,
        "audience": _audience,
        "document": _document,
    }
)
"""For each kind of record, what is told of it besides id, file and line."""
