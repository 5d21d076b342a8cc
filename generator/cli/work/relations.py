"""Which themes and audiences a record belongs to, followed along the references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast

from generator.library import Library, audience_of
from generator.loading.entries import Entry
from generator.model.brief import Brief
from generator.model.commitments import Commitment
from generator.model.content import Evidence, Recommendation, Response, ThemeFile
from generator.model.document import DocumentType
from generator.model.people import Case, Event, Person

EVERY = "*"
"""Stands for every audience."""


class Relations:
    """Themes and audiences by record, gathered once from the whole library."""

    def __init__(self, library: Library) -> None:
        self.source_locale = library.settings.source_locale
        self._themes: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._audiences: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._count: dict[str, int] = defaultdict(int)
        self._gather(library)

    def count(self, theme: str) -> int:
        """Return how many recommendations a theme has."""
        return self._count[theme]

    def themes(self, entry: Entry) -> set[str]:
        """Return the themes that a record belongs to."""
        return self._themes[entry.kind, entry.id]

    def serves(self, entry: Entry, audience: str) -> bool:
        """Tell whether a record is for an audience."""
        return bool(self._audiences[entry.kind, entry.id] & {audience, EVERY})

    def named(self, entry: Entry) -> dict[str, Any]:
        """Return themes and audiences as lists; ``None`` stands for every audience."""
        audiences = self._audiences[entry.kind, entry.id]
        return {
            "themes": sorted(self.themes(entry)),
            "audiences": None if EVERY in audiences else sorted(audiences),
        }

    def _gather(self, library: Library) -> None:
        """Walk from recommendations to what they rest on, and from there on."""
        for kind, take in (
            ("commitment", self._commitment),
            ("recommendation", self._recommendation),
            ("evidence", self._statement),
            ("response", self._statement),
            ("case", self._case),
            ("person", self._person),
            ("brief", self._brief),
            ("document", self._document),
        ):
            for entry in library.entries(kind):
                if entry.record is not None and entry.whole is not None:
                    take(entry, cast("Any", entry.record))
        for entry in library.entries("theme"):
            self._add("theme", entry.id, {entry.id}, ())
        for entry in library.entries("audience"):
            self._add("audience", entry.id, (), {entry.id})

    def _add(self, kind: str, name: str, themes: Iterable[str], audiences: Iterable[str]) -> None:
        self._themes[kind, name].update(themes)
        self._audiences[kind, name].update(audiences)

    def _commitment(self, entry: Entry, record: Commitment) -> None:
        self._add("commitment", entry.id, record.themes, {audience_of(entry)})

    def _statement(self, entry: Entry, record: Evidence | Response) -> None:
        self._add(entry.kind, entry.id, {cast("ThemeFile", entry.whole).theme}, ())
        self._cited(entry.kind, entry.id, record)

    def _document(self, entry: Entry, record: DocumentType) -> None:
        self._add("document", entry.id, (), record.audiences)

    def _recommendation(self, entry: Entry, record: Recommendation) -> None:
        theme = cast("ThemeFile", entry.whole).theme
        audiences = {EVERY} if record.audiences is None else set(record.audiences)
        self._count[theme] += 1
        self._add("recommendation", entry.id, {theme}, audiences)
        self._add("theme", theme, (), audiences)
        own = (name for each in (record.audiences or {}).values() for name in each.commitments)
        for name in (*record.commitments, *own):
            self._add("commitment", name, {theme}, ())
        for kind, names in (
            ("evidence", record.evidence),
            ("response", record.responses),
            ("case", record.cases),
        ):
            for name in names:
                self._add(kind, name, {theme}, audiences)

    def _case(self, entry: Entry, case: Case) -> None:
        self._add("case", entry.id, case.themes, ())
        for name in case.people:
            self._add("person", name, case.themes, ())
        for event in case.history:
            self._cited("case", entry.id, event)

    def _person(self, entry: Entry, person: Person) -> None:
        if person.naming:
            self._add("person", entry.id, (), person.naming.audiences or {EVERY})

    def _brief(self, entry: Entry, brief: Brief) -> None:
        self._add("brief", entry.id, brief.themes, ())
        for each in brief.deliveries:
            self._add("brief", entry.id, each.themes, {each.audience})

    def _cited(self, kind: str, name: str, record: Evidence | Response | Event) -> None:
        """Hand themes and audiences on to the sources that a record cites."""
        for each in record.sources:
            self._add("source", each.source, self._themes[kind, name], self._audiences[kind, name])
