"""Whether there are briefs, deliveries and locales of the names that were typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

import click

from generator.library import Library
from generator.loading.entries import Entry
from generator.yamlfiles.nodes import YamlList, YamlMap


def check_names(
    library: Library, *, briefs: Sequence[str], deliveries: Sequence[str], locales: Sequence[str]
) -> None:
    """Refuse a name that nothing has; names are read even where a file has mistakes."""
    on_disk = [path.stem for path in sorted(library.workspace.root.glob("briefs/*.yaml"))]
    check_known("brief", briefs, on_disk)
    wanted = [name for name in on_disk if not briefs or name in briefs]
    entries = [each for each in library.entries("brief") if each.node and each.id in wanted]
    if len(entries) < len(wanted):
        return
    found = [each for entry in entries for each in _deliveries(entry)]
    check_known("delivery", deliveries, [name for name, _ in found])
    kept = [each for name, each in found if not deliveries or name in deliveries]
    check_known("locale", locales, [name for names in kept for name in names])


def check_known(word: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse the first of ``names`` that is not known, with the nearest one that is."""
    known = list(dict.fromkeys(known))
    for name in names:
        if name not in known:
            _refuse(word, name, known)


def _refuse(word: str, name: str, known: list[str]) -> NoReturn:
    """Say that there is no such name, and what there is."""
    plain = name.rsplit("/", 1)[-1].removesuffix(".yaml")
    near = get_close_matches(plain, known, n=1, cutoff=0.5)
    if near:
        hint = f"Did you mean “{near[0]}”?"
    elif known:
        hint = f"There is: {', '.join(known)}."
    else:
        hint = "There is none yet."
    raise click.UsageError(f"There is no {word} “{name}”. {hint}", ctx=click.get_current_context())


def _deliveries(entry: Entry) -> list[tuple[str, list[str]]]:
    """Return each delivery of a brief with its locales, as far as they are written."""
    listed = entry.node.get("deliveries") if isinstance(entry.node, YamlMap) else None
    if not isinstance(listed, YamlList):
        return []
    return [
        (str(each.get("id")), [str(name) for name in _list(each.get("locales"))])
        for each in listed
        if isinstance(each, YamlMap)
    ]


def _list(value: object) -> Iterable[object]:
    """Return a list's entries; nothing for anything else."""
    return value if isinstance(value, YamlList) else ()
