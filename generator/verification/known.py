"""The files that the manifests of an output folder know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from generator.loading.workspace import Workspace
from generator.output.files import INTERNAL
from generator.output.manifest import LISTS, manifest_of, read_manifest
from generator.output.withdrawal import briefs_built

Standing = Literal["current", "replaced", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was built: of which brief, what the manifest says of it, what became of it.

    ``inputs``: the salted hashes of what it was made of, where the manifest still has them.
    """

    brief: str
    listed: str
    record: Mapping[str, Any]
    standing: Standing
    inputs: Mapping[str, str] | None

    def said(self, key: str) -> str:
        """Return a field of the record as text; empty where there is none."""
        value = self.record.get(key)
        return "" if value is None else str(value)

    @property
    def sha256(self) -> str:
        """Return the hash of the file."""
        return self.said("sha256")

    @property
    def size(self) -> int | None:
        """Return its bytes, where the manifest says how many."""
        value = self.record.get("size")
        return value if isinstance(value, int) else None

    @property
    def parts(self) -> Mapping[str, Any]:
        """Return its parts with their hashes, of a package."""
        value = self.record.get("parts")
        return value if isinstance(value, dict) else {}

    @property
    def draft(self) -> bool:
        """Tell whether it is a draft."""
        return self.record.get("draft") is True


_DEEPEST = 4


def out_of(file: Path, root: Path) -> Path:
    """Return the output folder that a file lies in, else that of the workspace ``root``."""
    above = file.absolute().parents[:_DEEPEST]
    return next((each for each in above if (each / INTERNAL).is_dir()), Workspace(root).output)


def known_files(out: Path) -> tuple[Known, ...]:
    """Return every file that the manifests of ``out`` know, those that still stand there first."""
    found = [each for brief in briefs_built(out) for each in _of_brief(out, brief)]
    return tuple(sorted(found, key=lambda each: LISTS.index(each.listed)))


def _of_brief(out: Path, brief: str) -> Iterator[Known]:
    manifest = read_manifest(manifest_of(out, brief)) or {}
    current = {each.get("sha256") for each in manifest.get("outputs", [])}
    states = manifest.get("states", {})
    for listed in LISTS:
        for record in manifest.get(listed, []):
            standing = _standing(listed, record, current)
            inputs = states.get(record.get("state"))
            told = standing == "current" and isinstance(inputs, dict)
            yield Known(brief, listed, record, standing, inputs if told else None)


def _standing(listed: str, record: Mapping[str, Any], current: set[Any]) -> Standing:
    """Return what became of a file; what was signed is replaced when the unsigned file is."""
    if listed == "withdrawn":
        return "withdrawn"
    if listed == "signed":
        return "current" if record.get("unsigned_sha256") in current else "replaced"
    return "current" if listed == "outputs" else "replaced"
