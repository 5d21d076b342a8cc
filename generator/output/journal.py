"""The journal of a build: which files are finished, so that after an interruption the next goes on.

It stands beside the manifest while a build is under way; one that is still there when a build
begins is that of an interrupted one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.output.files import INTERNAL

_FILE = "journal.jsonl"


@dataclass(frozen=True, slots=True)
class Finished:
    """A file that is finished: its name, what shaped it (``key``), and what became of it.

    ``engine`` names the libraries of the system that laid it out, with their versions.
    """

    file: str
    key: str
    sha256: str
    pages: int | None
    engine: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """What is finished of a brief; ``earlier`` has what an interrupted build had finished."""

    out: Path
    brief: str
    earlier: Mapping[str, Finished] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Return where the files stand."""
        return self.out / self.brief

    @property
    def path(self) -> Path:
        """Return where it stands itself."""
        return self.out / INTERNAL / self.brief / _FILE

    def kept(self, file: str, key: str) -> tuple[Finished, bytes] | None:
        """Return a file that was finished with the same ``key``, if it is as it was then."""
        found = self.earlier.get(file)
        if found is None or found.key != key:
            return None
        try:
            data = (self.folder / file).read_bytes()
        except OSError:
            return None
        return (found, data) if hashlib.sha256(data).hexdigest() == found.sha256 else None

    def add(self, finished: Finished) -> None:
        """Note that a file is finished; without the note it is made again, which harms nobody.

        The line is written at once and begins with its end, so that none that was cut off by
        a full disk spoils the next.
        """
        line = "\n" + json.dumps(asdict(finished), ensure_ascii=False)
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as journal:
                journal.write(line.encode())

    def close(self) -> None:
        """End the journal of a build that was not interrupted."""
        with suppress(OSError):
            self.path.unlink()


def open_journal(out: Path, brief: str) -> Journal:
    """Return the journal of ``brief``, with what an interrupted build left in it."""
    path = Journal(out, brief).path
    return Journal(out, brief, {each.file: each for each in _read(path)})


def _read(path: Path) -> Iterator[Finished]:
    """Yield what a journal holds; what is no line of a journal is passed over."""
    lines: list[bytes] = []
    with suppress(OSError):
        lines = path.read_bytes().splitlines()
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            yield _finished(json.loads(line))


def _finished(found: dict[str, Any]) -> Finished:
    """Return the entry of a line; raise what comes of a line that is none."""
    file, key, sha256 = (str(found[name]) for name in ("file", "key", "sha256"))
    pages = found["pages"]
    if not isinstance(pages, int | None):
        raise TypeError
    engine = tuple((str(name), str(version)) for name, version in found["engine"])
    return Finished(file, key, sha256, pages, engine)
