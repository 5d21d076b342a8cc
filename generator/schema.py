"""JSON Schema of every kind of YAML file, for editors."""

from __future__ import annotations

import json
from typing import Any

from generator.model.kinds import Kind

FOLDER = ".schema"
"""Where a workspace keeps its schemas."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_name(kind: Kind) -> str:
    """Return the name of the file with the schema of ``kind``."""
    return f"{kind.name}.json"


def editor_line(kind: Kind, folder: str = FOLDER) -> str:
    """Return the comment that makes an editor use the schema in ``folder`` of the workspace."""
    above = "" if folder.startswith("/") else "../" * kind.pattern.count("/")
    return f"# yaml-language-server: $schema={above}{folder}/{file_name(kind)}"


def schema_of(kind: Kind, folder: str = FOLDER) -> dict[str, Any]:
    """Return the JSON Schema of the files of ``kind``."""
    schema = kind.model.model_json_schema(by_alias=True)
    return {
        "$schema": DIALECT,
        "$comment": editor_line(kind, folder),
        "title": f"{kind.name}: {kind.pattern}",
        **_without_title(_tidy(schema)),
    }


def as_text(schema: dict[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _tidy(node: Any) -> Any:
    """Return ``node`` as an editor should show it: no null, which YAML files do not use here."""
    if isinstance(node, list):
        return [_tidy(each) for each in node]
    if not isinstance(node, dict):
        return node
    tidied = {key: _tidy(value) for key, value in node.items()}
    if isinstance(tidied.get("description"), str):
        tidied["description"] = tidied["description"].replace("``", "`")
    if "anyOf" in tidied:
        tidied = _without_null(tidied)
    if isinstance(tidied.get("properties"), dict):
        tidied["properties"] = {
            key: _without_title(value) for key, value in tidied["properties"].items()
        }
    return tidied


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    """Return a choice without the branch for an absent value."""
    kept = [each for each in node["anyOf"] if each != {"type": "null"}]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    if rest.get("default", ...) is None:
        del rest["default"]
    return {**rest, **kept[0]} if len(kept) == 1 else {**rest, "anyOf": kept}


def _without_title(node: Any) -> Any:
    """Return ``node`` without the title that repeats the key."""
    return {key: value for key, value in node.items() if key != "title"}
