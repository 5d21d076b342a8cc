"""The manifest of a brief: what went into each file, so that a file can be told again."""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from generator import __version__, fonts
from generator.output.files import INTERNAL, locked, write_whole
from generator.output.origins import forget_origins

MANIFEST = "manifest.json"
LISTS = ("outputs", "signed", "earlier", "withdrawn")
"""The lists of files in a manifest: what stands there, what was signed, what was replaced, what was
taken away."""
_DRAFTS_KEPT = 10
"""So many replaced drafts of a file are remembered: who builds at each save makes very many."""
_LIBRARIES = ("weasyprint", "python-docx", "jinja2", "pyyaml", "babel")


def manifest_of(out: Path, brief: str) -> Path:
    """Return where the manifest of a brief stands."""
    return out / INTERNAL / brief / MANIFEST


def update_manifest(
    out: Path,
    brief: str,
    outputs: Iterable[Mapping[str, Any]],
    inputs: Mapping[str, bytes],
    engine: Mapping[str, str],
) -> Path | None:
    """Write the manifest of ``brief``, keeping what it says of files that were not built now.

    ``engine`` has the versions of the system's libraries that laid the pages out, if any did.
    Of a manifest that is none a new one is begun; return where the old one is then.
    """
    path = manifest_of(out, brief)
    with locked(out / INTERNAL / "lock"):
        aside = _laid_aside(path)
        _update(path, brief, outputs, inputs, engine)
    return aside


def _update(
    path: Path,
    brief: str,
    outputs: Iterable[Mapping[str, Any]],
    inputs: Mapping[str, bytes],
    engine: Mapping[str, str],
) -> None:
    """Write the manifest at ``path`` anew."""
    before = read_manifest(path) or {}
    kept = {each["file"]: each for each in before.get("outputs", [])}
    earlier = list(before.get("earlier", []))
    salt = salt_of(path.parents[1])
    hashes = {name: salted(salt, data) for name, data in sorted(inputs.items())}
    state, states = _with_state(before.get("states", {}), hashes)
    for each in outputs:
        replaced = kept.get(each["file"])
        if replaced and replaced.get("sha256") != each.get("sha256"):
            earlier.append(replaced)
        kept[each["file"]] = {**each, "state": state}
    there = [*kept.values(), *before.get("signed", [])]
    remembered = _remembered(earlier)
    for each in earlier:
        if each not in remembered:
            forget_origins(path.parents[2], brief, each)
    manifest = {
        "brief": brief,
        "outputs": [kept[name] for name in sorted(kept)],
        "signed": before.get("signed", []),
        "earlier": remembered,
        "withdrawn": before.get("withdrawn", []),
        "inputs": hashes,
        "states": {id_: each for id_, each in states.items() if _is_of(id_, there)},
        "versions": {**before.get("versions", {}), **versions(), **engine},
    }
    write_whole(path, as_json(manifest))


def _remembered(earlier: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the replaced files that are remembered: every final, and of drafts the latest.

    Why: a final may have gone out; who was named in it must be told when a consent ends, and who
    has it may ask whether it is what was built. A draft comes back with a colleague's edits.
    """
    drafts: Counter[str] = Counter()
    kept = []
    for each in reversed(earlier):
        if each.get("draft"):
            drafts[each["file"]] += 1
        if drafts[each["file"]] <= _DRAFTS_KEPT:
            kept.append(each)
    return kept[::-1]


def _with_state(states: Mapping[str, Any], hashes: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Return the number of the state of the inputs that ``hashes`` are, and all states with it."""
    known = next((id_ for id_, each in states.items() if each == hashes), None)
    number = known or str(1 + max((int(each) for each in states if each.isdigit()), default=0))
    return number, {**states, number: dict(hashes)}


def _is_of(state: str, records: Iterable[Mapping[str, Any]]) -> bool:
    return any(each.get("state") == state for each in records)


def add_signed(out: Path, brief: str, record: Mapping[str, Any]) -> None:
    """Note in the manifest of ``brief`` that a file was signed; one signed before is replaced."""
    path = manifest_of(out, brief)
    with locked(out / INTERNAL / "lock"):
        manifest = read_manifest(path) or {}
        signed = list(manifest.get("signed", []))
        replaced = [each for each in signed if each["file"] == record["file"]]
        kept = [each for each in signed if each not in replaced]
        earlier = [*manifest.get("earlier", []), *replaced]
        write_whole(
            path, as_json({**manifest, "signed": [*kept, dict(record)], "earlier": earlier})
        )


def write_internal(out: Path, brief: str, name: str, value: Any) -> None:
    """Write something for the office only beside the manifest."""
    write_whole(out / INTERNAL / brief / name, as_json(value))


def as_json(value: Any) -> bytes:
    """Return a value as the files for the office have it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(path: Path) -> dict[str, Any] | None:
    """Return the manifest at ``path``, if it is one."""
    with suppress(FileNotFoundError, ValueError, RecursionError):
        found = json.loads(path.read_bytes())
        if _is_manifest(found):
            return cast("dict[str, Any]", found)
    return None


def _is_manifest(found: object) -> bool:
    """Tell whether ``found`` is what `update_manifest` writes."""
    if not isinstance(found, dict) or not isinstance(found.get("versions", {}), dict):
        return False
    lists = [found.get(key, []) for key in LISTS]
    if not isinstance(found.get("states", {}), dict):
        return False
    return all(isinstance(each, list) for each in lists) and all(
        _is_record(each) for listed in lists for each in listed
    )


def _is_record(found: object) -> bool:
    """Tell whether ``found`` is what a manifest says of a file."""
    return (
        isinstance(found, dict)
        and isinstance(found.get("file"), str)
        and all(isinstance(found.get(key, ""), str) for key in ("sha256", "state"))
        and isinstance(found.get("named", []), list)
    )


def _laid_aside(path: Path) -> Path | None:
    """Lay a file aside that stands in the place of a manifest and is none; return where it is."""
    if not path.exists() or read_manifest(path) is not None:
        return None
    return path.replace(path.with_name(f"{path.name}.broken"))


def salt_of(internal: Path) -> bytes:
    """Return the salt of this output folder: without it nobody tests a guess against a hash."""
    path = internal / "salt"
    with suppress(FileNotFoundError, ValueError):
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    salt = secrets.token_bytes(16)
    write_whole(path, salt.hex().encode())
    return salt


def salted(salt: bytes, data: bytes) -> str:
    """Return the hash of an input, which only who has the salt can compare."""
    return hashlib.sha256(salt + data).hexdigest()


@cache
def versions() -> Mapping[str, str]:
    """Return the versions of everything that shapes the bytes of an output, but of the engine."""
    found = {"advocacy-briefs": __version__, "python": platform.python_version()}
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    with suppress(fonts.FontsNotInstalledError):
        found |= {f"font {name}": each for name, each in fonts.font_versions().items()}
    return MappingProxyType(found)
