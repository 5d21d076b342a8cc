"""Nobody is taken for another: a surname that several people share does not stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.spoken import key_of, spoken
from generator.library import Library
from generator.markup.placeholders import without_placeholders
from generator.model.people import Person
from generator.problems import Problem, problem
from generator.selection.naming import spellings

_WORD = re.compile(r"\w+(?:[-’]\w+)*")


def names_are_clear(library: Library) -> Iterator[Problem]:
    """Yield a warning for each surname in a sentence that may be of several known people."""
    shared = _shared_surnames(library)
    if not shared:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, shared))})(?!\w)")
    for entry, path, text in spoken(library):
        found = pattern.search(without_placeholders(text))
        if found:
            yield problem(
                "name-ambiguous",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                names=", ".join(sorted(shared[found[0]])),
            )


def _shared_surnames(library: Library) -> dict[str, set[str]]:
    """Return each surname that several people have, with their ids."""
    bearers: dict[str, set[str]] = {}
    for person in library.all(Person):
        for name in spellings(person):
            first, *others = _WORD.findall(name) or [""]
            if first and others:
                bearers.setdefault(others[-1], set()).add(person.id)
    return {name: ids for name, ids in bearers.items() if len(ids) > 1}
