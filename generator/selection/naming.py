"""Who may be named to this reader on this date, and what must go where somebody may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.language.finding import plain_words, telling, tells
from generator.library import Library
from generator.model.base import Names
from generator.model.people import Person
from generator.selection.chosen import PersonShown
from generator.selection.decisions import Decision, decision

__all__ = [
    "every_form",
    "people_shown",
    "plain_words",
    "spellings",
    "telling",
    "tells",
    "withheld_words",
]


def people_shown(
    library: Library, *, audience: str, on: date
) -> tuple[dict[str, PersonShown], tuple[Decision, ...]]:
    """Return every person as this reader may read of them, with the reasons."""
    shown: dict[str, PersonShown] = {}
    decisions: list[Decision] = []
    for person in library.all(Person):
        refusal = _refusal(person, audience=audience, on=on)
        if refusal is None and person.naming:
            decisions.append(
                decision(
                    person.id, "person", "person-named", included=True, basis=person.naming.basis
                )
            )
            shown[person.id] = PersonShown(
                person.id, person.names, named=True, unreviewed=person.unreviewed
            )
            continue
        decisions.append(refusal or decision(person.id, "person", "no-basis", included=False))
        shown[person.id] = PersonShown(
            person.id, person.withheld_as or {}, named=False, unreviewed=person.unreviewed
        )
    return shown, tuple(decisions)


def _refusal(person: Person, *, audience: str, on: date) -> Decision | None:
    """Return why ``person`` may not be named, if so."""
    naming = person.naming
    if naming is None:
        return decision(person.id, "person", "no-basis", included=False)
    if naming.audiences and audience not in naming.audiences:
        return decision(
            person.id, "person", "basis-other-audience", included=False, audience=audience
        )
    if naming.until and naming.until < on:
        return decision(person.id, "person", "basis-ended", included=False, date=naming.until)
    return None


def withheld_words(library: Library, shown: Mapping[str, PersonShown]) -> frozenset[str]:
    """Return the words that would tell the name of somebody withheld."""
    withheld: set[str] = set()
    named: set[str] = set()
    for person in library.all(Person):
        words = named if shown[person.id].named else withheld
        for name in spellings(person):
            words.update(telling(name))
    return frozenset(withheld - named)


def spellings(person: Person) -> Iterator[str]:
    """Yield every spelling of a person's name, in every locale and case."""
    yield from every_form(person.names)
    yield from person.variants


def every_form(names: Names) -> Iterator[str]:
    """Yield every form of a name."""
    for forms in names.values():
        if isinstance(forms, str):
            yield forms
        else:
            yield from forms.values()
