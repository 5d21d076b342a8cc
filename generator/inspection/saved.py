"""What a saved file tells of itself: its parts, its pages, the program that wrote it."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

_PACKAGE = b"PK\3\4"
_DIGITS = 16
"""Of a part's hash: enough to tell parts apart, and short in a manifest."""
_MOST = 64_000_000
"""Bytes that the parts of a letter have at the most, unpacked: more is a bomb."""
_PROGRAM = re.compile(rb"<Application>([^<]{1,80})</Application>")


class DamagedError(Exception):
    """A file that is not what its first bytes say."""


def parts_of(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the parts of a package with their hashes; of what is no package, none.

    Raise DamagedError where a part cannot be read, or all together are too large.
    """
    if not data.startswith(_PACKAGE):
        return ()
    return tuple((name, _digest(part)) for name, part in package(data).items())


def package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package, in order of their names; raise DamagedError."""
    found: dict[str, bytes] = {}
    room = _MOST
    try:
        with ZipFile(BytesIO(data)) as file:
            for member in file.infolist():
                with file.open(member) as part:
                    found[member.filename] = part.read(room + 1)
                room -= min(room + 1, len(found[member.filename]))
    except Exception as error:  # each way of packing has errors of its own
        raise DamagedError from error
    if room < 0:
        raise DamagedError
    return dict(sorted(found.items()))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def pages_of(data: bytes) -> int:
    """Return the number of pages of a PDF; raise DamagedError where it cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return len(pdf.pages)
    except Exception as error:  # whatever a damaged file comes to
        raise DamagedError from error


def saved_by(data: bytes) -> str | None:
    """Return the program that a PDF or a package says has written it."""
    with suppress(Exception):  # a file that says nothing of it
        if data.startswith(_PACKAGE):
            found = _PROGRAM.search(package(data).get("docProps/app.xml", b""))
            return found[1].decode() if found else None
        import pikepdf

        with pikepdf.open(BytesIO(data)) as pdf:
            return str(pdf.docinfo.get("/Producer", "")) or None
    return None
