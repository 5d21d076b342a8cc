"""What a file becomes when it is loaded: records with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.loading.quotable import quotable
from generator.loading.workspace import WorkspaceFile
from generator.model.base import Record
from generator.problems import Place
from generator.yamlfiles.nodes import YamlList, YamlMap, place_of

BY_FILE_NAME = frozenset(
    {"audience", "brand", "brief", "document", "workspace", "theme", "term", "tone"}
)
"""Kinds with ids of their own space: a theme may share its id with a brief or an audience."""


def unique_id(kind: str, id: str) -> str:  # noqa: A002 (ids are called id everywhere)
    """Return an id that is unique in the workspace: of some kinds, with the kind before it."""
    return f"{kind}:{id}" if kind in BY_FILE_NAME else id


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A record with its place. ``record`` is ``None`` where its own form is wrong.

    ``whole`` and ``head`` are the file that it stands in, as a record and as a node.
    """

    kind: str
    id: str
    record: Record | None
    file: str
    node: object
    whole: Record | None
    head: object

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return where the value at ``path`` of this record stands, or its key."""
        return place_of(cast("YamlMap", self.node), path, file=self.file, key=key)

    def place_in_head(self, key: str) -> Place:
        """Return where the value of ``key`` stands at the head of the file."""
        return place_of(cast("YamlMap", self.head), (key,), file=self.file)

    def context(self, *path: str | int) -> str:
        """Return what translators know the sentence at ``path`` by: its gettext ``msgctxt``.

        The record's id and the keys that lead to the sentence. Of a list, an entry is known by its
        own ``id`` or ``date``, so that it keeps its translation when others come before it; an
        entry without them by its number, from 1.
        """
        return ".".join((unique_id(self.kind, self.id), *self.steps(*path)))

    def steps(self, *path: str | int) -> tuple[str, ...]:
        """Return what each key or entry on ``path`` is called."""
        return tuple(_steps(self.node, path))

    def quotable(self, *path: str | int) -> bool:
        """Tell whether a message may quote the value at ``path`` of this record."""
        return quotable(self.kind, self.node, path)


def _steps(node: object, path: tuple[str | int, ...]) -> Iterator[str]:
    """Yield the name of each step of ``path`` below ``node``."""
    for part in path:
        if isinstance(node, YamlList) and isinstance(part, int):
            yield _name_in(node, part)
            node = node[part]
        else:
            yield str(part)
            node = node.get(str(part)) if isinstance(node, YamlMap) else None


def _name_in(entries: YamlList, at: int) -> str:
    """Return what the entry number ``at`` of a list is known by."""
    names = [_own_name(each) for each in entries[: at + 1]]
    name = names[at]
    if name is None:
        return str(at + 1)
    before = names[:at].count(name)
    return f"{name}#{before + 1}" if before else name


def _own_name(entry: object) -> str | None:
    """Return the id or the date of a list's entry, if it has one."""
    if not isinstance(entry, YamlMap):
        return None
    found = entry.get("id", entry.get("date"))
    return str(found) if isinstance(found, str) else None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file: its nodes and its records.

    ``lacking`` are the kinds of records of which it may hold more than could be
    read; ``read`` tells whether anything could.
    """

    file: WorkspaceFile
    node: YamlMap
    entries: tuple[Entry, ...]
    lacking: tuple[str, ...] = ()
    read: bool = True
