"""Reading a file that somebody names: its hash, its size, and no more of it than needed."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Place, Problem, problem

_BLOCK = 1 << 20
LARGEST = 200_000_000
"""Bytes of a file that is opened to say what differs; of any file the hash is compared."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was read; ``beginnings``: the hashes of its first bytes, by how many."""

    sha256: str
    size: int
    beginnings: Mapping[int, str] = field(default_factory=dict)


def read(path: Path, sizes: Iterable[int]) -> Read | Problem:
    """Return the hash of a file and of its first ``sizes`` bytes, or why it cannot be read."""
    place = Place(path.as_posix())
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return problem("not-a-file", place)
        return _hashed(path, sorted(set(sizes)))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return problem("file-unreadable", place, reason=reason)


def _hashed(path: Path, sizes: list[int]) -> Read:
    digest = hashlib.sha256()
    beginnings: dict[int, str] = {}
    done = 0
    with path.open("rb") as file:
        for size in sizes:
            while done < size and (block := file.read(min(_BLOCK, size - done))):
                digest.update(block)
                done += len(block)
            if done == size:
                beginnings[size] = digest.copy().hexdigest()
        while block := file.read(_BLOCK):
            digest.update(block)
            done += len(block)
    return Read(digest.hexdigest(), done, beginnings)
