"""What ``brief list`` tells of each record: never a value that is not public."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

from generator.cli.work.relations import Relations
from generator.library import audience_of
from generator.loading.entries import Entry
from generator.model.audience import Audience, Limit, Limits
from generator.model.base import Names
from generator.model.brief import Brief
from generator.model.commitments import Commitment
from generator.model.content import Evidence, Recommendation, Theme, ThemeFile
from generator.model.document import DocumentType
from generator.model.people import Case, Person
from generator.model.sources import Source

Fields = dict[str, Any]


def _brief(entry: Entry, record: Brief, relations: Relations) -> Fields:
    return {
        "date": record.date.isoformat(),
        "country": record.country,
        "reference": record.reference,
        "title": record.title,
        "deliveries": [each.id for each in record.deliveries],
        "locales": sorted({name for each in record.deliveries for name in each.locales}),
        **relations.named(entry),
    }


def _theme(entry: Entry, record: Theme, relations: Relations) -> Fields:
    return {
        "name": record.name,
        "recommendations": relations.count(record.id),
        "audiences": relations.named(entry)["audiences"],
    }


def _recommendation(entry: Entry, record: Recommendation, relations: Relations) -> Fields:
    return {
        "priority": record.priority,
        "country": cast("ThemeFile", entry.whole).country,
        **relations.named(entry),
        "deadline": record.deadline.isoformat() if record.deadline else None,
        "evidence": list(record.evidence),
        "cases": list(record.cases),
        "ask": record.short or record.ask,
    }


def _evidence(entry: Entry, record: Evidence, relations: Relations) -> Fields:
    public = record.sensitivity == "public"
    return {
        "date": record.date.isoformat(),
        "certainty": record.certainty,
        "sensitivity": record.sensitivity,
        **relations.named(entry),
        "sources": [each.source for each in record.sources],
        "statement": record.statement if public else None,
    }


def _person(entry: Entry, record: Person, relations: Relations) -> Fields:
    naming = record.naming
    return {
        "name": _plain_name(record.names, relations.source_locale) if naming else None,
        "basis": naming.basis if naming else None,
        "until": naming.until.isoformat() if naming and naming.until else None,
        **relations.named(entry),
    }


def _case(entry: Entry, record: Case, relations: Relations) -> Fields:
    last = max(record.history, key=lambda each: each.date, default=None)
    public = last is not None and record.sensitivity == last.sensitivity == "public"
    return {
        "country": record.country,
        "sensitivity": record.sensitivity,
        "since": last.date.isoformat() if last and public else None,
        "status": last.status if last and public else None,
        "people": list(record.people),
        **relations.named(entry),
        "statement": last.statement if last and public else None,
    }


def _source(entry: Entry, record: Source, relations: Relations) -> Fields:
    public = record.sensitivity == "public"
    return {
        "date": record.date if public else None,
        "locale": record.locale if public else None,
        "kind": record.kind if public else None,
        "sensitivity": record.sensitivity,
        "publisher": record.publisher if public else None,
        "title": record.title if public else None,
        "address": record.address if public else None,
        **relations.named(entry),
    }


def _commitment(entry: Entry, record: Commitment, relations: Relations) -> Fields:
    return {
        "audience": audience_of(entry),
        "binding": record.binding,
        "date": record.date,
        "verified": record.verified is not None,
        "themes": relations.named(entry)["themes"],
        "ref": record.ref,
        "says": record.says,
    }


def _audience(entry: Entry, record: Audience, relations: Relations) -> Fields:  # noqa: ARG001 (one signature for all)
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


def _document(entry: Entry, record: DocumentType, relations: Relations) -> Fields:  # noqa: ARG001 (as above)
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
