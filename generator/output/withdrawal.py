"""Files that name somebody who may not be named any more: taken away, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.output.files import APPROVED, INTERNAL, locked, write_whole
from generator.output.manifest import LISTS, MANIFEST, as_json, manifest_of, read_manifest
from generator.output.origins import forget_origins

_FOLDER = "withdrawn"
_STANDING = ("outputs", "signed")

Output = Mapping[str, Any]
"""What a manifest says of a file."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A file that was taken away: which brief it is of, whom it named, and where it is now."""

    brief: str
    file: str
    people: tuple[str, ...]
    now_at: Path | None


@dataclass(frozen=True, slots=True)
class Past:
    """A file that was built and named somebody; ``withdrawn_on`` is set where it was taken away."""

    brief: str
    file: str
    delivery: str
    locale: str
    date: str
    named: tuple[str, ...]
    withdrawn_on: str | None

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``named_before`` in ``brief explain --json``."""
        return {
            "brief": self.brief,
            "file": self.file,
            "delivery": self.delivery,
            "locale": self.locale,
            "date": self.date,
            "withdrawn_on": self.withdrawn_on,
        }


def briefs_built(out: Path) -> tuple[str, ...]:
    """Return the briefs of which there is a manifest."""
    return tuple(sorted(each.parent.name for each in (out / INTERNAL).glob(f"*/{MANIFEST}")))


def withdraw(
    out: Path, brief: str, named_now: Callable[[Output], tuple[str, ...]], today: date
) -> list[Withdrawn]:
    """Move the files of a brief that name somebody who may not be named out of the way.

    The texts that were approved of them go with them. Where their words come from is forgotten,
    of what was replaced too.

    ``named_now`` returns who of those whom a file names may not be named any more.
    """
    path = manifest_of(out, brief)
    with locked(out / INTERNAL / "lock"):
        manifest = read_manifest(path) or {}
        kept: dict[str, list[Output]] = {key: [] for key in _STANDING}
        moved, found = [], []
        for key, each in _standing(manifest):
            people = named_now(each)
            if not people:
                kept[key].append(each)
                continue
            now_at = _moved(out / brief / Path(each["file"]).name, path.parent / _FOLDER)
            _moved(path.parent / APPROVED / f"{Path(each['file']).stem}.md", path.parent / _FOLDER)
            forget_origins(out, brief, each)
            found.append(Withdrawn(brief, each["file"], people, now_at))
            moved.append({**each, "withdrawn_on": today.isoformat(), "people": list(people)})
        for each in manifest.get("earlier", []):
            if named_now(each):
                forget_origins(out, brief, each)
        if moved:
            withdrawn = [*manifest.get("withdrawn", []), *moved]
            write_whole(path, as_json({**manifest, **kept, "withdrawn": withdrawn}))
    return found


def _standing(manifest: Mapping[str, Any]) -> Iterator[tuple[str, Output]]:
    """Yield what the manifest says of the files that stand in the folder of the brief."""
    for key in _STANDING:
        yield from ((key, each) for each in manifest.get(key, []))


def _moved(file: Path, folder: Path) -> Path | None:
    """Move a file to ``folder``, beside what was moved there before; return where it is now."""
    target = folder / file.name
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{file.stem}.{number}{file.suffix}"
    with suppress(FileNotFoundError):
        folder.mkdir(parents=True, exist_ok=True)
        return file.replace(target)
    return None


def past_outputs(out: Path) -> tuple[Past, ...]:
    """Return every file of all briefs that named somebody, from the manifests.

    What was built several times and named the same people on the same date is told once.
    """
    return tuple(dict.fromkeys(_past_outputs(out)))


def _past_outputs(out: Path) -> Iterator[Past]:
    for brief in briefs_built(out):
        manifest = read_manifest(manifest_of(out, brief)) or {}
        for key in LISTS:
            for each in manifest.get(key, []):
                if each.get("named"):
                    yield Past(
                        brief=brief,
                        file=each["file"],
                        delivery=str(each.get("delivery")),
                        locale=str(each.get("locale")),
                        date=str(each.get("date")),
                        named=tuple(map(str, each["named"])),
                        withdrawn_on=each.get("withdrawn_on"),
                    )
