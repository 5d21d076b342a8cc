"""Which problems stop which output: those of the files and records that it draws on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from generator.library import Entry, Library
from generator.markup.placeholders import placeholders
from generator.model.brief import Brief, Delivery
from generator.model.content import CommitmentsFile
from generator.problems import Problem, errors
from generator.yamlfiles.nodes import YamlList, YamlMap

_SHARED = ("case", "person", "list", "source", "organisation", "office", "commitment")


def blocking(
    problems: Iterable[Problem], library: Library, brief: Entry, delivery: Delivery
) -> tuple[Problem, ...]:
    """Return those errors that stop ``delivery``.

    In the brief and in the files of its themes every error does, because what
    was left out for it would be missing silently. In a file that many share
    an error of one record stops those outputs only that refer to it; but of a
    person whose record cannot be read nobody knows where the name is written out.
    """
    reach = _Reach(library, brief, delivery)
    return tuple(each for each in errors(problems) if reach.concerns(each))


class _Reach:
    """The files and records that a delivery draws on."""

    def __init__(self, library: Library, brief: Entry, delivery: Delivery) -> None:
        record = cast("Brief", brief.record)
        themes = set(delivery.themes or record.themes)
        self._own = {brief.file, "workspace.yaml", f"templates/{delivery.document}.yaml"}
        self._own |= {f"briefs/audiences/{delivery.audience}.yaml", "recommendations/themes.yaml"}
        self._elsewhere: set[str] = set()
        start: list[object] = [brief.node]
        for kind in ("recommendation", "evidence", "response", "figure"):
            for entry in library.entries(kind):
                head = cast("YamlMap", entry.head)
                theme, country = head.get("theme"), head.get("country")
                if country != record.country or theme not in themes:
                    self._elsewhere.add(entry.file)
                else:
                    self._own.add(entry.file)
                    start.append(entry.node)
        for entry in library.entries("commitment"):
            if entry.whole and cast("CommitmentsFile", entry.whole).audience != delivery.audience:
                self._elsewhere.add(entry.file)
        for entry in library.entries("brief"):
            if entry.file != brief.file:
                self._elsewhere.add(entry.file)
        others = {entry.id for entry in library.entries("theme")} - themes
        self._named_otherwise = {f"/{theme}.yaml" for theme in others}
        self._ids = _closure(library, start)
        self._nameless = {each.id for each in library.entries("person") if each.record is None}

    def concerns(self, found: Problem) -> bool:
        """Tell whether the delivery draws on what has the problem."""
        file = found.place.file
        if file in self._own or found.id in self._nameless:
            return True
        if (
            file in self._elsewhere
            or self._of_other_theme(file)
            or file.startswith(("briefs/audiences/", "templates/"))
        ):
            return False
        if file.startswith("briefs/") and file.count("/") == 1:
            return False
        return found.id is None or found.id in self._ids

    def _of_other_theme(self, file: str) -> bool:
        """Tell whether a file that cannot be read is, by its name, one of another theme."""
        folder, _, name = file.rpartition("/")
        return folder.startswith("recommendations/") and f"/{name}" in self._named_otherwise


def _closure(library: Library, start: list[object]) -> frozenset[str]:
    """Return every id that the nodes of ``start`` refer to, directly or through other records."""
    shared = {entry.id: entry for kind in _SHARED for entry in library.entries(kind)}
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        for word in _words(waiting.pop()):
            if word not in found:
                found.add(word)
                if word in shared:
                    waiting.append(shared[word].node)
    return frozenset(found)


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
