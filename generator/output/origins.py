"""For the office only: what each Word file says, and where its words come from.

A record says no more than the file itself and where that is written; it goes where the file goes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.output.files import INTERNAL, write_whole

_FOLDER = "origins"
_DIGITS = 12


def origins_of(out: Path, brief: str, record: Mapping[str, Any]) -> Path:
    """Return where the record of a file stands that a manifest has as ``record``."""
    name = f"{Path(str(record.get('file'))).name}.{str(record.get('sha256'))[:_DIGITS]}.json"
    return out / INTERNAL / brief / _FOLDER / name


def write_origins(path: Path, value: Any) -> None:
    """Write the record of a file."""
    write_whole(path, json.dumps(value, ensure_ascii=False).encode())


def read_origins(path: Path) -> dict[str, Any] | None:
    """Return the record at ``path``, if it is one."""
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
    return None


def forget_origins(out: Path, brief: str, record: Mapping[str, Any]) -> None:
    """Delete the record of a file that nobody asks for any more."""
    with suppress(OSError):
        origins_of(out, brief, record).unlink()
