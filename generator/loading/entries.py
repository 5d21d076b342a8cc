"""What a file becomes when it is loaded: records with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from generator.loading.workspace import WorkspaceFile
from generator.model.base import Record
from generator.problems import Place
from generator.yamlfiles.nodes import YamlMap, place_of


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A record with its place. ``record`` is ``None`` where its own form is wrong."""

    kind: str
    id: str
    record: Record | None
    file: str
    node: object
    whole: Record | None

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return where the value at ``path`` of this record stands, or its key."""
        return place_of(cast("YamlMap", self.node), path, file=self.file, key=key)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read: its nodes and its records."""

    file: WorkspaceFile
    node: YamlMap
    entries: tuple[Entry, ...]
