"""What differs between a file and the one that was built under its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.inspection.saved import DamagedError, pages_of, parts_of, saved_by
from generator.problems import Place, Problem, problem
from generator.verification.known import Known
from generator.verification.reading import LARGEST, Read

_PDF = b"%PDF-"


def differences(path: Path, found: Read, built: Known) -> Iterator[Problem]:
    """Yield what differs between a file and what was ``built``."""
    place = Place(path.as_posix())
    name = f"{built.brief}/{built.said('file')}"
    yield problem("file-changed", place, id=built.brief, built=name, size=found.size)
    if built.size is not None and found.beginnings.get(built.size) == built.sha256:
        yield problem("file-appended", place, size=built.size, added=found.size - built.size)
    elif built.size is not None and built.size != found.size:
        yield problem("file-size-differs", place, size=found.size, built=built.size)
    if found.size > LARGEST:
        return
    data = path.read_bytes()
    try:
        yield from _inside(data, built, place)
    except DamagedError:
        yield problem("file-damaged", place)
        return
    program = saved_by(data)
    if program:
        yield problem("file-saved-by", place, program=program)


def _inside(data: bytes, built: Known, place: Place) -> Iterator[Problem]:
    """Yield what differs inside; raise DamagedError where the file is not what its name says."""
    if built.parts:
        parts = dict(parts_of(data))
        if not parts:
            raise DamagedError
        yield from _parts(parts, built.parts, place)
    pages = built.record.get("pages")
    if built.said("format") == "pdf":
        if not data.startswith(_PDF):
            raise DamagedError
        there = pages_of(data)
        if isinstance(pages, int) and there != pages:
            yield problem("pages-differ", place, pages=there, built=pages)


def _parts(there: Mapping[str, str], built: Mapping[str, str], place: Place) -> Iterator[Problem]:
    """Yield which parts of a package were changed, added and taken away."""
    changed = sorted(name for name in there.keys() & built.keys() if there[name] != built[name])
    if changed:
        yield problem("parts-changed", place, parts=", ".join(changed))
    added = sorted(there.keys() - built.keys())
    if added:
        yield problem("parts-added", place, parts=", ".join(added))
    gone = sorted(built.keys() - there.keys())
    if gone:
        yield problem("parts-missing", place, parts=", ".join(gone))
