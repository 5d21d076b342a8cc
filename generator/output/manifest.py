"""The manifest of a brief: what went into each file, so that a file can be told again."""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator import __version__, fonts
from generator.output.files import INTERNAL, write_whole

_LIBRARIES = ("weasyprint", "python-docx", "jinja2", "pyyaml", "babel")


def update_manifest(
    out: Path,
    brief: str,
    outputs: Iterable[Mapping[str, Any]],
    inputs: Mapping[str, bytes],
    engine: Mapping[str, str],
) -> None:
    """Write the manifest of ``brief``, keeping what it says of files that were not built now.

    ``engine`` has the versions of the system's libraries that laid the pages out, if any did.
    """
    path = out / INTERNAL / brief / "manifest.json"
    before = _read(path)
    kept = {each["file"]: each for each in before.get("outputs", [])}
    for each in outputs:
        kept[each["file"]] = dict(each)
    salt = _salt(out)
    manifest = {
        "brief": brief,
        "outputs": [kept[name] for name in sorted(kept)],
        "inputs": {name: _hashed(salt, data) for name, data in sorted(inputs.items())},
        "versions": {**before.get("versions", {}), **_versions(), **engine},
    }
    write_whole(path, _json(manifest))


def write_internal(out: Path, brief: str, name: str, value: Any) -> None:
    """Write something for the office only beside the manifest."""
    write_whole(out / INTERNAL / brief / name, _json(value))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _read(path: Path) -> dict[str, Any]:
    """Return a manifest written before, or nothing."""
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _salt(out: Path) -> bytes:
    """Return the salt of this output folder: without it nobody tests a guess against a hash."""
    path = out / INTERNAL / "salt"
    with suppress(OSError):
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    salt = secrets.token_bytes(16)
    write_whole(path, salt.hex().encode())
    return salt


def _hashed(salt: bytes, data: bytes) -> str:
    return hashlib.sha256(salt + data).hexdigest()


def _versions() -> dict[str, str]:
    """Return the versions of everything that shapes the bytes of an output."""
    found = {"advocacy-briefs": __version__, "python": platform.python_version()}
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    with suppress(fonts.FontsNotInstalledError):
        found |= {f"font {name}": each for name, each in fonts.font_versions().items()}
    return found
