"""What a file becomes when it is loaded: records with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from generator.loading.quotable import quotable
from generator.loading.workspace import WorkspaceFile
from generator.model.base import Record
from generator.problems import Place
from generator.yamlfiles.nodes import YamlMap, place_of


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

    def quotable(self, *path: str | int) -> bool:
        """Tell whether a message may quote the value at ``path`` of this record."""
        return quotable(self.kind, self.node, path)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read: its nodes and its records."""

    file: WorkspaceFile
    node: YamlMap
    entries: tuple[Entry, ...]
