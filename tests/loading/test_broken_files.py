"""Files broken in every way: always the place and the remedy, never an exception."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspaces import BRIEF, FICTIONAL, PEOPLE, PRESS, WorkspaceFolder

Check = Callable[..., str]


def told_of(workspace: WorkspaceFolder, file: str = PRESS) -> str:
    """Return what is told of one file, without the file's name."""
    lines = workspace.told().split("\n")
    told = [
        part.removeprefix(f"{file}:")
        for line, hint in zip(lines, [*lines[1:], ""], strict=True)
        if line.startswith(file)
        for part in (line, hint)
    ]
    return "\n".join(told)


def test_the_workspace_itself_has_no_problem(workspace: WorkspaceFolder) -> None:
    """Otherwise the tests below would prove nothing."""
    assert workspace.told(notes=True) == ""


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join(['*' + before] * 9)}]\n"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)
TEXT = FICTIONAL[PRESS]
DEEP = "error: The file nests deeper than 32 levels.\n"
BRACKETS = "    Close the brackets that are open, or check the indentation."
NOT_KEYS = (
    "1:1: error: The file must begin with keys such as “title:” or “recommendations:”, not with a "
    "list or a text.\n    Look at the keys of this kind in docs/reference.md, or run: brief schema"
)
EMPTY = "1:1: error: The file is empty.\n    Delete it, or start it with: brief new"
UTF8 = "    Save it again with the encoding “UTF-8” in your editor."
TAB = "error: A tab stands where YAML allows only spaces.\n    Replace the tab by two spaces."
UNSEEN = (
    "error: There is a character here that no letter can carry: an invisible one, or the sign of a "
    "lost letter.\n"
    "    Delete the character, or type the line again."
)
SYNTAX = (
    "error: YAML cannot read this line; often the mistake is here or in the line above.\n"
    "    Check the indentation, the colon after each key, and that quotes and brackets are closed."
)
BROKEN: dict[str, tuple[str | bytes, str]] = {
    "Latin-1": (
        b"theme: press\ncountry: X\xe4\n",
        (
            "2:11: error: The file is not UTF-8 text: the byte 0xE4 at offset 23 does not belong "
            f"there.\n{UTF8}"
        ),
    ),
    "UTF-16": (
        TEXT.encode("utf-16-le").join((b"\xff\xfe", b"")),
        (
            "1:1: error: The file is not UTF-8 text: the byte 0xFF at offset 0 does not belong "
            f"there.\n{UTF8}"
        ),
    ),
    "UTF-16 without a mark": (
        TEXT.encode("utf-16-be"),
        (
            "1:1: error: The file is not UTF-8 text: the byte 0x00 at offset 0 does not belong "
            f"there.\n{UTF8}"
        ),
    ),
    "tab": (TEXT.replace("    ask", "\task"), f"6:1: {TAB}"),
    "tab after spaces": (TEXT.replace("    ask", "  \task"), f"6:3: {TAB}"),
    "alias bomb": (
        BOMB,
        (
            "5:8: error: Repetitions marked with “*” make more than 10000 values of this file.\n"
            "    Write out what is repeated, or repeat less."
        ),
    ),
    "deep flow": ("a: " + "[" * 30_000 + "]" * 30_000, f"1:35: {DEEP}{BRACKETS}"),
    "deep flow of keys": ("a: " + "{a: " * 30_000, f"1:128: {DEEP}{BRACKETS}"),
    "deep block": ("- " * 30_000 + "x", f"1:65: {DEEP}{BRACKETS}"),
    "deep block by lines": (
        "".join(" " * depth + "-\n" for depth in range(3_000)),
        f"33:33: {DEEP}{BRACKETS}",
    ),
    "deep keys": ("? " * 30_000 + "x", f"1:65: {DEEP}{BRACKETS}"),
    "50 MB": (
        b"# " + b"x" * 50_000_000,
        (
            "1:1: error: The file has 50 MB; more than 16 MB are not read.\n"
            "    Split it: one file for each theme."
        ),
    ),
    "control character": (TEXT.replace("was sealed", "was sea\x07led"), f"13:49: {UNSEEN}"),
    "escaped control character": (
        TEXT.replace("Let printers work without a licence.", '"Let \\x1b[31m printers"'),
        f"6:10: {UNSEEN}",
    ),
    "line separator": (TEXT.replace("was sealed", "was sea\u2028led"), f"13:49: {UNSEEN}"),
    "lost letter": (TEXT.replace("was sealed", "was se\ufffdled"), f"13:48: {UNSEEN}"),
    "beginning of a token": (TEXT.replace("was sealed", "was\ue000 sealed"), f"13:45: {UNSEEN}"),
    "end of a token, escaped": (
        TEXT.replace("Let printers work without a licence.", '"Let \\ue001 printers"'),
        f"6:10: {UNSEEN}",
    ),
    "two documents": (
        TEXT.replace("evidence:\n", "---\nevidence:\n"),
        (
            "10:1: error: The file holds a second document after a line “---”.\n"
            "    Delete the line “---”, or make two files."
        ),
    ),
    "tag that runs code": (
        TEXT.replace("ask: Let", "ask: !!python/object/apply:os.system Let"),
        "6:10: error: The tag “!…” is not used here.\n    Delete the word that begins with “!”.",
    ),
    "empty": ("", EMPTY),
    "comments only": ("# nothing yet\n", EMPTY),
    "list at top": ("- a\n- b\n", NOT_KEYS),
    "text at top": ("a letter\n", NOT_KEYS),
    "nothing at top": ("~\n", NOT_KEYS),
    "list as a key": (
        "[a, b]: c\n",
        (
            "1:1: error: A key must be a word, not a list or a group of keys.\n"
            "    Check the indentation and the brackets of this line."
        ),
    ),
    "open quote": ("theme: 'press\ncountry: XA\n", f"3:1: {SYNTAX}"),
    "wrong indentation": (TEXT.replace("    ask", "   ask"), f"6:4: {SYNTAX}"),
    "half a surrogate": ('theme: "\\ud800"\n', f"1:11: {SYNTAX}"),
    "unknown directive": ("%YAML 9.9\n---\ntheme: press\n", f"1:1: {SYNTAX}"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_with_place_and_remedy(name: str, workspace: WorkspaceFolder) -> None:
    """Whatever stands in a file, the problem says where and what to do."""
    content, expected = BROKEN[name]
    workspace.write(PRESS, content)
    assert told_of(workspace) == expected


def test_a_byte_order_mark_is_read_over(workspace: WorkspaceFolder) -> None:
    """Windows editors put it at the beginning."""
    workspace.write(PRESS, b"\xef\xbb\xbf" + TEXT.encode())
    assert workspace.told(notes=True) == ""


def test_windows_line_ends_are_read(workspace: WorkspaceFolder) -> None:
    """They change neither places nor texts."""
    workspace.write(PRESS, TEXT.replace("\n", "\r\n").replace("priority", "prioritaet"))
    assert "7:5: error: “prioritaet” is not a key" in told_of(workspace)


def test_a_colon_gets_the_line_in_quotes(check: Check) -> None:
    """The hint is the line as it should stand."""
    assert check(BRIEF, "notice: A fictional letter.", "notice: A letter: a fictional one.") == (
        "briefs/spring.yaml:11:17: error: YAML cannot read the value of “notice”: it has a colon "
        "with a space, or begins with a sign that means something else.\n"
        '    Put the value in quotes: notice: "A letter: a fictional one."'
    )


@pytest.mark.parametrize("written", ["*Strelsau* it is", "*Strelsau", "* Strelsau", "&Strelsau&"])
def test_a_sign_gets_the_line_in_quotes(written: str, check: Check) -> None:
    """A star or an ampersand at the beginning means something else in YAML."""
    told = check(BRIEF, "place: Strelsau\nmeeting", f"place: {written}\nmeeting")
    assert told.startswith("briefs/spring.yaml:5:")
    assert told.endswith(f'Put the value in quotes: place: "{written}"')


def test_a_star_in_a_list_gets_the_entry_in_quotes(check: Check) -> None:
    """The same for an entry that has no key."""
    told = check(BRIEF, "- We write to you", "- *We* write to you")
    assert told.startswith("briefs/spring.yaml:13:8: error: YAML cannot read this entry")
    assert told.endswith('- "*We* write to you before {chair_of_council} meets the government."')


def test_a_placeholder_at_the_beginning_gets_the_line_in_quotes(check: Check) -> None:
    """It is the commonest mistake: YAML takes the brace for a mapping."""
    told = check(BRIEF, "notice: A fictional letter.", "notice: {harbour_watch} writes fiction.")
    assert told.endswith('notice: "{harbour_watch} writes fiction."')


def test_an_open_bracket_is_not_told_to_need_quotes(check: Check) -> None:
    """Quotes around a list would hide it."""
    told = check(BRIEF, "themes: [courts, press]\ndel", "themes: [courts, press\ndel")
    assert "yaml:" in told
    assert "in quotes:" not in told


@pytest.fixture
def press(workspace: WorkspaceFolder) -> Path:
    """Return the path of a file that is no more."""
    path = workspace.root / PRESS
    path.unlink()
    return path


def test_a_folder_where_a_file_should_be(workspace: WorkspaceFolder, press: Path) -> None:
    """It is told, not opened."""
    press.mkdir()
    assert told_of(workspace) == (
        "1:1: error: A file should stand here, but this is a folder or a device.\n"
        "    Rename the folder, or move it elsewhere."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_not_waited_for(workspace: WorkspaceFolder, press: Path) -> None:
    """Opening it would wait for ever."""
    os.mkfifo(press)
    assert "this is a folder or a device" in told_of(workspace)


def test_a_broken_link(workspace: WorkspaceFolder, press: Path) -> None:
    """The file it names does not exist."""
    press.symlink_to("nowhere.yaml")
    assert told_of(workspace) == (
        "1:1: error: The file cannot be opened (No such file or directory).\n"
        "    Check that it exists, that the link points to a file, and that you may read it."
    )


def test_a_link_to_itself(workspace: WorkspaceFolder, press: Path) -> None:
    """It leads nowhere."""
    press.symlink_to(press.name)
    assert "1:1: error: The file cannot be opened" in told_of(workspace)


def test_a_link_inside_the_workspace_is_followed(workspace: WorkspaceFolder, press: Path) -> None:
    """Only leaving it is refused."""
    workspace.write("kept.yaml", TEXT)
    press.symlink_to("../../kept.yaml")
    assert workspace.told(notes=True) == ""


LEAVES = (
    "1:1: error: This is a link to a file outside the workspace.\n"
    "    Copy the file into the workspace; a brief uses nothing from elsewhere."
)


def test_a_link_that_leaves_the_workspace(
    workspace: WorkspaceFolder, press: Path, tmp_path: Path
) -> None:
    """Nothing from elsewhere gets into a letter."""
    (tmp_path / "elsewhere.yaml").write_text(TEXT, encoding="utf-8")
    press.symlink_to(tmp_path / "elsewhere.yaml")
    assert told_of(workspace) == LEAVES


def test_a_folder_that_is_a_link_out_of_the_workspace(
    workspace: WorkspaceFolder, tmp_path: Path
) -> None:
    """The same for every file below it."""
    folder = workspace.root / "recommendations" / "ruritania"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert told_of(workspace, PEOPLE) == LEAVES
    assert told_of(workspace, PRESS) == LEAVES


def test_a_file_with_another_ending_is_told(workspace: WorkspaceFolder) -> None:
    """It would be missing silently."""
    workspace.write("recommendations/ruritania/more.yml", TEXT)
    assert told_of(workspace, "recommendations/ruritania/more.yml").startswith(
        "1:1: warning: Nothing reads this file"
    )


def test_no_workspace(tmp_path: Path) -> None:
    """A folder that does not exist is told, too."""
    nowhere = WorkspaceFolder(tmp_path / "nowhere")
    assert "This folder does not exist." in nowhere.told()
