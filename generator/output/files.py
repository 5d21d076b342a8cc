"""Names of output files, and writing them whole or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

INTERNAL = ".internal"
"""The folder of what is never sent: manifests, explanations, problems."""

APPROVED = "approved"
"""The folder in it of the texts that were approved last."""

_OPEN_FILES = Path("/proc/self/fd")
_MODE = 0o666
"""Who may read and write a new file, as far as the user's mask lets them."""


def file_name(
    delivery: str, *, addressee: str | None, locale: str, suffix: str, draft: bool
) -> str:
    """Return ``<delivery>[.<addressee>].<locale>[.draft].<format>``."""
    parts = [delivery, *([addressee] if addressee else []), locale, *(["draft"] if draft else [])]
    return ".".join(parts) + suffix


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: readers see the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with _begun(part) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if not part.exists():
                _name(file, part)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _begun(part: Path) -> BinaryIO:
    """Open a file that is called ``part`` at the latest when all is in it.

    Where the system can, it has no name before: a process that is killed leaves nothing behind.
    """
    if sys.platform == "linux" and _OPEN_FILES.is_dir():
        with suppress(OSError):  # not every kind of disk has files without a name
            handle = os.open(part.parent, os.O_TMPFILE | os.O_WRONLY, _MODE)
            return os.fdopen(handle, "wb")
    return part.open("xb")


def _name(file: BinaryIO, part: Path) -> None:
    """Give a name to a file that has none."""
    handle = file.fileno()
    # With a folder given, Python follows the link to the open file; without, it links the link.
    os.link(_OPEN_FILES / str(handle), part, src_dir_fd=handle)


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
