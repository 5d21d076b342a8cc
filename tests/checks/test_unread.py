"""A file that cannot be read is one problem, and what refers into it is none."""

from __future__ import annotations

import pytest

from tests.workspaces import (
    BRIEF,
    CASES,
    COURTS,
    EU_COMMITMENTS,
    OFFICES,
    ORGANISATIONS,
    PEOPLE,
    PRESS,
    SOURCES,
    THEMES,
    WorkspaceFolder,
)

FILES = (THEMES, EU_COMMITMENTS, PEOPLE, CASES, SOURCES, COURTS, OFFICES, ORGANISATIONS)
AUDIENCE = "briefs/audiences/eu.yaml"

# What stands in the file, and how many problems it has of its own.
UNREAD: dict[str, str | bytes] = {
    "syntax": "themes: [\n",
    "a list": "- themes\n",
    "nothing": "",
    "other bytes": b"themes: \xe4\n",
}


@pytest.mark.parametrize("file", [*FILES, AUDIENCE])
@pytest.mark.parametrize("content", UNREAD)
def test_a_file_that_cannot_be_read_is_one_problem(
    content: str, file: str, workspace: WorkspaceFolder
) -> None:
    """Nobody is told that what stands in it does not exist, or that nobody uses the rest."""
    workspace.write(file, UNREAD[content])
    _, problems = workspace.checked()
    assert [each.place.file for each in problems] == [file]


@pytest.mark.parametrize(
    ("file", "key"),
    [
        (THEMES, "themes"),
        (EU_COMMITMENTS, "commitments"),
        (PEOPLE, "people"),
        (CASES, "cases"),
        (SOURCES, "sources"),
    ],
)
def test_a_list_that_is_misspelt_is_told_once(
    file: str, key: str, workspace: WorkspaceFolder
) -> None:
    """The records are there, under a key that nobody knows."""
    workspace.replace(
        file,
        f"\n{key}:" if file == EU_COMMITMENTS else f"{key}:\n  -",
        (f"\n{key}s:" if file == EU_COMMITMENTS else f"{key}s:\n  -"),
    )
    _, problems = workspace.checked()
    assert {each.rule for each in problems} == {"key-missing", "unknown-key"}
    assert {each.place.file for each in problems} == {file}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("deliveries:", "deliveries: 3\ndelivered:", ""),
        ("covenant-9", "covenant-99", "“commitments” refers to “covenant-99”"),
        ("theme: courts", "theme: court", "“theme” refers to “court”"),
    ],
)
def test_other_references_are_still_checked(
    old: str, new: str, told: str, workspace: WorkspaceFolder
) -> None:
    """Of other kinds, and of the commitments of other audiences."""
    workspace.write(EU_COMMITMENTS, "commitments: [\n")
    workspace.replace(BRIEF if old.startswith("deliv") else COURTS, old, new)
    assert told in workspace.told()


def test_a_person_written_wrong_is_told_while_a_theme_cannot_be_read(
    workspace: WorkspaceFolder,
) -> None:
    """A theme file has neither people nor sources."""
    workspace.write(PRESS, "theme: [\n")
    workspace.replace(CASES, "people: [ada_quill]", "people: [ada_quil]")
    assert "“people” refers to “ada_quil”" in workspace.told()
