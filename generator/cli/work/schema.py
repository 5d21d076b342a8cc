"""Printing and writing the schemas of the YAML files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.cli.output import say, say_json, tell
from generator.cli.work.names import check_known
from generator.cli.work.tables import Column, say_table
from generator.model.kinds import YAML_KINDS, Kind
from generator.output.files import write_whole
from generator.schema import FOLDER, as_text, editor_line, file_name, schema_of


def run_schema(root: Path, name: str | None, *, out: str | None) -> int:
    """Print the schema of one kind or of all, or write them to ``out``."""
    check_known("kind of file", [name] if name else [], [kind.name for kind in YAML_KINDS])
    kinds = [kind for kind in YAML_KINDS if name in (None, kind.name)]
    if out is not None:
        _write(kinds, Path(out), root)
    elif name is not None:
        say_json(schema_of(kinds[0]))
        tell(f"First line of {kinds[0].pattern} after “brief schema --out {FOLDER}”:")
        tell(editor_line(kinds[0]))
    else:
        say_json({kind.name: schema_of(kind) for kind in kinds})
        tell(f"First line of each file after “brief schema --out {FOLDER}”:")
        for kind in kinds:
            tell(f"{kind.pattern}: {editor_line(kind)}")
    return 0


def _write(kinds: Sequence[Kind], out: Path, root: Path) -> None:
    """Write a file for each kind, and say which line uses it."""
    folder = _from_workspace(out, root)
    for kind in kinds:
        text = as_text(schema_of(kind, folder))
        write_whole(out / file_name(kind), text.encode())
    columns = (Column("files"), Column("first line of each", wraps=True))
    say_table(columns, [(kind.pattern, editor_line(kind, folder)) for kind in kinds])
    say(f"{len(kinds)} schemas are in {out}.")


def _from_workspace(out: Path, root: Path) -> str:
    """Return how a file in the workspace's own folder names ``out``."""
    if out.resolve().is_relative_to(root.resolve()):
        return Path(os.path.relpath(out.resolve(), root.resolve())).as_posix()
    return out.resolve().as_posix()
