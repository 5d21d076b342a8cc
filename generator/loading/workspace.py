"""A workspace: its folder, its files, and the defaults that the package brings."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
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
    def output(self) -> Path:
        """Return the folder that is built into where no other is named."""
        return self.root / "output"

    @property
    def cache(self) -> Path:
        """Return the folder for what is kept from one build to the next; it may be emptied."""
        return self.output / ".internal" / ".kept"

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


def shown(path: str) -> str:
    """Return a path as text that can be printed: what cannot stands as its bytes."""
    if path.isprintable():
        return path
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in name
    )


def _files_below(root: Path, kinds: Collection[Kind], *, own: bool) -> Iterator[WorkspaceFile]:
    """Yield the files of ``root`` that are of one of ``kinds``, kind by kind, sorted."""
    found: dict[str, list[tuple[Path, str]]] = {kind.name: [] for kind in kinds}
    for pattern in dict.fromkeys(kind.beside for kind in kinds):
        for path in root.glob(pattern):
            name = path.relative_to(root).as_posix()
            kind = kind_of(name)
            if kind and kind.name in found and not path.name.startswith("."):  # an editor's own
                found[kind.name].append((path, name))
    for kind in kinds:
        for path, name in sorted(found[kind.name]):
            yield WorkspaceFile(path=path, name=shown(name), root=root, kind=kind, own=own)
