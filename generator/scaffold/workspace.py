"""A new workspace: made beside, then moved into place, so that nothing stays half-made."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from generator.model.kinds import YAML_KINDS
from generator.scaffold.refusal import Refusal
from generator.scaffold.skeletons import workspace_files
from generator.schema import FOLDER, as_text, file_name, schema_of


def make_workspace(folder: Path) -> None:
    """Make a workspace in ``folder``, which must not exist yet or be empty."""
    if folder.is_symlink() and not folder.exists():
        raise Refusal(f"“{folder}” is a link that leads nowhere.")
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"“{folder}” is a file; a workspace is a folder.")
    if folder.exists():
        if any(folder.iterdir()):
            raise Refusal(f"The folder “{folder}” is not empty, so nothing was written to it.")
        _fill(folder)
    else:
        _create(folder)


def _create(folder: Path) -> None:
    """Make the folder with all its files at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = _made_in(folder.parent)
    try:
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _fill(folder: Path) -> None:
    """Fill an empty folder, which may be the one that the user is in and must stay the same."""
    made = _made_in(folder)
    moved: list[Path] = []
    try:
        moved.extend(path.rename(folder / path.name) for path in sorted(made.iterdir()))
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _made_in(parent: Path) -> Path:
    """Return a new workspace under a name of its own in ``parent``."""
    made = Path(tempfile.mkdtemp(dir=parent, prefix=".brief-init-"))
    try:
        made.chmod(0o777 & ~_umask())
        for name, data in workspace_files():
            _write(made / name, data)
        for kind in YAML_KINDS:
            _write(made / FOLDER / file_name(kind), as_text(schema_of(kind)).encode())
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return made


def _write(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _umask() -> int:
    """Return the process's file mode mask."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
