"""What a YAML file becomes: mappings, lists and scalars that know their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.scalars import RawScalar
from generator.problems import Place


class YamlMap(dict[str, Any]):
    """A mapping; ``keys_at`` gives line and column of every key."""

    __slots__ = ("column", "keys_at", "line")
    line: int
    column: int
    keys_at: dict[str, tuple[int, int]]


class YamlList(list[Any]):
    """A sequence."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = YamlMap | YamlList | RawScalar


def place_of(node: Any, path: Sequence[str | int], *, file: str, key: bool = False) -> Place:
    """Return where ``path`` stands below ``node``; with ``key``, where its last key stands.

    A part of the path that the file does not have is passed over, so that a
    missing key is placed at the mapping that lacks it.
    """
    at = (getattr(node, "line", 1), getattr(node, "column", 1))
    for index, part in enumerate(path):
        if isinstance(node, YamlMap) and part in node:
            at = node.keys_at[str(part)]
            node = node[str(part)]
            if key and index == len(path) - 1:
                return Place(file, *at)
        elif isinstance(node, YamlList) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            break
        if isinstance(node, YamlMap | YamlList | RawScalar):
            at = (node.line, node.column)
    return Place(file, *at)
