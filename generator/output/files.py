"""Names of output files, and writing them whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

INTERNAL = ".internal"
"""The folder of what is never sent: manifests, explanations, problems."""


def file_name(
    delivery: str, *, addressee: str | None, locale: str, suffix: str, draft: bool
) -> str:
    """Return ``<delivery>[.<addressee>].<locale>[.draft].<format>``."""
    parts = [delivery, *([addressee] if addressee else []), locale, *(["draft"] if draft else [])]
    return ".".join(parts) + suffix


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: readers see the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    """Return the process's file mode mask."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
