"""The manifest: it survives what is done to it, and two builds at once."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from generator.output import manifest
from generator.output.manifest import update_manifest
from tests.workspaces import WorkspaceFolder, as_told

MANIFEST = "out/.internal/spring/manifest.json"


def listed(root: Path) -> list[str]:
    """Return the files that the manifest knows."""
    return [each["file"] for each in json.loads((root / MANIFEST).read_bytes())["outputs"]]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "{",
        "[]",
        "null",
        '{"outputs": {}}',
        '{"outputs": [1]}',
        '{"outputs": [{"name": "council.en.md"}]}',
        '{"outputs": [{"file": 1}]}',
        '{"outputs": [{"file": "council.en.md", "sha256": ["a"]}]}',
        '{"outputs": [{"file": "council.en.md", "state": ["1"]}]}',
        '{"earlier": [{"file": "council.en.md", "named": 1}]}',
        '{"versions": []}',
        "[" * 100_000,
        b"\xff\xfe",
    ],
    ids=lambda each: repr(each[:40]),
)
def test_a_damaged_manifest_is_begun_anew(broken: str | bytes, workspace: WorkspaceFolder) -> None:
    """The letters are built; the damaged one is kept beside it, and that is said."""
    workspace.write(MANIFEST, broken)
    result = workspace.build(deliveries=("geneva",))
    assert workspace.built() == ["spring/geneva.en.md"]
    assert as_told(result.problems).startswith(
        ".internal/spring/manifest.json:1:1: warning: The manifest of this brief was damaged;"
    )
    assert listed(workspace.root) == ["geneva.en.md"]
    kept = (workspace.root / f"{MANIFEST}.broken").read_bytes()
    assert kept == (broken if isinstance(broken, bytes) else broken.encode())
    assert workspace.build(deliveries=("council",)).problems == ()
    assert listed(workspace.root) == ["council.en.md", "geneva.en.md"]


@pytest.mark.parametrize(
    "in_the_way", ["manifest.json", "problems.json", "manifest.json/x"], ids=repr
)
def test_a_record_that_cannot_be_written_is_told(
    in_the_way: str, workspace: WorkspaceFolder
) -> None:
    """The letters are built all the same."""
    (workspace.root / "out/.internal/spring" / in_the_way).mkdir(parents=True)
    result = workspace.build()
    assert workspace.built() == ["spring/council.en.md", "spring/geneva.en.md"]
    assert len(result.built) == 2
    told = as_told(result.problems)
    assert ".internal/spring/manifest.json:1:1: error: The file cannot be written (" in told


@pytest.mark.skipif(sys.platform == "win32", reason="no locks there")
def test_two_builds_at_once_keep_each_others_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second reads only when the first has written."""
    reading = threading.Barrier(2)
    known = manifest.read_manifest

    def slowly(path: Path) -> dict[str, Any] | None:
        """Read, and go on when the other has read too, or cannot for a while."""
        found = known(path)
        try:
            reading.wait(0.3)
        except threading.BrokenBarrierError:
            reading.reset()
        return found

    monkeypatch.setattr(manifest, "read_manifest", slowly)

    def build(name: str) -> None:
        update_manifest(tmp_path / "out", "spring", [{"file": name}], {}, {})

    builds = [threading.Thread(target=build, args=(name,)) for name in ("a.md", "b.md")]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert listed(tmp_path) == ["a.md", "b.md"]
