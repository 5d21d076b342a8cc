"""Walking the sentences of a record, wherever its model says that a text is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from generator.loading.entries import Entry
from generator.model.base import Record
from generator.model.scalars import SentenceMark

Path = tuple[str | int, ...]


def sentences(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Yield every sentence of ``entry`` with its path."""
    if entry.record is not None:
        yield from _below(entry.record, ())


def _below(record: Record, path: Path) -> Iterator[tuple[Path, str]]:
    for name, key, is_sentence in _fields(type(record)):
        yield from _value(getattr(record, name), (*path, key), sentence=is_sentence)


def _value(value: Any, path: Path, *, sentence: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if sentence:
            yield path, value
    elif isinstance(value, Record):
        yield from _below(value, path)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _value(each, (*path, index), sentence=sentence)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _value(each, (*path, key), sentence=sentence)


@cache
def _fields(model: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of ``model`` that can hold sentences: name, key, and whether it is one."""
    found = []
    for name, info in model.model_fields.items():
        marked = any(isinstance(each, SentenceMark) for each in info.metadata)
        marked = marked or _marked(info.annotation)
        if marked or _has_record(info.annotation):
            found.append((name, info.alias or name, marked))
    return tuple(found)


def _marked(annotation: Any) -> bool:
    """Tell whether a sentence stands anywhere in ``annotation``."""
    metadata = getattr(annotation, "__metadata__", ())
    if any(isinstance(each, SentenceMark) for each in metadata):
        return True
    return any(_marked(each) for each in get_args(annotation))


def _has_record(annotation: Any) -> bool:
    """Tell whether a record stands anywhere in ``annotation``."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return issubclass(annotation, Record)
    return any(_has_record(each) for each in get_args(annotation))
