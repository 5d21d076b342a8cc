"""Who may be named to this reader on this date, and what must go where somebody may not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import unquote

from generator.library import Library
from generator.model.base import Names
from generator.model.people import Person
from generator.selection.chosen import PersonShown
from generator.selection.decisions import Decision, decision

_WORD = re.compile(r"\w+")
_SHORT = 3
"""A word of so few letters stands inside too many others to be looked for there."""


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


def telling(name: str) -> Iterator[str]:
    """Yield the words that tell a name: long ones folded, short ones as names are written."""
    yield from (word for word in plain_words(name) if len(word) > _SHORT)
    for word in _WORD.findall(name):
        if 1 < len(word) <= _SHORT and word[0].isupper():
            yield from (word, word.upper())


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


def plain_words(text: str) -> list[str]:
    """Return the words of ``text`` in small letters, without accents and invisible signs."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in folded if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return _WORD.findall("".join(kept).replace("_", " "))


def tells(text: str | None, words: frozenset[str]) -> bool:
    """Tell whether ``text`` has one of ``words``: a short one alone, others inside words too.

    Percent signs of an address are read, and markup inside a word does not hide it.
    """
    if not text or not words:
        return False
    found = plain_words(unquote(text))
    spaced, closed = " ".join(found), "".join(found)
    return not words.isdisjoint(_WORD.findall(text)) or any(
        word in spaced or word in closed for word in words if len(word) > _SHORT
    )
