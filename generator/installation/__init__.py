"""What the program needs from the operating system, and the command that brings it."""

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).with_name("system-packages.txt")

_INSTALL: Mapping[str, str] = MappingProxyType(
    {
        "apt-get": "apt-get install",
        "dnf": "dnf install",
        "apk": "apk add",
        "brew": "brew install",
    }
)


@dataclass(frozen=True)
class Need:
    """One thing needed: what for, how to see that it is there, the package that brings it."""

    purpose: str
    kind: str
    names: tuple[str, ...]
    packages: Mapping[str, str]

    @property
    def met(self) -> bool:
        """Say whether one of the names is there."""
        return any(_is_there[self.kind](name) for name in self.names)


def needs(purpose: str) -> tuple[Need, ...]:
    """Return what `python`, `pdf` or `test` needs, in the order of the table."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    found = tuple(_need(row) for row in rows if row[0] == purpose)
    if not found:
        raise KeyError(purpose)
    return found


def missing(purpose: str) -> tuple[str, ...]:
    """Return the names of the libraries, commands and modules that are not there."""
    return tuple(need.names[0] for need in needs(purpose) if not need.met)


def remedy(purpose: str) -> str:
    """Return the command that brings what is missing here, or a sentence where none is known.

    Why: asked when something did fail, so if nothing seems missing it names every package.
    """
    wanted = [need for need in needs(purpose) if not need.met] or list(needs(purpose))
    manager = _manager()
    if manager is None:
        return f"install {', '.join(Path(need.names[0]).name for need in wanted)} for this system"
    packages = dict.fromkeys(need.packages[manager] for need in wanted)
    return f"{_as_root(manager)}{_INSTALL[manager]} {' '.join(packages)}"


def _need(row: list[str]) -> Need:
    """Read one line of the table."""
    purpose, sign, *packages = row
    kind, _, names = sign.partition(":")
    named = (package.replace("PYTHON", "python3") for package in packages)
    return Need(purpose, kind, tuple(names.split(",")), dict(zip(_INSTALL, named, strict=True)))


def _manager() -> str | None:
    """Return the first package manager found."""
    return next((name for name in _INSTALL if shutil.which(name)), None)


def _as_root(manager: str) -> str:
    """Return what goes before a command that needs the rights to install."""
    return "" if manager == "brew" or os.geteuid() == 0 else "sudo "


def _loads(library: str) -> bool:
    """Say whether the loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


_is_there: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "command": lambda name: shutil.which(name) is not None,
        "file": lambda name: Path(name).exists(),
        "library": _loads,
        "module": lambda name: name in sys.modules or importlib.util.find_spec(name) is not None,
    }
)
