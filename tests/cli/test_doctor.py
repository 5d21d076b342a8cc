"""``brief doctor``: what is missing, and the command that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import fonts, installation
from tests.cli.support import Typed
from tests.workspaces import BRIEF, WorkspaceFolder


def test_all_is_well(typed: Typed) -> None:
    """All is well."""
    outcome = typed("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    names = [line[10:].partition(":")[0] for line in outcome.out.splitlines()]
    assert [name for name in names if name[:1].strip()] == [
        "Python",
        "Pango",
        "fonts",
        "templates",
        "brand",
        "locale en",
        "LibreOffice",
    ]
    found = typed("doctor --json")
    assert found.err == ""
    for each in found.json():
        assert set(each) == {"name", "ok", "needed", "detail", "remedy"}
        assert each["ok"] or not each["needed"]


def test_pango_missing(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pango missing."""
    monkeypatch.setattr(installation, "missing", lambda _: ("libpango-1.0.so.0",))
    outcome = typed("doctor")
    assert outcome.code == 1
    assert "missing   Pango: no PDF without libpango-1.0.so.0" in outcome.out
    assert f"\n          {installation.remedy('pdf')}\n" in outcome.out


def test_fonts_missing(typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Fonts missing."""
    monkeypatch.setattr(fonts, "fonts_folder", lambda: tmp_path)
    outcome = typed("doctor")
    assert outcome.code == 1
    assert "missing   fonts: the fonts have not been made." in outcome.out
    assert fonts.remedy() in outcome.out


def test_templates_and_locales(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Templates and locales."""
    text = workspace.read(BRIEF)
    workspace.write(BRIEF, text.replace("locales: [en]", "locales: [en, kk, qqx]"))
    workspace.write("templates/memo.yaml", "name: Memo\n")
    found = {each["name"]: each for each in typed("doctor --json").json()}
    assert found["templates"]["detail"] == "lacking: memo.md.j2"
    assert (found["locale kk"]["ok"], found["locale kk"]["needed"]) == (False, False)
    assert (found["locale qqx"]["ok"], found["locale qqx"]["needed"]) == (False, True)


def test_outside_of_a_workspace(typed: Typed, tmp_path: Path) -> None:
    """Outside of a workspace."""
    (tmp_path / "empty").mkdir()
    assert typed(f"-C {tmp_path}/empty doctor").code == 0


def test_which_face_letters_have_is_told(typed: Typed, workspace: WorkspaceFolder) -> None:
    """The program's own, the workspace's with its logos, or what is wrong with it."""

    def told() -> tuple[bool, str]:
        found = typed("doctor --json").json()
        return next((each["ok"], each["detail"]) for each in found if each["name"] == "brand")

    assert told() == (True, "the program's own, without a logo")
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect/></svg>'
    workspace.write("templates/logo.svg", logo)
    workspace.write("templates/brand.yaml", "logos: {harbour_watch: {file: logo.svg}}\n")
    assert told() == (True, "templates/brand.yaml; logos: harbour_watch")
    workspace.write("templates/brand.yaml", "families: {text: Papyrus}\n")
    assert told() == (False, "“Papyrus” is not one of the fonts that the letters have.")
