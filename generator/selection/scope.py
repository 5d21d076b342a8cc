"""What holds for one delivery: its reader, date and clearance, and what these let through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from generator.library import Entry, Library
from generator.markup.placeholders import Placeholder, placeholders
from generator.model.base import Citation, Sensitivity, last_day, may_read
from generator.model.content import Evidence, Theme, ThemeFile
from generator.model.naming import PERSON_FORMS
from generator.model.people import PeopleList
from generator.model.sources import Source
from generator.problems import Place
from generator.selection.chosen import PersonShown
from generator.selection.cited import Cited, Located
from generator.selection.decisions import Decision, decision
from generator.selection.naming import tells
from generator.selection.sentence import Sentence


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """The library as seen by one reader on one date; ``outline`` is the scheme of the sections."""

    library: Library
    audience: str
    clearance: Sensitivity
    on: date
    locale: str
    people: Mapping[str, PersonShown]
    withheld: frozenset[str]
    outline: str | None = None

    def may_read(self, sensitivity: Sensitivity) -> bool:
        """Tell whether this reader may read what has ``sensitivity``."""
        return may_read(self.clearance, sensitivity)

    def can_say(self, text: str) -> bool:
        """Tell whether everybody that a sentence speaks of can be spoken of to this reader."""
        return all(self.can_fill(each) for each in placeholders(text))

    def can_fill(self, placeholder: Placeholder) -> bool:
        """Tell whether this reader may be told what a placeholder asks for."""
        person = self.people.get(placeholder.name)
        if person and placeholder.form in PERSON_FORMS:
            return placeholder.form in person.details
        return self.can_refer(placeholder.name)

    def can_refer(self, name: str) -> bool:
        """Tell whether somebody can be spoken of to this reader, named or described."""
        person = self.people.get(name)
        if person:
            return bool(person.names)
        group = self.library.get(PeopleList, name)
        return bool(self.spoken_of(group)) if group else True

    def spoken_of(self, group: PeopleList) -> tuple[str, ...]:
        """Return those of a list who can be spoken of to this reader."""
        return tuple(each for each in group.people if self.can_refer(each))

    def tells_withheld(self, text: str | None) -> bool:
        """Tell whether ``text``, placeholders aside, names somebody withheld."""
        if not text or not self.withheld:
            return False
        bare = text
        for each in placeholders(text):
            bare = bare.replace("{" + each.name, "{")
        return tells(bare, self.withheld)

    def optional(self, entry: Entry, text: str | None, *path: str | int) -> Sentence | None:
        """Return a sentence that a document can do without; none that this reader may not see."""
        if not text or not self.can_say(text) or self.tells_withheld(text):
            return None
        return sentence(entry, text, *path)

    def section_of(self, entry: Entry) -> str | None:
        """Return the section of evidence in the outline: its own, else its theme's first."""
        if self.outline is None:
            return None
        own = cast("Evidence", entry.record).mappings.get(self.outline)
        theme = self.library.get(Theme, cast("ThemeFile", entry.whole).theme)
        return own or next(iter(theme.mappings.get(self.outline, ()) if theme else ()), None)

    def above_clearance(self, id: str, kind: str, sensitivity: Sensitivity) -> Decision:  # noqa: A002 (the JSON field is called id)
        """Return the decision that leaves out what this reader may not read."""
        return decision(
            id,
            kind,
            "above-clearance",
            included=False,
            sensitivity=sensitivity,
            clearance=self.clearance,
        )

    def citations(
        self, cited: tuple[Citation, ...], by: Entry, *path: str | int
    ) -> tuple[tuple[Cited, ...], tuple[Decision, ...]]:
        """Return those citations that this reader may see on this date, and why others are out.

        ``by`` and ``path``: the record that cites, and where in it the citations stand.
        """
        shown: list[Cited] = []
        decisions: list[Decision] = []
        for at, each in enumerate(cited):
            entry = self.library.entry("source", each.source)
            source = self.library.get(Source, each.source)
            if entry is None or source is None:
                continue
            if not self.may_read(source.sensitivity):
                decisions.append(self.above_clearance(source.id, "source", source.sensitivity))
            elif last_day(source.date) > self.on:
                decisions.append(
                    decision(source.id, "source", "source-later", included=False, date=source.date)
                )
            else:
                place = by.place(*path, at, "locator")
                shown.append(self._cited(each, source, entry, place, decisions))
        return tuple(shown), tuple(decisions)

    def _cited(
        self,
        citation: Citation,
        source: Source,
        entry: Entry,
        place: Place,
        decisions: list[Decision],
    ) -> Cited:
        """Return a citation; without title and address where these would tell a withheld name."""
        locator = None if self.tells_withheld(citation.locator) else citation.locator
        hidden = self.tells_withheld(source.title) or self.tells_withheld(source.address)
        if hidden:
            decisions.append(decision(source.id, "source", "source-names-withheld", included=True))
        return Cited(
            source=source.id,
            publisher=sentence(entry, source.publisher, "publisher"),
            title=None if hidden else source.title,
            locale=source.locale,
            date=source.date,
            address=None if hidden else source.address,
            locator=Located(locator, citation.source, place) if locator else None,
        )


def sentence(entry: Entry, text: str, *path: Any) -> Sentence:
    """Return a sentence of a record with the place where it stands."""
    key = next(part for part in reversed(path) if isinstance(part, str))
    return Sentence(
        text=text, id=entry.id, key=key, context=entry.context(*path), place=entry.place(*path)
    )
