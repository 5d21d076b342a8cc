"""The names of files: of briefs, audiences and document types they are ids."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.workspaces import BRIEF, COURTS, FICTIONAL, PEOPLE, PRESS, WorkspaceFolder

NO_ID = "but it has more than small letters, figures and hyphens.\n"
RENAME = "    Rename the file, such as to brussels-2026.yaml."
UNPRINTABLE = (
    ":1:1: error: The name of this file, or of its folder, has characters that cannot be printed.\n"
    "    Rename the file, with letters that you can type."
)

# The file, how it is called in a message, and what it is the id of.
NAMES: dict[str, tuple[str, str]] = {
    "briefs/Straße 1.yaml": ("briefs/Straße 1.yaml", "brief"),
    "briefs/Spring.yaml": ("briefs/Spring.yaml", "brief"),
    "briefs/autumn_2026.yaml": ("briefs/autumn_2026.yaml", "brief"),
    "briefs/spring.old.yaml": ("briefs/spring.old.yaml", "brief"),
    "briefs/two\nlines.yaml": ("briefs/two\\nlines.yaml", "brief"),
    "briefs/odd\udcff.yaml": ("briefs/odd\\xff.yaml", "brief"),
    "briefs/audiences/European Union.yaml": ("briefs/audiences/European Union.yaml", "audience"),
    "templates/one pager.yaml": ("templates/one pager.yaml", "document"),
}


def write(workspace: WorkspaceFolder, file: str, content: str) -> None:
    """Write a file, where the file system takes such a name."""
    try:
        workspace.write(file, content)
    except (OSError, UnicodeError):
        pytest.skip("this file system does not take such a name")


@pytest.mark.parametrize("file", NAMES)
def test_a_name_that_is_no_id_is_told_and_the_file_not_used(
    file: str, workspace: WorkspaceFolder
) -> None:
    """It would be the name of a folder of letters, and what others refer to."""
    name, kind = NAMES[file]
    write(workspace, file, FICTIONAL[BRIEF])
    assert workspace.told() == (
        f"{name}:1:1: error: The name of this file is the id of its {kind}, {NO_ID}{RENAME}"
    )
    assert {each.brief for each in workspace.build().built} == {"spring"}
    assert workspace.built() == ["spring/council.en.md", "spring/geneva.en.md"]


@pytest.mark.parametrize("name", ["od\udcffd", "two\nlines", "left\u202eright", "bell\x07"])
def test_what_cannot_be_printed_is_told_of_any_file(name: str, workspace: WorkspaceFolder) -> None:
    """The manifest and the messages name files."""
    file = f"recommendations/ruritania/{name}.yaml"
    write(workspace, file, FICTIONAL[PRESS])
    told = workspace.told()
    assert told.startswith("recommendations/ruritania/")
    assert told.endswith(UNPRINTABLE)
    told.encode()


def test_a_theme_file_may_be_called_anything_else(workspace: WorkspaceFolder) -> None:
    """Its theme stands in it."""
    (workspace.root / COURTS).rename(workspace.root / COURTS.replace("courts", "Gerichte (neu)"))
    assert workspace.told() == ""
    assert len(workspace.build().built) == len(("council", "geneva"))


def test_a_misplaced_file_of_odd_bytes_is_told(workspace: WorkspaceFolder) -> None:
    """Printing its name does not fail."""
    write(workspace, "briefs/odd\udcff.yml", "")
    assert workspace.told().startswith("briefs/odd\\xff.yml:1:1: warning: Nothing reads this file")


def test_a_text_that_is_no_id_is_nobodys_key(workspace: WorkspaceFolder) -> None:
    """A record called like the key of a brief does not take its place."""
    workspace.replace(PEOPLE, "id: bo_lantern", 'id: "brief:spring"')
    told = workspace.told()
    assert told.startswith(f"{PEOPLE}:8:9: error: “id” must be an id")
    assert told.count("error:") == 1
    assert workspace.checked()[0].entry("brief", "spring") is not None


def test_two_texts_that_are_no_ids_tell_no_name(workspace: WorkspaceFolder) -> None:
    """The same name twice is no double id, and no message gives it."""
    for id_ in ("ada_quill", "bo_lantern"):
        workspace.replace(PEOPLE, f"- id: {id_}", "- id: Xantippe")
    _, problems = workspace.checked()
    assert {each.rule for each in problems} == {"id-form-name"}
    assert "Xantippe" not in repr([each.as_json() for each in problems])


def test_the_file_system_is_read_as_bytes() -> None:
    """Otherwise the names above would not be the odd ones that they are meant to be."""
    assert os.fsencode(Path("odd\udcff.yaml")) == b"odd\xff.yaml"
