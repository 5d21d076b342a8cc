"""The texts of new files and records, which stand in ``generator/skeletons``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).resolve().parents[1] / "skeletons"


def filled(name: str, **fields: str) -> str:
    """Return the skeleton ``name`` with its fields filled in."""
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    lines = Template(text).substitute(fields).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def workspace_files() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of a new workspace."""
    folder = _FOLDER / "workspace"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield (".gitignore" if name == "_gitignore" else name), path.read_bytes()
