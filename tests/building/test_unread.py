"""A file that cannot be read stops the letters that draw on it, and no others."""

from __future__ import annotations

import pytest

from tests.workspaces import (
    BRIEF,
    CASES,
    COURTS,
    EU_COMMITMENTS,
    PEOPLE,
    PRESS,
    SOURCES,
    THEMES,
    UN_COMMITMENTS,
    WorkspaceFolder,
)

BROKEN = "a: b: [\n"
BOTH = ["council", "geneva"]


def built(workspace: WorkspaceFolder, *, draft: bool = False) -> list[str]:
    """Return the deliveries that were built."""
    return [each.delivery for each in workspace.build(draft=draft).built]


@pytest.mark.parametrize("content", [BROKEN, "", "- commitments\n"])
@pytest.mark.parametrize(
    ("file", "left"), [(EU_COMMITMENTS, ["geneva"]), (UN_COMMITMENTS, ["council"])]
)
def test_commitments_stop_the_letters_of_their_audience(
    file: str, left: list[str], content: str, workspace: WorkspaceFolder
) -> None:
    """The other audience leans on others."""
    workspace.write(file, content)
    assert built(workspace) == left
    assert built(workspace, draft=True) == BOTH


def test_commitments_with_a_wrong_head_stop_the_letters_of_their_audience(
    workspace: WorkspaceFolder,
) -> None:
    """The name of the file tells whose they are."""
    workspace.replace(EU_COMMITMENTS, "audience: eu", "audience: EU!")
    assert built(workspace) == ["geneva"]


@pytest.mark.parametrize("content", [BROKEN, "name: [\n", "nam: Union\n"])
@pytest.mark.parametrize(
    ("audience", "left"), [("eu", ["geneva"]), ("un", ["council"]), ("osce", BOTH)]
)
def test_an_audience_stops_its_own_letters(
    audience: str, left: list[str], content: str, workspace: WorkspaceFolder
) -> None:
    """A recommendation that is worded for several is built for the others."""
    workspace.write(f"briefs/audiences/{audience}.yaml", content)
    assert built(workspace) == left


def test_a_commitment_for_every_audience_stops_all_who_may_need_it(
    workspace: WorkspaceFolder,
) -> None:
    """Nobody knows whose file it stands in."""
    workspace.replace(PRESS, "commitments: [charter-9]", "commitments: [charter-4]")
    workspace.write(EU_COMMITMENTS, BROKEN)
    assert built(workspace) == ["geneva"]
    workspace.replace(COURTS, "priority: 1", "priority: 1\n    commitments: [charter-4]")
    assert built(workspace) == []


@pytest.mark.parametrize("file", [SOURCES, CASES, PEOPLE])
def test_shared_files_of_a_country_stop_its_letters(file: str, workspace: WorkspaceFolder) -> None:
    """Everything rests on them."""
    workspace.write(file, BROKEN)
    assert built(workspace) == []


@pytest.mark.parametrize("name", ["sources", "cases", "courts"])
def test_files_of_another_country_stop_nothing_here(name: str, workspace: WorkspaceFolder) -> None:
    """Each country has its own, told by what else stands in the folder."""
    other = workspace.read(PRESS).replace("XA", "XB").replace("printers-free", "free-there")
    workspace.write("recommendations/elsewhere/press.yaml", other.replace("press-sealed", "there"))
    workspace.write(f"recommendations/elsewhere/{name}.yaml", BROKEN)
    assert built(workspace) == BOTH
    source = "source: almanac"  # which may be what stands there
    workspace.replace(PRESS, "source: gazette-2025", source)
    assert built(workspace) == ["geneva"]


def test_themes_stop_everything(workspace: WorkspaceFolder) -> None:
    """Every letter has sections."""
    workspace.write(THEMES, BROKEN)
    assert built(workspace) == []


def test_a_brief_that_cannot_be_read_stops_itself(workspace: WorkspaceFolder) -> None:
    """Others are built."""
    workspace.write("briefs/autumn.yaml", BROKEN)
    assert built(workspace) == BOTH
    workspace.write(BRIEF, BROKEN)
    assert built(workspace) == []
