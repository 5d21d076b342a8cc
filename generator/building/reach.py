"""What a delivery draws on: the records that it refers to, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.referring import audience_of_path, references
from generator.library import Entry, Library
from generator.loading.sentences import sentences
from generator.markup.placeholders import placeholders
from generator.yamlfiles.nodes import YamlList, YamlMap

_SHARED = ("case", "person", "list", "source", "organisation", "office", "commitment", "figure")
_SPOKEN_OF = ("person", "organisation", "office", "list", "figure", "place")


@dataclass(frozen=True, slots=True)
class Reached:
    """The ids that a delivery refers to, the files of what it reaches, and what it does not find.

    ``missing`` are the kinds of records of which it refers to some that are not there.
    """

    ids: frozenset[str]
    files: frozenset[str]
    missing: frozenset[str]


def reached(library: Library, start: Sequence[Entry], audience: str) -> Reached:
    """Return what the records of ``start`` refer to, for a reader of ``audience``."""
    shared = {entry.id: entry for kind in _SHARED for entry in library.entries(kind)}
    found: set[str] = set()
    entries: list[Entry] = []
    waiting = list(start)
    while waiting:
        entry = waiting.pop()
        entries.append(entry)
        for word in _words(entry.node):
            if word not in found:
                found.add(word)
                if word in shared:
                    waiting.append(shared[word])
    missing = _missing(library, entries, audience) if library.lacking else ()
    return Reached(frozenset(found), frozenset(entry.file for entry in entries), frozenset(missing))


def _missing(library: Library, entries: Sequence[Entry], audience: str) -> Iterator[str]:
    """Yield the kind of each record that is referred to and not there."""
    for entry in entries:
        for path, kind, target in references(entry):
            for_others = audience_of_path(kind, path) not in (audience, None)
            if not for_others and library.entry(kind, target) is None:
                yield kind
        for _, text in sentences(entry):
            for each in placeholders(text):
                if not any(library.entry(kind, each.name) for kind in _SPOKEN_OF):
                    yield from _SPOKEN_OF


def _words(node: object) -> Iterator[str]:
    """Yield every scalar below ``node`` that may be an id, and every placeholder."""
    if isinstance(node, YamlMap):
        for value in node.values():
            yield from _words(value)
    elif isinstance(node, YamlList):
        for value in node:
            yield from _words(value)
    elif isinstance(node, str):
        if "{" in node:
            yield from (each.name for each in placeholders(node))
        elif " " not in node:
            yield str(node)
