"""No false alarm: the letters that the project ships, in every script, have nothing to be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inspection.surroundings import Surroundings
from tests.workspaces import WorkspaceFolder

LOOKED = {"found-in-file", "file-baggage", "file-unread", "name-told"}


@pytest.mark.usefixtures("own_fonts")
@pytest.mark.parametrize(
    "locale", [*(pytest.param(each, marks=pytest.mark.whole) for each in ("en", "ar")), "kk", "zh"]
)
def test_a_shipped_letter_is_clean(
    locale: str, own_workspace: WorkspaceFolder, tmp_path: Path
) -> None:
    """On a machine whose folders and users are called as they are everywhere."""
    machine = Surroundings(("root", "admin", "office", "localhost"), ("/root/", "/home/a/"))
    brief = {"ar": "geneva-2026", "zh": "geneva-2026"}.get(locale, "brussels-2026")
    result = own_workspace.build(
        tmp_path, briefs=(brief,), locales=(locale,), formats=("pdf", "docx"), surroundings=machine
    )
    assert [each for each in result.problems if each.rule in LOOKED] == []
    assert {each.format for each in result.built} == {"pdf", "docx"}
