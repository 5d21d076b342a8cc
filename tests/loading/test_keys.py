"""Keys mean the same to every YAML reader and editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.model.kinds import KINDS, Kind
from generator.model.scalars import changed_by_yaml
from tests.test_architecture import ROOT
from tests.workspaces import PEOPLE, WorkspaceFolder

KEY = re.compile(r"(?m)(?:^\s*(?:-\s+)?|[{,]\s*)(on|off|yes|no|y|n|true|false|null):\s")


def keys(schema: Any) -> Iterator[str]:
    """Yield the key of every property that a schema has."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for each in schema.values():
            yield from keys(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from keys(each)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_key_is_anything_but_a_text(kind: Kind) -> None:
    """To a reader of YAML 1.1, “on” is true."""
    found = set(keys(kind.model.model_json_schema(by_alias=True)))
    assert found
    assert {key for key in found if changed_by_yaml(key)} == set()


def test_no_file_has_such_a_key() -> None:
    """Neither the content nor what a new workspace begins with."""
    folders = ("recommendations", "briefs", "templates", "generator/skeletons", "docs")
    files = [
        path
        for folder in folders
        for end in ("yaml", "md")
        for path in (ROOT / folder).rglob(f"*.{end}")
    ]
    assert len(files) > len(KINDS)
    assert [path for path in files if KEY.search(path.read_text(encoding="utf-8"))] == []


def test_what_is_no_key_is_not_quoted_where_it_may_be_a_name(workspace: WorkspaceFolder) -> None:
    """A colon in a sentence makes its beginning a key; a key that is only mistyped is told."""
    workspace.replace(PEOPLE, "    gender: f\n", "    Cyril Marrow said: no\n    gendr: f\n")
    told = workspace.told()
    assert "Cyril" not in told
    assert "“…” is not a key of this kind of record." in told
    assert "“gendr” is not a key of this kind of record." in told
