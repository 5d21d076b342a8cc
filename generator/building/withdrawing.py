"""Withdrawn means withdrawn: files of earlier builds that name whom nobody may name any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from generator.building.request import BuildRequest
from generator.library import Library
from generator.model.people import Person
from generator.output.files import INTERNAL
from generator.output.manifest import MANIFEST
from generator.output.withdrawal import Output, Withdrawn, briefs_built, withdraw
from generator.problems import Place, Problem, problem
from generator.selection.bases import Reader, refusals

_NEEDED = ("person", "source")


def withdrawn(library: Library, request: BuildRequest) -> Iterator[Problem]:
    """Move earlier files that name somebody without a basis out of the way; yield what was moved.

    Where people or sources cannot be read, nobody knows who may be named, and nothing is moved.
    """
    if any(kind in library.lacking for kind in _NEEDED):
        return
    affected = partial(_not_named_any_more, library, request.today)
    for brief in briefs_built(request.out):
        try:
            found = withdraw(request.out, brief, affected, request.today)
        except OSError as error:
            place = Place(f"{INTERNAL}/{brief}/{MANIFEST}")
            reason = error.strerror or type(error).__name__
            yield problem("output-unwritable", place, id=brief, reason=reason)
            continue
        yield from (_told(each, request.out) for each in found)


def _not_named_any_more(library: Library, today: date, output: Output) -> tuple[str, ...]:
    """Return who of those whom a file names may not be named to its reader any more.

    Of a file of which the manifest does not say for whom it is, nobody knows: that is everybody.
    """
    named = tuple(map(str, output.get("named", ())))
    try:
        return tuple(each for each in named if _ended(library, today, output, each))
    except (KeyError, TypeError, ValueError):
        return named


def _ended(library: Library, today: date, output: Output, id: str) -> bool:  # noqa: A002 (ids are called id everywhere)
    entry = library.entry("person", id)
    if entry is None:
        return True
    person = library.get(Person, id)
    if person is None:
        return False
    written = date.fromisoformat(output["date"])
    reader = Reader(
        output["audience"], output["locale"], output["clearance"], written, max(written, today)
    )
    return any(refusals(library, person, reader))


def _told(found: Withdrawn, out: Path) -> Problem:
    """Return what is said of a file that was moved."""
    where = found.now_at.relative_to(out).as_posix() if found.now_at else ""
    return problem(
        "output-withdrawn" if where else "output-withdrawn-gone",
        Place(f"{found.brief}/{found.file}"),
        id=found.brief,
        people=", ".join(found.people),
        where=where,
    )
