"""``brief init``: a workspace that builds at once, and nothing half-made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.kinds import YAML_KINDS
from generator.schema import file_name
from tests.cli.support import Typed


def test_a_new_workspace_builds_at_once(typed: Typed, tmp_path: Path) -> None:
    """A new workspace builds at once."""
    made = typed(f"init {tmp_path}/deep/new")
    assert (made.code, made.err) == (0, "")
    assert f"brief -C {tmp_path}/deep/new build" in made.out
    checked = typed(f"-C {tmp_path}/deep/new check --strict")
    assert (checked.code, checked.err) == (0, "")
    built = typed(f"-C {tmp_path}/deep/new build --to md,docx --json")
    assert (built.code, built.err) == (0, "")
    assert [each["format"] for each in built.json()] == ["md", "docx"]
    letter = Path(built.json()[0]["path"]).read_text(encoding="utf-8")
    assert "Mara Quill" in letter
    assert "a local reporter" in letter


def test_its_letter_has_pdf_and_word(typed: Typed, tmp_path: Path) -> None:
    """Its letter has pdf and word."""
    typed(f"init {tmp_path}/new")
    built = typed(f"-C {tmp_path}/new build --json")
    assert built.code == 0, built.err
    assert [each["format"] for each in built.json()] == ["pdf", "docx"]
    assert built.json()[0]["pages"] == 1


def test_what_is_in_it(typed: Typed, tmp_path: Path) -> None:
    """What is in it."""
    typed(f"init {tmp_path}/new")
    root = tmp_path / "new"
    ignored = (root / ".gitignore").read_text(encoding="utf-8")
    assert {"/output/", "/identities/", "*.internal"} <= set(ignored.splitlines())
    assert (root / "README.md").is_file()
    for kind in YAML_KINDS:
        assert (root / ".schema" / file_name(kind)).is_file()
    for path in root.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / schema).resolve().is_file(), path
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "workspace"]


def test_an_empty_folder_stays_the_same_folder(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty folder stays the same folder."""
    folder = tmp_path / "empty"
    folder.mkdir(mode=0o700)
    number = folder.stat().st_ino
    monkeypatch.chdir(folder)
    made = typed("init .")
    assert made.code == 0
    assert made.out.endswith("    brief build\n")
    assert (folder.stat().st_ino, folder.stat().st_mode & 0o777) == (number, 0o700)
    assert typed("check").code == 0
    assert not list(folder.glob(".brief-init-*"))


def test_a_folder_with_something_in_it_is_left_alone(typed: Typed, tmp_path: Path) -> None:
    """A folder with something in it is left alone."""
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "letter.odt").write_text("mine", encoding="utf-8")
    refused = typed(f"init {folder}")
    assert refused.code == 2
    assert refused.error().endswith("is not empty, so nothing was written to it.")
    assert [path.name for path in folder.iterdir()] == ["letter.odt"]
    assert typed(f"init {folder}/letter.odt").code == 2
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert typed(f"init {tmp_path}/lost").code == 2


@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_half_made(
    there: bool,  # noqa: FBT001 (a parameter of the test)
    typed: Typed,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is half made."""
    if there:
        (tmp_path / "new").mkdir()
    monkeypatch.setattr(
        "generator.scaffold.workspace.as_text", lambda _: (_ for _ in ()).throw(OSError(28, "Full"))
    )
    refused = typed(f"init {tmp_path}/new")
    assert (refused.code, refused.err) == (1, "brief: Full\n")
    left = [path.name for path in tmp_path.rglob("*") if "workspace" not in path.parts]
    assert [name for name in left if name.startswith(".brief")] == []
    assert not any((tmp_path / "new").glob("*"))
