"""Updating catalogues, and the table of what is translated."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from generator.building.said import contexts_said
from generator.catalogues.files import (
    CONTENT,
    DOCUMENTS,
    catalogue_file,
    catalogue_locales,
    lock_file,
)
from generator.catalogues.lookup import Catalogues
from generator.catalogues.messages import names_of_the_unnamed, template_problems
from generator.catalogues.rows import Asked, messages_for
from generator.catalogues.status import Status, status
from generator.catalogues.update import Messages, messages_of, open_locale
from generator.checks.locales import locales_known
from generator.cli.output import say, say_json, tell
from generator.cli.work.names import check_known
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import tell_problems, verdict
from generator.language.cldr import is_known
from generator.library import Library, open_library
from generator.model.base import Sensitivity
from generator.model.brief import Brief, Delivery
from generator.output.files import locked, write_whole
from generator.problems import Problem, errors

T = TypeVar("T")

_MANY = 5_000
"""From so many texts on, several locales are worked on at a time."""
_COLUMNS = (
    Column("locale"),
    *(Column(name, number=True) for name in ("missing", "stale", "translated", "reviewed")),
    Column("by machine", number=True),
)


@dataclass(frozen=True, slots=True)
class Sources:
    """A workspace that can be translated: its library, and everything there is to translate."""

    library: Library
    messages: Messages
    locales: tuple[str, ...]
    never_told: frozenset[str]

    @property
    def root(self) -> Path:
        """Return the folder of the workspace."""
        return self.library.workspace.root

    def scope(self, locale: str) -> Messages:
        """Return what is translated into ``locale``: the content only where a letter wants it."""
        asked = any(locale in each.locales for each in _deliveries(self.library))
        if asked or catalogue_file(self.root, locale, CONTENT).exists():
            return self.messages
        return {name: each if name == DOCUMENTS else () for name, each in self.messages.items()}


def read_sources(root: Path, locales: Sequence[str]) -> Sources | None:
    """Return what there is to translate; ``None`` where a file has mistakes, which are told.

    Why: what stands in a broken file would look as if it had been deleted.
    """
    library, problems = open_library(root)
    problems = (*problems, *locales_known(library), *template_problems(library.workspace))
    if errors(problems):
        tell_problems(problems)
        tell("Nothing was changed.")
        return None
    asked = {each for delivery in _deliveries(library) for each in delivery.locales}
    known = filter(is_known, {*asked, *catalogue_locales(root)})
    there = sorted({*known} - {library.settings.source_locale})
    for each in locales:
        if not is_known(each) or each == library.settings.source_locale:
            check_known("locale to translate into", [each], there)
    never_told = names_of_the_unnamed(library)
    return Sources(library, messages_of(library), tuple(locales) or tuple(there), never_told)


def _deliveries(library: Library) -> Iterator[Delivery]:
    for entry in library.entries("brief"):
        yield from cast("Brief", entry.record).deliveries


def run_update(root: Path, locales: tuple[str, ...]) -> int:
    """Write every catalogue that changes; return 1 where one cannot be read."""
    sources = read_sources(root, locales)
    if sources is None:
        return 1
    found: list[Problem] = []
    work = partial(_update, sources, frozenset(locales))
    for locale, (changed, wrong) in zip(sources.locales, _each(work, sources), strict=True):
        found += wrong
        say(f"{locale}: {', '.join(changed) if changed else 'nothing to change'}")
    tell_problems(found)
    return verdict(found)


def _update(
    sources: Sources, named: frozenset[str], locale: str
) -> tuple[list[str], tuple[Problem, ...]]:
    """Bring one locale up to date; return the files that changed, and what stood in the way."""
    messages = sources.messages if locale in named else sources.scope(locale)
    with locked(lock_file(sources.root, locale)):
        opened = open_locale(sources.root, locale, messages, sources.never_told)
        changed = []
        for path, text in opened.changed():
            write_whole(path, text.encode())
            changed.append(path.relative_to(sources.root).as_posix())
    return changed, opened.problems


def run_status(
    root: Path,
    locales: tuple[str, ...],
    briefs: tuple[str, ...],
    *,
    clearance: str,
    as_json: bool,
) -> int:
    """Print how far each locale has come."""
    sources = read_sources(root, locales)
    if sources is None:
        return 1
    contexts = contexts_of(sources.library, briefs)
    if briefs and not locales:
        sources = replace(sources, locales=_asked(sources, briefs))
    problems: list[Problem] = []
    lines: list[Status] = []
    asked = Asked(cast("Sensitivity", clearance), everything=True, contexts=contexts)
    for found, wrong in _each(partial(_status, sources, asked), sources):
        lines.append(found)
        problems += wrong
    tell_problems(problems)
    if as_json:
        say_json([each.as_json() for each in lines])
    elif lines:
        say_table(_COLUMNS, [_row(each) for each in lines])
    else:
        say("No delivery names another locale than the source, and locales/ is empty.")
    return verdict(problems)


def _asked(sources: Sources, briefs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the locales that the deliveries of ``briefs`` ask for."""
    entries = [each for each in sources.library.entries("brief") if each.id in briefs]
    deliveries = (each for entry in entries for each in cast("Brief", entry.record).deliveries)
    asked = {locale for each in deliveries for locale in each.locales}
    return tuple(each for each in sources.locales if each in asked)


def _status(sources: Sources, asked: Asked, locale: str) -> tuple[Status, tuple[Problem, ...]]:
    """Count the messages of one locale by state."""
    wanted = messages_for(sources.scope(locale), asked)
    translations = Catalogues(sources.library).of(locale)
    return status(locale, wanted, translations), translations.problems


def _row(each: Status) -> tuple[str, ...]:
    counted = (str(number) for number in list(each.as_json().values())[1:])
    return (each.locale, *counted)


def contexts_of(library: Library, briefs: tuple[str, ...]) -> frozenset[str] | None:
    """Return what the letters of ``briefs`` say; ``None`` where none is named."""
    if not briefs:
        return None
    check_known("brief", briefs, [entry.id for entry in library.entries("brief")])
    return contexts_said(library, briefs)


def _each(work: Callable[[str], T], sources: Sources) -> Iterator[T]:
    """Do ``work`` for every locale, in order; many texts in several processes."""
    size = sum(map(len, sources.messages.values())) * len(sources.locales)
    workers = min(os.cpu_count() or 1, len(sources.locales))
    if size < _MANY or workers < 2:  # noqa: PLR2004 (one process alone is this one)
        yield from map(work, sources.locales)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(work,)) as pool:
        yield from pool.map(_work_on, sources.locales)


_process: list[Callable[[str], Any]] = []
"""The work of this process, handed over once: the library is large."""


def _start(work: Callable[[str], Any]) -> None:
    """Take the work over into a process of the pool."""
    _process[:] = [work]


def _work_on(locale: str) -> Any:
    """Work on one locale in a process of the pool."""
    return _process[0](locale)
