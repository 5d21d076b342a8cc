"""Opening the files of a workspace: only plain UTF-8 files inside it, and not too large."""

from __future__ import annotations

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
        real = path.resolve(strict=True)
        size = real.stat().st_size
    except (OSError, RuntimeError) as error:
        return problem("file-unreadable", place, reason=getattr(error, "strerror", None) or "loop")
    if not real.is_relative_to(root.resolve()):
        return problem("link-leaves-workspace", place)
    if not real.is_file():
        return problem("not-a-file", place)
    if size > MAX_BYTES:
        return problem(
            "file-too-large", place, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000
        )
    return None


def _line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """Return the line and column, from 1, of the byte at ``offset``."""
    before = data[:offset]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1
