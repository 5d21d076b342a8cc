"""A workspace: its folder, its files, and the defaults that the package brings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model.kinds import KINDS, Kind, kind_of

_PACKAGE = Path(__file__).resolve().parent.parent
_DEFAULT_KINDS = tuple(kind for kind in KINDS if kind.default)


@dataclass(frozen=True, slots=True)
class WorkspaceFile:
    """A YAML file: its path, and its name relative to the workspace for problems."""

    path: Path
    name: str
    root: Path
    kind: Kind
    own: bool


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with content; what it lacks of templates and audiences the package brings."""

    root: Path

    @property
    def cache(self) -> Path:
        """Return the folder for what is kept from one build to the next; it may be emptied."""
        return self.root / "output" / ".internal" / ".kept"

    def files(self) -> Iterator[WorkspaceFile]:
        """Yield every YAML file of a kind, defaults last and only where not replaced."""
        own = {file.name: file for file in _files_below(self.root, KINDS, own=True)}
        yield from own.values()
        defaults = defaults_folder()
        if defaults.resolve() == self.root.resolve():
            return
        for file in _files_below(defaults, _DEFAULT_KINDS, own=False):
            if file.name not in own:
                yield file


def defaults_folder() -> Path:
    """Return the folder of the package's defaults: beside the package in a checkout."""
    inside = _PACKAGE / "defaults"
    return inside if inside.is_dir() else _PACKAGE.parent


def shown(path: Path) -> str:
    """Return a path as text that can be printed: what cannot stands as its bytes."""
    name = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in name
    )


def _files_below(root: Path, kinds: Iterable[Kind], *, own: bool) -> Iterator[WorkspaceFile]:
    """Yield the files of ``root`` that match the pattern of a kind, in a fixed order."""
    seen: set[str] = set()
    for kind in kinds:
        for path in sorted(root.glob(kind.pattern)):
            if path.name.startswith("."):
                continue  # what an editor leaves beside a file
            name = path.relative_to(root).as_posix()
            mine = kind_of(name)
            if name in seen or mine is not kind:
                continue
            seen.add(name)
            yield WorkspaceFile(path=path, name=shown(Path(name)), root=root, kind=kind, own=own)
