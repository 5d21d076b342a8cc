"""The manifest of a brief: what went into each file, so that a file can be told again."""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from generator import __version__, fonts
from generator.output.files import INTERNAL, locked, write_whole

MANIFEST = "manifest.json"
LISTS = ("outputs", "earlier", "withdrawn")
"""The lists of files in a manifest: what stands there, what was replaced, what was taken away."""
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
    for each in outputs:
        replaced = kept.get(each["file"])
        if replaced and _worth_remembering(replaced, each):
            earlier.append(replaced)
        kept[each["file"]] = dict(each)
    salt = _salt(path.parents[1])
    manifest = {
        "brief": brief,
        "outputs": [kept[name] for name in sorted(kept)],
        "earlier": earlier,
        "withdrawn": before.get("withdrawn", []),
        "inputs": {name: _hashed(salt, data) for name, data in sorted(inputs.items())},
        "versions": {**before.get("versions", {}), **versions(), **engine},
    }
    write_whole(path, as_json(manifest))


def _worth_remembering(replaced: Mapping[str, Any], by: Mapping[str, Any]) -> bool:
    """Tell whether a file that is replaced named somebody whom the new one does not name.

    Why: it may have gone out, and who was named must be told of it when a consent ends.
    """
    named = set(replaced.get("named", ()))
    return not replaced.get("draft") and not named.issubset(by.get("named", ()))


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
    return all(isinstance(each, list) for each in lists) and all(
        isinstance(each, dict) and isinstance(each.get("file"), str)
        for listed in lists
        for each in listed
    )


def _laid_aside(path: Path) -> Path | None:
    """Lay a file aside that stands in the place of a manifest and is none; return where it is."""
    if not path.exists() or read_manifest(path) is not None:
        return None
    return path.replace(path.with_name(f"{path.name}.broken"))


def _salt(internal: Path) -> bytes:
    """Return the salt of this output folder: without it nobody tests a guess against a hash."""
    path = internal / "salt"
    with suppress(FileNotFoundError, ValueError):
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    salt = secrets.token_bytes(16)
    write_whole(path, salt.hex().encode())
    return salt


def _hashed(salt: bytes, data: bytes) -> str:
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
