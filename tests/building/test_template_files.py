"""Template files that cannot be used: each is told with its place, and never passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspaces import WorkspaceFolder, as_told

LETTER = "letter.md.j2"
NOT_UTF8 = "{file}:3:1: error: The file is not UTF-8 text: the byte 0xE4 at offset 5"
A_FOLDER = "{file}:1:1: error: A file should stand here, but this is a folder"
NOT_THERE = "{file}:1:1: error: The file cannot be opened (No such file or directory)."
OUTSIDE = "{file}:1:1: error: This is a link to a file outside the workspace."
NO_WORD = "{file}:1:1: error: word.docx cannot be used as a Word template."
Broken = Callable[[Path], object]


def in_latin_1(path: Path) -> object:
    """Write a template in another encoding."""
    return path.write_bytes(b"# a\n\n\xe4")


def into_nowhere(path: Path) -> None:
    """Make a link to a file that is not there."""
    path.symlink_to("nowhere")


def out_of_the_workspace(path: Path) -> None:
    """Make a link to a sound file elsewhere."""
    sound = path.parents[2] / path.name
    sound.write_text("", encoding="utf-8")
    path.symlink_to(sound)


@pytest.mark.parametrize(
    ("name", "broken", "expected", "built"),
    [
        (LETTER, in_latin_1, NOT_UTF8, []),
        (LETTER, Path.mkdir, A_FOLDER, []),
        (LETTER, into_nowhere, NOT_THERE, []),
        (LETTER, out_of_the_workspace, OUTSIDE, []),
        ("_citations.md.j2", out_of_the_workspace, OUTSIDE, []),
        ("page.html.j2", in_latin_1, NOT_UTF8, ["docx", "md"]),
        ("page.html.j2", out_of_the_workspace, OUTSIDE, ["docx", "md"]),
        ("page.css", in_latin_1, NOT_UTF8, ["docx", "md"]),
        ("page.css", Path.mkdir, A_FOLDER, ["docx", "md"]),
        ("word.docx", Path.mkdir, A_FOLDER, ["html", "md"]),
        ("word.docx", out_of_the_workspace, OUTSIDE, ["html", "md"]),
        ("word.docx", in_latin_1, NO_WORD, ["html", "md"]),
    ],
)
def test_a_file_that_cannot_be_used(
    name: str, broken: Broken, expected: str, built: list[str], workspace: WorkspaceFolder
) -> None:
    """What does not need it is built."""
    folder = workspace.root / "templates"
    folder.mkdir()
    broken(folder / name)
    result = workspace.build(deliveries=("geneva",), formats=("docx", "html", "md"))
    assert as_told(result.problems).startswith(expected.format(file=f"templates/{name}"))
    assert len(result.problems) == 1
    assert sorted(each.format for each in result.built) == built


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: [\n", "templates/letter.yaml:2:1: error: YAML cannot read this line"),
        ("name: Letter\n", "templates/letter.yaml:1:1: error: The key “audiences” is missing."),
        ("", "templates/letter.yaml:1:1: error: The file is empty."),
    ],
)
@pytest.mark.parametrize("draft", ["", "draft"])
def test_rules_with_mistakes_are_not_called_missing(
    text: str, expected: str, draft: str, workspace: WorkspaceFolder
) -> None:
    """The mistakes are told, and no problem says that there is no such document type."""
    workspace.write("templates/letter.yaml", text)
    result = workspace.build(draft=bool(draft))
    assert (result.built, result.problems) == ((), ())
    assert expected in workspace.told()


def test_a_fault_in_the_page_is_told_at_its_line(workspace: WorkspaceFolder) -> None:
    """Where it arose, not where the delivery stands."""
    workspace.write("templates/page.html.j2", "<html>\n\n{{ letter.nothing.at_all }}\n")
    told = as_told(workspace.build(deliveries=("geneva",), formats=("html",)).problems)
    assert told.startswith("templates/page.html.j2:3:1: error: page.html.j2 cannot be filled in:")
