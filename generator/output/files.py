"""Names of output files, and writing them whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let no other build pass while this one holds the lock file ``path``.

    Where the system cannot lock files, two builds at once are the user's to avoid.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl  # which Windows does not have

    with path.open("w") as file:
        with suppress(OSError):  # a folder on the network may know no locks
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _umask() -> int:
    """Return the process's file mode mask."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
