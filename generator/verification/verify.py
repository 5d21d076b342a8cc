"""One file, compared with what the manifests say was built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.loading.workspace import Workspace
from generator.output.files import INTERNAL
from generator.output.manifest import salt_of, salted
from generator.problems import Place, Problem, errors, problem
from generator.signing.report import Signature, signatures_of
from generator.verification.differing import differences
from generator.verification.known import Known, known_files, out_of
from generator.verification.reading import LARGEST, Read, read

_FIELDS = ("delivery", "addressee", "locale", "format", "date", "version", "built_on")


@dataclass(frozen=True, slots=True)
class Asked:
    """What files are compared with.

    ``root``: the workspace. ``out``: the folder whose manifests are asked; without it, the one
    that a file lies in, else ``output`` in the workspace. ``trusted``: files of certificates
    whose holders' signatures are trusted. ``now``: the moment at which certificates must hold.
    """

    root: Path
    out: Path | None
    trusted: tuple[Path, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file is; ``known`` is the file that was built, exactly this or under its name.

    ``exact``: whether it is that file, byte for byte.
    """

    path: Path
    sha256: str | None
    known: Known | None
    exact: bool
    problems: tuple[Problem, ...]
    signatures: tuple[Signature, ...] = ()
    changed_inputs: tuple[str, ...] = field(default=())

    @property
    def verified(self) -> bool:
        """Tell whether it is what was built, and may go on being used."""
        return self.exact and not errors(self.problems)

    @property
    def state(self) -> str:
        """Return what became of it, in a word."""
        if self.sha256 is None:
            return "unreadable"
        if self.known is None:
            return "unknown"
        return self.known.standing if self.exact else "changed"

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief verify --json``."""
        record: Mapping[str, Any] = self.known.record if self.known else {}
        return {
            "path": str(self.path.absolute()),
            "verified": self.verified,
            "state": self.state,
            "sha256": self.sha256,
            "built_sha256": self.known.sha256 if self.known else None,
            "brief": self.known.brief if self.known else None,
            "file": record.get("file"),
            **{name: record.get(name) for name in _FIELDS},
            "draft": self.known.draft if self.known else None,
            "changed_inputs": list(self.changed_inputs),
            "signatures": [each.as_json() for each in self.signatures],
            "problems": [each.as_json() for each in self.problems],
        }


def verify(path: Path, asked: Asked) -> Verified:
    """Return what the file at ``path`` is."""
    place = Place(path.as_posix())
    out = asked.out or out_of(path, asked.root)
    known = known_files(out)
    found = read(path, (each.size for each in known if each.size))
    if isinstance(found, Problem):
        return Verified(path, None, None, exact=False, problems=(found,))
    data = path.read_bytes() if found.size <= LARGEST else b""
    signatures, said = signatures_of(data, place, asked.trusted, asked.now)
    same = next((each for each in known if each.sha256 == found.sha256), None)
    exact = same is not None
    if same:
        changed = tuple(_changed_inputs(same, asked.root, out))
        problems = (*_become(same, place), *_since(changed, place), *said)
        return Verified(path, found.sha256, same, exact, problems, signatures, changed)
    other = _likeliest(path, found, known)
    if other is None:
        where = out.as_posix()
        wrong = [problem("file-unknown" if known else "manifest-missing", place, out=where)]
    else:
        wrong = [*differences(path, found, other)]
    problems = (*wrong, *said)
    return Verified(
        path, found.sha256, other, exact=exact, problems=problems, signatures=signatures
    )


def _become(known: Known, place: Place) -> Iterator[Problem]:
    """Yield what became of a file since it was built."""
    name = f"{known.brief}/{known.said('file')}"
    if known.standing == "replaced":
        yield problem("file-replaced", place, id=known.brief, built=name)
    elif known.standing == "withdrawn":
        day = known.said("withdrawn_on")
        yield problem("file-withdrawn", place, id=known.brief, built=name, day=day)


def _since(changed: tuple[str, ...], place: Place) -> Iterator[Problem]:
    if changed:
        yield problem("inputs-changed", place, files=", ".join(changed))


def _changed_inputs(known: Known, root: Path, out: Path) -> Iterator[str]:
    """Yield the files of the workspace that are not what they were when a file was built.

    Where none of them is there, this is another workspace, and nothing is said.
    """
    inputs = known.inputs or {}
    files = {each.name: each for each in Workspace(root).files()}
    if not any(each.own for each in files.values()):
        return
    salt = salt_of(out / INTERNAL)
    for name, hashed in inputs.items():
        path = files[name].path if name in files else root / name
        if not path.is_file() or salted(salt, path.read_bytes()) != hashed:
            yield name


def _likeliest(path: Path, found: Read, known: tuple[Known, ...]) -> Known | None:
    """Return the file that this one was made from: by its beginning, else by its name."""
    begun = (each for each in known if each.size and found.beginnings.get(each.size) == each.sha256)
    longest = max(begun, key=lambda each: each.size or 0, default=None)
    named = [each for each in known if each.said("file") == path.name]
    beside = (each for each in named if each.brief == path.absolute().parent.name)
    return longest or next(beside, None) or next(iter(named), None)
