"""Sentences hold: placeholders are known, and nobody's name is written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.nearest import Nearest
from generator.checks.spoken import key_of, spoken
from generator.library import Entry, Library
from generator.loading.sentences import Path
from generator.markup.placeholders import Placeholder, PlaceholderError, parts
from generator.model.naming import PERSON_FORMS
from generator.model.people import Person
from generator.problems import Problem, problem
from generator.selection.naming import spellings

_KINDS = ("person", "organisation", "office", "list", "figure", "place")
_FORMS: Mapping[str, tuple[str, ...]] = {
    "person": PERSON_FORMS,
    "organisation": ("short", "full"),
    "list": ("count",),
    "figure": ("period", "counted_by"),
}
_CASES = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "prepositional",
    "locative",
    "ablative",
)
_WORD = re.compile(r"\w+")


def sentences_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem in the sentences of every record."""
    names, near = KnownNames(library), Nearest()
    known = {entry.id: kind for kind in _KINDS for entry in library.entries(kind)}
    all_known = not any(kind in library.lacking for kind in _KINDS)
    for entry, path, text in spoken(library):
        if "{" in text or "}" in text:
            wrong = _placeholders(entry, path, text, known, near)
            yield from (each for each in wrong if all_known or each.rule != "placeholder-unknown")
        written = names.written_out(text)
        if written:
            where = entry.place(*path)
            yield problem("name-written-out", where, id=entry.id, key=key_of(path), name=written)


def _placeholders(
    entry: Entry, path: Path, text: str, known: Mapping[str, str], near: Nearest
) -> Iterator[Problem]:
    """Yield a problem for each placeholder that stands for nothing."""
    try:
        found = [part for part in parts(text) if isinstance(part, Placeholder)]
    except PlaceholderError:
        yield problem("placeholder-form", entry.place(*path), id=entry.id, key=key_of(path))
        return
    for each in found:
        kind = known.get(each.name)
        if kind is None:
            nearest = near.to(each.name, known)
            name = each.name if entry.quotable(*path) else "…"
            yield problem(
                "placeholder-unknown",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                name=name,
                nearest=nearest,
            )
        elif each.form and each.form not in (forms := _forms(kind)):
            yield problem(
                "placeholder-form-unknown",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                name=each.name,
                form=each.form if entry.quotable(*path) else "…",
                forms=", ".join(forms),
            )


def _forms(kind: str) -> tuple[str, ...]:
    """Return the forms that a placeholder of ``kind`` may ask for."""
    return (*(() if kind == "figure" else _CASES), *_FORMS.get(kind, ()))


class KnownNames:
    """The names of all known people, to be found in sentences word by word."""

    def __init__(self, library: Library) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for person in library.all(Person):
            for name in spellings(person):
                words = tuple(_WORD.findall(name.casefold()))
                if len(words) > 1:
                    self._by_first.setdefault(words[0], []).append((words, person.id))

    def written_out(self, text: str) -> str | None:
        """Return the id of a person whose full name stands in ``text``."""
        if not self._by_first:
            return None
        words = _WORD.findall(text.casefold())
        for index, word in enumerate(words):
            for name, person in self._by_first.get(word, ()):
                if tuple(words[index : index + len(name)]) == name:
                    return person
        return None
