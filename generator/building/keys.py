"""Keys of files: two files of the same key would be the same, byte for byte."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.letter import Letter
from generator.output.manifest import versions

_PROGRAM = Path(__file__).resolve().parents[1]


def key_of(letter: Letter, form: str, files: Mapping[str, bytes]) -> str:
    """Return the key of ``letter`` as a file of the format ``form``, made with template ``files``.

    The versions of the system's libraries are not in it: they are known when a file is made, and
    to ask for them before costs time.
    """
    templates = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    shaping = (form, letter, sorted(templates.items()), sorted(versions().items()), _program())
    return hashlib.sha256(repr(shaping).encode()).hexdigest()


@cache
def _program() -> str:
    """Return what tells the files of the program from those of another state of it.

    Why: who works on the program changes it without a new version.
    """
    found = sorted((each.path, each.stat().st_mtime_ns) for each in _files(_PROGRAM))
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _files(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder of the program, but those that Python makes of them."""
    with os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir():
                yield from _files(each)
            elif not each.name.endswith(".pyc"):
                yield each
