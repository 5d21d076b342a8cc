"""The program's own fonts: where they are, which characters they have, nothing of the system's.

They are made at set-up by `python -m generator.fonts`; importing this loads no font library.
"""

import json
import sys
from bisect import bisect_right
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.fonts.characters import needs_a_glyph
from generator.fonts.families import families

COVERAGE = "coverage.json"
FONTCONFIG = "fonts.conf"


DISTRIBUTION = "advocacy-briefs"


class FontsNotInstalledError(Exception):
    """The fonts have not been made on this machine."""

    def __init__(self) -> None:
        super().__init__(f"the fonts are not installed; this makes them: {remedy()}")


@dataclass(frozen=True)
class Coverage:
    """What was written down about a family when it was made."""

    version: str
    files: tuple[str, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]

    def __contains__(self, character: str) -> bool:
        """Say whether every style of the family has the character."""
        position = bisect_right(self.first, ord(character)) - 1
        return position >= 0 and ord(character) <= self.last[position]


def fonts_folder() -> Path:
    """Return the folder that the fonts are made in, within the Python environment."""
    return Path(sys.prefix, "share", "advocacy-briefs", "fonts")


def fontconfig_file() -> Path:
    """Return the fontconfig file that shows the program's fonts and no others."""
    return fonts_folder() / FONTCONFIG


def installed() -> bool:
    """Say whether the fonts have been made."""
    return (fonts_folder() / COVERAGE).is_file()


def remedy(extra: str | None = None) -> str:
    """Return the command that makes the fonts; first installs those of an extra."""
    make = f"{sys.executable} -m generator.fonts"
    if extra is None:
        return make
    return f"{sys.executable} -m pip install '{DISTRIBUTION}[{extra}]' && {make}"


def not_installed() -> Mapping[str, str | None]:
    """Return the families that were not made, and the extra that brings each, if one does."""
    known = coverage(fonts_folder())
    return MappingProxyType(
        {name: family.extra for name, family in families().items() if name not in known}
    )


def isolate(environ: MutableMapping[str, str]) -> None:
    """Hide the system's fonts from a process that has this environment.

    Why: fontconfig reads it once, so this comes before Pango or LibreOffice is loaded.
    """
    if not installed():
        raise FontsNotInstalledError
    environ["FONTCONFIG_FILE"] = str(fontconfig_file())
    environ.pop("FONTCONFIG_SYSROOT", None)


def missing_characters(text: str, *families: str) -> tuple[str, ...]:
    """Return the characters that none of the families can draw: once each, as they appear."""
    known = coverage(fonts_folder())
    tables = [known[family] for family in families]
    return tuple(
        character
        for character in dict.fromkeys(text)
        if not any(character in table for table in tables) and needs_a_glyph(character)
    )


def font_versions() -> Mapping[str, str]:
    """Return the version of each family."""
    known = coverage(fonts_folder())
    return MappingProxyType({name: family.version for name, family in known.items()})


def font_files() -> Mapping[str, tuple[Path, Path]]:
    """Return the upright and the bold font of each family; without a bold, the same twice."""
    folder = fonts_folder()
    return MappingProxyType(
        {
            name: (folder / family.files[0], folder / _bold(family.files))
            for name, family in coverage(folder).items()
        }
    )


def _bold(files: tuple[str, ...]) -> str:
    return next((each for each in files if "-Bold." in each), files[0])


@cache
def coverage(folder: Path) -> Mapping[str, Coverage]:
    """Read what a folder of fonts has, by family."""
    try:
        written = json.loads((folder / COVERAGE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FontsNotInstalledError from None
    return MappingProxyType(
        {
            name: Coverage(
                version=family["version"],
                files=tuple(family["files"]),
                first=tuple(first for first, _ in family["ranges"]),
                last=tuple(last for _, last in family["ranges"]),
            )
            for name, family in written.items()
        }
    )
