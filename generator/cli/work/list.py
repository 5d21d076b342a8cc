"""Listing what a workspace holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from generator.catalogues.messages import names_of_the_unnamed
from generator.cli.output import say, say_json
from generator.cli.work.listed import TOLD, View
from generator.cli.work.making import today
from generator.cli.work.names import check_known
from generator.cli.work.relations import Relations
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import tell_problems, verdict
from generator.library import open_library
from generator.loading.entries import Entry
from generator.model.base import Sensitivity
from generator.problems import errors

_KIND_OF: Mapping[str, str] = MappingProxyType({"people": "person", "evidence": "evidence"})
_NO_THEME = frozenset({"audiences", "documents"})

_COLUMNS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "briefs": ("date", "country", "deliveries", "audiences", "title"),
        "themes": ("recommendations", "audiences", "name"),
        "recommendations": ("priority", "country", "themes", "audiences", "ask"),
        "evidence": ("date", "certainty", "sensitivity", "themes", "statement"),
        "people": ("basis", "themes", "audiences", "name"),
        "cases": ("since", "status", "sensitivity", "themes", "statement"),
        "sources": ("date", "locale", "kind", "sensitivity", "publisher"),
        "commitments": ("audience", "binding", "date", "verified", "ref"),
        "audiences": ("languages", "formats", "limits", "name"),
        "documents": ("audiences", "formats", "limits", "name"),
    }
)
"""The columns of each table after the id; the last one may wrap."""
_NUMBERS = frozenset({"priority", "recommendations"})


def run_list(
    root: Path,
    kind: str,
    *,
    theme: str | None,
    audience: str | None,
    clearance: Sensitivity,
    as_json: bool,
) -> int:
    """Print the records of a kind; return 1 where a mistake may have hidden some."""
    if theme and kind in _NO_THEME:
        raise click.UsageError(f"{kind.capitalize()} do not belong to themes: leave out --theme.")
    library, problems = open_library(root)
    for word, name in (("theme", theme), ("audience", audience)):
        if name and word not in library.lacking:
            check_known(word, [name], [each.id for each in library.entries(word)])
    view = View(library, Relations(library), clearance, today(), names_of_the_unnamed(library))
    told = list(_told(view, kind, theme=theme, audience=audience))
    if as_json:
        say_json(told)
    elif told:
        say_table(*_table(kind, told))
    else:
        say(f"There are no {kind}." if not (theme or audience) else f"There are no such {kind}.")
    tell_problems(errors(problems))
    return verdict(problems)


def _told(
    view: View, kind: str, *, theme: str | None, audience: str | None
) -> Iterator[dict[str, Any]]:
    """Yield what is told of each record that is asked for."""
    record_kind = _KIND_OF.get(kind, kind.removesuffix("s"))
    relations = view.relations
    for entry in view.library.entries(record_kind):
        if theme and theme not in relations.themes(entry):
            continue
        if audience and not relations.serves(entry, audience):
            continue
        fields = TOLD[record_kind](entry, entry.record, view) if entry.record else {}
        yield {"id": entry.id, **fields, **_place(entry)}


def _place(entry: Entry) -> dict[str, Any]:
    """Return where a record stands."""
    place = entry.place("id")
    return {"file": place.file, "line": place.line}


def _table(kind: str, told: list[dict[str, Any]]) -> tuple[list[Column], list[list[str]]]:
    """Return the columns and rows for a person to read."""
    keys = ("id", *_COLUMNS[kind])
    columns = [Column(key, number=key in _NUMBERS, wraps=key == keys[-1]) for key in keys]
    return columns, [[_shown(each.get(key), key) for key in keys] for each in told]


def _shown(value: Any, key: str) -> str:
    """Return a value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{number} {unit}" for unit, number in value.items() if number is not None)
    if isinstance(value, list):
        return ", ".join(value)
    if value is None:
        return "every" if key == "audiences" else ""
    return " ".join(str(value).split())
