"""Opening the files of a workspace: only plain UTF-8 files inside it, and not too large."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.problems import Place, Problem, problem

MAX_BYTES = 16 * 1024 * 1024
"""A file of this size holds about twenty thousand recommendations; a larger one is a mistake."""


def read_text(path: Path, *, root: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of ``path``, or the reason why it cannot be read.

    ``file`` is how a problem names it; a link may not lead out of ``root``.
    """
    place = Place(file)
    refused = _refusal(path, root=root, place=place)
    if refused:
        return None, [refused]
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [problem("file-unreadable", place, reason=error.strerror)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, file)]
    if "\0" in text:
        return None, [_not_utf8(data, data.index(b"\0"), file)]
    return text.removeprefix("\ufeff"), []


def _not_utf8(data: bytes, offset: int, file: str) -> Problem:
    """Return the problem of a byte that UTF-8 text does not have."""
    where = Place(file, *_line_and_column(data, offset))
    return problem("not-utf8", where, offset=offset, byte=f"0x{data[offset]:02X}")


def _refusal(path: Path, *, root: Path, place: Place) -> Problem | None:
    """Return why ``path`` may not be opened, if it may not."""
    try:
        real = _real(path, root)
        found = real.stat()
    except (OSError, RuntimeError) as error:
        return problem("file-unreadable", place, reason=getattr(error, "strerror", None) or "loop")
    if real != path and not real.is_relative_to(root.resolve()):
        return problem("link-leaves-workspace", place)
    if not stat.S_ISREG(found.st_mode):
        return problem("not-a-file", place)
    if found.st_size > MAX_BYTES:
        size, limit = found.st_size // 1_000_000, MAX_BYTES // 1_000_000
        return problem("file-too-large", place, size=size, limit=limit)
    return None


def _real(path: Path, root: Path) -> Path:
    """Return where ``path`` leads to: itself, where no link below ``root`` is on its way.

    Why not resolved at once: every folder from the top of the disk would be asked for each file.
    """
    for step in (path, *path.parents):
        if step == root:
            return path
        if step.name == ".." or step.is_symlink():
            break
    return path.resolve(strict=True)


def _line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """Return the line and column, from 1, of the byte at ``offset``."""
    before = data[:offset]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1
