"""Every text in a produced file, by what its bytes say that it is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from generator.inspection.pieces import Piece, raw_piece

_DEEPEST = 8
"""Files in files in files: no letter has so many."""
_MAIL = (b"X-Unsent:", b"From:", b"MIME-Version:", b"Received:", b"Return-Path:", b"Date:")
_SUFFIXES = {
    ".pdf": "pdf_texts",
    ".docx": "word_texts",
    ".xlsx": "word_texts",
    ".zip": "word_texts",
    ".html": "web_texts",
    ".htm": "web_texts",
    ".svg": "web_texts",
    ".xml": "web_texts",
    ".eml": "mail_texts",
    ".md": "web_texts",
    ".txt": "web_texts",
}


class UnreadableFileError(Exception):
    """A file cannot be read back, so that nobody can say what is in it."""


def load(suffix: str) -> None:
    """Load ahead what reads such files."""
    import_module(f"generator.inspection.{_SUFFIXES[suffix]}")


def pieces_of(name: str, data: bytes, *, depth: int = 0) -> Iterator[Piece]:
    """Yield every text of the file ``name``; raise UnreadableFileError where it is not sound."""
    yield Piece("file name", name)
    yield raw_piece("bytes", data)
    module = _module(name, data)
    if module is None:
        return
    if depth > _DEEPEST:
        raise UnreadableFileError
    reader = import_module(f"generator.inspection.{module}")
    try:
        yield from reader.pieces(data, depth)
    except UnreadableFileError:
        raise
    except Exception as error:
        raise UnreadableFileError from error


def _module(name: str, data: bytes) -> str | None:
    """Return the module that reads a file: by its first bytes, else by its name."""
    start = data[:1024].lstrip()
    if start.startswith(b"%PDF") or b"%PDF-" in start:
        return "pdf_texts"
    if start.startswith(b"PK\3\4"):
        return "word_texts"
    if start.startswith(_MAIL):
        return "mail_texts"
    if start.startswith((b"<", b"\xef\xbb\xbf<")):
        return "web_texts"
    return _SUFFIXES.get(f".{name.rpartition('.')[2].lower()}")
