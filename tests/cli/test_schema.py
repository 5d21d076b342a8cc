"""``brief schema``: one schema a kind, those of the repository true, and the line for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.model.kinds import YAML_KINDS, Kind, kind_of
from generator.schema import as_text, editor_line, file_name, schema_of
from tests.cli.support import Typed
from tests.workspaces import WorkspaceFolder

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("recommendations", "briefs", "templates")
    for path in (ROOT / folder).rglob("*.yaml")
)


@pytest.mark.parametrize("kind", YAML_KINDS, ids=lambda kind: kind.name)
def test_the_schemas_of_the_repository_are_true(kind: Kind) -> None:
    """The schemas of the repository are true."""
    text = (ROOT / ".schema" / file_name(kind)).read_text(encoding="utf-8")
    assert text == as_text(schema_of(kind)), "run: brief schema --out .schema"


def test_no_schema_is_left_over() -> None:
    """No schema is left over."""
    names = {path.name for path in (ROOT / ".schema").iterdir()}
    assert names == {file_name(kind) for kind in YAML_KINDS}


@pytest.mark.parametrize("file", SHIPPED)
def test_every_shipped_file_has_its_editor_line(file: str) -> None:
    """Every shipped file has its editor line."""
    kind = kind_of(file)
    if kind is None:
        pytest.fail(f"{file} is of no kind")
    first = (ROOT / file).read_text(encoding="utf-8").splitlines()[0]
    assert first == editor_line(kind)


@pytest.mark.parametrize("kind", YAML_KINDS, ids=lambda kind: kind.name)
def test_every_key_of_the_model_is_in_the_schema(kind: Kind) -> None:
    """Every key of the model is in the schema."""
    schema = schema_of(kind)
    keys = [info.alias or name for name, info in kind.model.model_fields.items()]
    assert list(schema["properties"]) == keys
    assert schema["additionalProperties"] is False
    assert schema["description"]
    assert '"null"' not in json.dumps(schema)
    for definition in schema.get("$defs", {}).values():
        assert definition["additionalProperties"] is False


def test_all_as_one_value(typed: Typed) -> None:
    """All schemas are printed as one value."""
    outcome = typed("schema")
    assert outcome.code == 0
    assert list(outcome.json()) == [kind.name for kind in YAML_KINDS]
    assert "briefs/*.yaml: # yaml-language-server: $schema=../.schema/brief.json" in outcome.err


def test_one(typed: Typed) -> None:
    """One schema is printed alone, with its editor line."""
    outcome = typed("schema brief")
    found: dict[str, Any] = outcome.json()
    assert found["$comment"] == "# yaml-language-server: $schema=../.schema/brief.json"
    assert found["$comment"] in outcome.err
    assert "raise" in typed("schema theme").json()["$defs"]["Recommendation"]["properties"]


def test_written(typed: Typed, workspace: WorkspaceFolder, tmp_path: Path) -> None:
    """Schemas are written to a folder, and say how a file finds them."""
    outcome = typed("schema --out .schema")
    assert (outcome.code, outcome.err) == (0, "")
    assert "briefs/*.yaml " in outcome.out
    for kind in YAML_KINDS:
        text = (workspace.root / ".schema" / file_name(kind)).read_text(encoding="utf-8")
        assert text == as_text(schema_of(kind))
    typed(f"schema people --out {tmp_path}/away")
    found = json.loads((tmp_path / "away/people.json").read_text(encoding="utf-8"))
    assert found["$comment"].endswith(f"$schema={tmp_path}/away/people.json")
