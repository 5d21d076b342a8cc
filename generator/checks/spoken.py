"""Every sentence of a library, found once for all the checks that read them."""

from __future__ import annotations

from functools import lru_cache

from generator.library import Entry, Library
from generator.loading.sentences import Path, sentences

SPEAKING = (
    "recommendation",
    "evidence",
    "response",
    "quotation",
    "chart",
    "case",
    "brief",
    "commitment",
    "prior",
    "theme",
    "source",
)


@lru_cache(maxsize=1)
def spoken(library: Library) -> tuple[tuple[Entry, Path, str], ...]:
    """Return each sentence with its record and its place there."""
    return tuple(
        (entry, path, text)
        for kind in SPEAKING
        for entry in library.entries(kind)
        for path, text in sentences(entry)
    )


def key_of(path: Path) -> str:
    """Return the last key of a path."""
    return next(part for part in reversed(path) if isinstance(part, str))
