"""One strict reader: YAML text to nodes, from the event stream.

The stream is composed here and not by libyaml, which crashes the process on
very deep nesting; depth and aliases are counted before anything is built.
"""

from __future__ import annotations

from typing import Any

import yaml

from generator.model.scalars import RawScalar
from generator.problems import Place, Problem, problem
from generator.yamlfiles.nodes import Node, YamlList, YamlMap
from generator.yamlfiles.syntax import REFUSED, alias_problem, refused_character, syntax_problem

MAX_DEPTH = 32
"""The content model is at most nine levels deep."""

MAX_ALIASED = 10_000
"""How many nodes aliases may repeat in one file."""


class _Stop(Exception):  # noqa: N818 (it ends the reading; the problem it carries is the error)
    """Reading cannot go on; the problem says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.rule)
        self.problem = found


def read_yaml(text: str, *, file: str, public: bool) -> tuple[Node | None, list[Problem]]:
    """Return the document in ``text``, and every problem of its form.

    ``public`` tells whether a hint may quote a line of the file.
    """
    refused = refused_character(text, file=file)
    if refused:
        return None, [refused]
    composer = _Composer(file, public=public)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            composer.take(event)
    except _UnknownAlias as unknown:
        found = alias_problem(unknown.name, text, unknown.place, public=public)
        return None, [*composer.problems, found]
    except _Stop as stop:
        return None, [*composer.problems, stop.problem]
    except yaml.YAMLError as error:
        return None, [*composer.problems, syntax_problem(error, text, file=file, public=public)]
    if composer.document is None:
        composer.problems.append(problem("file-empty", Place(file)))
    return composer.document, composer.problems


class _UnknownAlias(Exception):  # noqa: N818 (as above)
    """A star that repeats nothing."""

    def __init__(self, name: str, place: Place) -> None:
        super().__init__(name)
        self.name = name
        self.place = place


class _Composer:
    """Builds nodes from events, keeping a stack of the mappings and lists still open."""

    def __init__(self, file: str, *, public: bool) -> None:
        self.file = file
        self._public = public
        self.document: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[YamlMap | YamlList, str | None, int]] = []
        self._keys: list[RawScalar | None] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0
        self._aliased = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._start(YamlMap(), event)
        elif kind is yaml.SequenceStartEvent:
            self._start(YamlList(), event)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._end()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _Stop(problem("several-documents", self._place(event)))

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            tag = event.tag if self._public else "!…"
            self.problems.append(problem("tag", self._place(event), tag=tag))

    def _scalar(self, event: Any) -> None:
        self._refuse_tag(event)
        if event.style == '"' and REFUSED.search(event.value):
            self.problems.append(problem("character-refused", self._place(event)))
        node = RawScalar(event.value)
        node.line = event.start_mark.line + 1
        node.column = event.start_mark.column + 1
        node.plain = event.style is None or event.style == ""
        self._count += 1
        if event.anchor:
            self._anchors[event.anchor] = (node, 1)
        self._add(node)

    def _start(self, node: YamlMap | YamlList, event: Any) -> None:
        self._refuse_tag(event)
        if len(self._open) >= MAX_DEPTH:
            raise _Stop(problem("too-deep", self._place(event), limit=MAX_DEPTH))
        node.line = event.start_mark.line + 1
        node.column = event.start_mark.column + 1
        if isinstance(node, YamlMap):
            node.keys_at = {}
        self._count += 1
        self._open.append((node, event.anchor, self._count))
        self._keys.append(None)

    def _end(self) -> None:
        node, anchor, before = self._open.pop()
        self._keys.pop()
        if anchor:
            self._anchors[anchor] = (node, self._count - before + 1)
        self._add(node)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            raise _UnknownAlias(event.anchor, self._place(event))
        node, size = self._anchors[event.anchor]
        self._aliased += size
        self._count += size
        if self._aliased > MAX_ALIASED:
            raise _Stop(problem("aliases-explode", self._place(event), limit=MAX_ALIASED))
        self._add(node)

    def _add(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self._open:
            self.document = node
            return
        parent = self._open[-1][0]
        if isinstance(parent, YamlList):
            parent.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node)
            return
        self._keys[-1] = None
        if key in parent:
            where = Place(self.file, key.line, key.column)
            first = parent.keys_at[key][0]
            self.problems.append(problem("duplicate-key", where, key=str(key), first=first))
            return
        parent[str(key)] = node
        parent.keys_at[str(key)] = (key.line, key.column)

    def _key(self, node: Node) -> RawScalar:
        """Return ``node`` as a key of a mapping."""
        if isinstance(node, RawScalar):
            return node
        raise _Stop(problem("key-not-text", Place(self.file, node.line, node.column)))
