"""Building letters, and the table of what was built."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generator.building import Built, build
from generator.building.plan import jobs_of
from generator.cli.output import say_json, tell
from generator.cli.work.content import checked_library
from generator.cli.work.identities import identified, refuse_shared
from generator.cli.work.making import Making, silence, use_own_fonts
from generator.cli.work.relevant import of_draft, relevant, worth_telling
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import summary, tell_elsewhere, tell_problems, verdict
from generator.library import Library
from generator.problems import Problem
from generator.render.press import Press

_LONG = 4
"""From so many files on, somebody who watches is shown a bar."""

_COLUMNS = (
    Column("brief"),
    Column("delivery"),
    Column("addressee"),
    Column("locale"),
    Column("format"),
    Column("pages", number=True),
    Column("words", number=True),
    Column("path", wraps=True),
)


def run_build(making: Making, press: Press | None, *, as_json: bool) -> int:
    """Build what is asked for; print what was built, and every problem once."""
    refuse_shared(making.identities, making.root)
    use_own_fonts()
    with _json_in_any_case(as_json=as_json):
        library, problems = checked_library(making.root)
    return build_and_tell(making, library, problems, press, as_json=as_json)


def build_and_tell(
    making: Making,
    library: Library,
    problems: tuple[Problem, ...],
    press: Press | None = None,
    *,
    as_json: bool = False,
) -> int:
    """Build from a library that is loaded; ``problems`` are those of its content."""
    making.check_names(library)
    request = making.request()
    planned = sum(len(job.formats) for job in jobs_of(library, request))
    with _json_in_any_case(as_json=as_json), silence(), _progress(planned) as report:
        real_names = identified(making.identities, library, request)
        result = build(library, problems, request, report, press, real_names)
    stopping = relevant(library, problems, request)
    told = worth_telling(stopping, (*result.problems, *(real_names[1] if real_names else ())))
    if making.draft and 0 < planned == len(result.built):
        told = of_draft(told)
    tell_problems(told)
    tell_elsewhere(problems, stopping)
    if as_json:
        say_json([each.as_json() for each in result.built])
    else:
        _say_built(result.built)
    if not planned:
        tell("Nothing was built.")
    if len(result.built) < planned:
        missing = planned - len(result.built)
        tell(f"{missing} of {planned} files were not built: {summary(told)}.")
    return verdict(told)


@contextmanager
def _json_in_any_case(*, as_json: bool) -> Iterator[None]:
    """Print that nothing was built where the program fails: a script waits for one JSON value."""
    try:
        yield
    except Exception:
        if as_json:
            say_json([])
        raise


def _say_built(built: Sequence[Built]) -> None:
    """Print the table of what was built."""
    if built:
        say_table(_COLUMNS, [_row(each) for each in built])


def _row(built: Built) -> tuple[str, ...]:
    """Return a line of the table."""
    return (
        built.brief,
        built.delivery,
        built.addressee or "",
        built.locale,
        f"{built.format} (draft)" if built.draft else built.format,
        "" if built.pages is None else str(built.pages),
        str(built.words),
        _from_here(built.path),
    )


def _from_here(path: Path) -> str:
    """Return a path as short as it can be typed here."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


@contextmanager
def _progress(planned: int) -> Iterator[Callable[[Built | Problem], None]]:
    """Show a bar on standard error while somebody watches a long build."""
    if planned < _LONG or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=planned, label="Building", file=sys.stderr) as bar:
        yield lambda each: bar.update(1) if isinstance(each, Built) else None
