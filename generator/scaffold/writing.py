"""Writing a file of the workspace whole or not at all, with the rights it had."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_in_place(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; a link stays a link, and who could not read it still cannot."""
    real = path.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(real))
        temporary.replace(real)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """Return the rights of a file, or those of a new one."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
