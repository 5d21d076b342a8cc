"""LibreOffice without a screen: opens files and saves them as another kind."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CALC = Path("/usr/lib/libreoffice/program/libsclo.so")
"""The part of LibreOffice that knows spreadsheets."""

_NO_SEPARATORS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 ><item oor:path="/org.openoffice.Office.Writer/WordCount"
 ><prop oor:name="AdditionalSeparators" oor:op="fuse"><value></value></prop></item></oor:items>
"""
_STATISTIC = r'meta:{}-count="(\d+)"'


@dataclass(frozen=True)
class Statistics:
    """What LibreOffice shows under "Word count"."""

    words: int
    characters: int


def converted(path: Path, kind: str) -> Path:
    """Save ``path`` as ``kind``, such as ``fods``, beside it; return the new file."""
    return converted_all([path], kind)[0]


def statistics(paths: Sequence[Path]) -> list[Statistics]:
    """Return LibreOffice's counts of texts in one folder, dashes no separators as in Word.

    "Additional separators", an option of LibreOffice, holds the two dashes unless it is emptied.
    """
    options = paths[0].parent / "profile" / "user" / "registrymodifications.xcu"
    options.parent.mkdir(parents=True)
    options.write_text(_NO_SEPARATORS, encoding="utf-8")
    return [_statistics_of(path) for path in converted_all(paths, "fodt")]


def converted_all(paths: Sequence[Path], kind: str, to: Path | None = None) -> list[Path]:
    """Save files in one folder as ``kind``, beside them or in ``to``; return the new ones."""
    folder = paths[0].parent
    target = to or folder
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation=file://{folder / 'profile'}"),
            *("--convert-to", kind, "--outdir", str(target), *map(str, paths)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return [target / f"{path.stem}.{kind.partition(':')[0]}" for path in paths]


def _statistics_of(path: Path) -> Statistics:
    text = path.read_text(encoding="utf-8")
    words, characters = (re.search(_STATISTIC.format(what), text) for what in ("word", "character"))
    assert words
    assert characters
    return Statistics(int(words[1]), int(characters[1]))
