"""The validator's errors, told as problems with a place and a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.loading.columns import lacking
from generator.loading.quotable import quotable
from generator.model.base import Record
from generator.model.kinds import Kind
from generator.model.scalars import is_id
from generator.problems import Problem, problem
from generator.yamlfiles.nodes import Node, YamlList, YamlMap, place_of

_IN_A_RECORD = 2
"""A path that leads into a record begins with the key of its list and its position there."""

_KEY = re.compile(r"[a-z]+(_[a-z]+)*")
"""How keys are written; whatever else stands before a colon may be a sentence, or a name."""

# What pydantic calls an error, and the rule it breaks here.
_RULES = {
    "missing": "key-missing",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "tuple_type": "list-expected",
    "dict_type": "mapping-expected",
    "mapping_type": "mapping-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
}


def problems_of(error: ValidationError, node: Node, *, file: str, kind: Kind) -> Iterator[Problem]:
    """Yield what ``error`` reports of the file ``node``: of each place, the first problem."""
    seen: set[tuple[str | int, ...]] = set()
    for each in error.errors(include_url=False, include_context=True, include_input=True):
        path = _path(each["loc"], node)
        rule = _RULES.get(each["type"], each["type"])
        if rule in ("list-expected", "mapping-expected", "not-text") and each.get("input") == "":
            rule = "empty"
        if path in seen:
            continue
        seen.add(path)
        if kind.table and rule in ("key-missing", "empty") and isinstance(node, YamlMap):
            yield from lacking(path, node, file=file)
            continue
        yield _problem(rule, each, path, node, file=file, kind=kind)


def _problem(
    rule: str, each: Any, path: tuple[str | int, ...], node: Node, *, file: str, kind: Kind
) -> Problem:
    """Return one problem, worded."""
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), kind.name)
    value = str(each.get("input", "")) if _may_quote(node, path, kind) else None
    fields: dict[str, object] = {
        "key": key,
        "kind": kind.name,
        "value": "…" if value is None else value,
        "allowed": (each.get("ctx") or {}).get("expected"),
    }
    if rule == "unknown-key":
        known = _known_keys(kind.model, path[:-1])
        longer = next((each for each in known if each.endswith(f"_{key}")), None)
        fields["nearest"] = longer or _nearest(key, known)
        fields["known"] = ", ".join(known) or None
        if value is None and not _KEY.fullmatch(key):
            fields["key"] = "…"
    if rule == "not-one-of" and value is not None:
        fields["nearest"] = _nearest(value, re.findall(r"'([^']+)'", str(fields["allowed"])))
    place = place_of(node, path, file=file, key=rule in ("unknown-key", "empty"))
    return problem(rule, place, id=_id_at(node, path), **fields)


def _path(loc: tuple[str | int, ...], node: Node) -> tuple[str | int, ...]:
    """Return pydantic's location without the parts that name a branch of a union."""
    path: list[str | int] = []
    here: Any = node
    for index, part in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(here, YamlMap) and (part in here or last):
            path.append(part)
            here = here.get(str(part))
        elif isinstance(here, YamlList) and isinstance(part, int) and part < len(here):
            path.append(part)
            here = here[part]
    return tuple(path)


def _id_at(node: Node, path: tuple[str | int, ...]) -> str | None:
    """Return the id of the innermost record on ``path``; a text that is no id may tell a name."""
    found = None
    for here in _below(node, path):
        if isinstance(here, YamlMap) and is_id(str(here.get("id", ""))):
            found = str(here["id"])
    return found


def _below(node: Any, path: tuple[str | int, ...]) -> Iterator[Any]:
    """Yield what stands at each step of ``path`` below ``node``."""
    for part in path:
        if isinstance(node, YamlList) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            node = node.get(str(part)) if isinstance(node, YamlMap) else None
        yield node


def _may_quote(node: Node, path: tuple[str | int, ...], kind: Kind) -> bool:
    """Tell whether a message may quote the value at ``path`` of a file of ``kind``."""
    if not kind.guarded or not path or path[0] not in kind.lists:
        return True
    if len(path) < _IN_A_RECORD:
        return False
    *_, record = _below(node, path[:_IN_A_RECORD])
    return quotable(kind.lists[str(path[0])], record, path[_IN_A_RECORD:])


def _known_keys(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that may stand at ``path`` below ``model``."""
    here: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, str) and here is not None:
            here = _model_at(here, part) or here
    return [info.alias or name for name, info in here.model_fields.items()] if here else []


def _model_at(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """Return the record that stands under ``key`` of ``model``, if one does."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == key:
            return _record_in(info.annotation)
    return None


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the record type named somewhere in ``annotation``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _record_in(part)
        if found:
            return found
    return None


def _nearest(word: str, known: list[str]) -> str | None:
    """Return the known word that looks most like ``word``."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def nearest(word: str, known: Mapping[str, object]) -> str | None:
    """Return the known id that looks most like ``word``."""
    return _nearest(word, list(known))
