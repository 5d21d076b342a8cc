"""``brief verify``: exactly what was built, or what differs."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import Typed
from tests.workspaces import BO_AGREED, BRIEF, COURTS, PEOPLE, WorkspaceFolder

LETTER = "output/spring/council.en.docx"


@pytest.fixture
def built(typed: Typed, workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return the fictional workspace with its letters built."""
    assert typed("build --to docx,md").code == 0
    return workspace


def rules(found: dict[str, Any]) -> list[str]:
    """Return the rules of the problems of one file."""
    return [each["rule"] for each in found["problems"]]


def test_what_was_built_is_told(built: WorkspaceFolder, typed: Typed) -> None:
    """Brief, delivery, locale, date, version, final or draft."""
    outcome = typed(f"verify {LETTER} output/spring/geneva.en.md")
    assert (outcome.code, outcome.err) == (0, "")
    head, first, second = (line.split() for line in outcome.out.splitlines())
    assert head[:5] == ["file", "verified", "state", "brief", "delivery"]
    assert first[:8] == [LETTER, "yes", "current", "spring", "council", "en", "docx", "2026-03-02"]
    assert second[1:7] == ["yes", "current", "spring", "geneva", "en", "md"]
    (found,) = typed(f"verify {LETTER} --json").json()
    assert found["path"] == str(built.root / LETTER)
    assert found["sha256"] == found["built_sha256"]
    assert {name: found[name] for name in ("verified", "state", "draft", "addressee")} == {
        "verified": True,
        "state": "current",
        "draft": False,
        "addressee": None,
    }
    assert found["version"]
    assert found["changed_inputs"] == found["problems"] == found["signatures"] == []


def test_a_draft_is_told_as_one(typed: Typed, workspace: WorkspaceFolder) -> None:  # noqa: ARG001 (stands there)
    """It is what was built, and no final."""
    typed("build --draft")
    outcome = typed("verify output/spring/council.en.draft.md")
    assert outcome.code == 0
    assert "md (draft)" in outcome.out


def test_a_file_that_was_mailed_is_known_by_what_is_in_it(
    built: WorkspaceFolder, typed: Typed, tmp_path: Path
) -> None:
    """Under any name, anywhere; asked of the folder that is named, or of the workspace's."""
    shutil.copy(built.root / LETTER, tmp_path / "mailed.docx")
    os.chdir(tmp_path)
    (lost,) = typed("verify mailed.docx --json").json()
    assert (lost["state"], rules(lost)) == ("unknown", ["manifest-missing"])
    outcome = typed(f"-C {built.root} verify mailed.docx")
    assert outcome.code == 0
    (found,) = typed(f"verify mailed.docx --out {built.root / 'output'} --json").json()
    assert (found["state"], found["file"], found["delivery"]) == (
        "current",
        "council.en.docx",
        "council",
    )


def test_what_was_replaced_is_told(built: WorkspaceFolder, typed: Typed, tmp_path: Path) -> None:
    """It was built, and another build has replaced it: a warning."""
    old = shutil.copy(built.root / LETTER, tmp_path / "sent.docx")
    built.replace(COURTS, "ask for open court records;", "ask for court records;")
    typed("build --to docx")
    outcome = typed(f"verify {old}")
    assert outcome.code == 0
    assert "warning: This is what was built as spring/council.en.docx; another build" in outcome.err
    assert " yes       replaced " in outcome.out
    assert typed(f"verify {LETTER}").err == ""


def test_what_was_withdrawn_does_not_verify(
    built: WorkspaceFolder, typed: Typed, tmp_path: Path
) -> None:
    """A name in it may not be told any more."""
    old = shutil.copy(built.root / LETTER, tmp_path / "sent.docx")
    built.replace(PEOPLE, BO_AGREED, BO_AGREED.replace("}\n", ", withdrawn_on: 2026-03-01}\n"))
    typed("build --to docx")
    outcome = typed(f"verify {old}")
    assert outcome.code == 1
    assert "error: This is what was built as spring/council.en.docx; it was withdrawn on" in (
        outcome.err
    )
    assert typed(f"verify {LETTER}").code == 0


def changed_part(path: Path) -> None:
    """Change a word in the text of a Word file, as somebody would who hides it."""
    parts = {}
    with zipfile.ZipFile(path) as package:
        parts = {each.filename: package.read(each) for each in package.infolist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Eleven", b"Twelve")
    parts["word/extra.xml"] = b"<x/>"
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(
        b"/>", b"><Application>Quill 3</Application></Properties>"
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


CHANGES: dict[str, tuple[Callable[[Path], object], list[str], str]] = {
    "one byte": (
        lambda path: path.write_bytes(path.read_bytes()[:-1] + b"\1"),
        ["file-changed"],
        "error: This is not spring/council.en.docx, which was built: something in it was changed.",
    ),
    "a word": (
        changed_part,
        ["file-changed", "file-size-differs", "parts-added", "parts-changed", "file-saved-by"],
        "are not as they were built: docProps/app.xml, word/document.xml.",
    ),
    "appended": (
        lambda path: path.write_bytes(path.read_bytes() + b"more"),
        ["file-appended", "file-changed"],
        "4 more were added behind them.",
    ),
    "cut off": (
        lambda path: path.write_bytes(path.read_bytes()[:2000]),
        ["file-changed", "file-damaged", "file-size-differs"],
        "error: The file is damaged",
    ),
    "empty": (
        lambda path: path.write_bytes(b""),
        ["file-changed", "file-damaged", "file-size-differs"],
        "error: The file is damaged",
    ),
}


@pytest.mark.parametrize("how", CHANGES)
def test_what_differs_is_told(how: str, built: WorkspaceFolder, typed: Typed) -> None:
    """In the file that stands under the name of one that was built."""
    change, expected, said = CHANGES[how]
    change(built.root / LETTER)
    outcome = typed(f"verify {LETTER} --json")
    (found,) = outcome.json()
    assert outcome.code == 1
    assert (found["verified"], found["state"]) == (False, "changed")
    assert found["sha256"] != found["built_sha256"]
    told = sorted(rules(found))
    assert [each for each in expected if each not in told] == []
    assert set(told) - set(expected) <= {"file-saved-by"}
    assert said in outcome.err


def test_a_text_that_was_changed_is_told(built: WorkspaceFolder, typed: Typed) -> None:
    """In Markdown the size says most that a manifest can say."""
    letter = "output/spring/council.en.md"
    built.replace(letter, "Eleven judges", "Twelve judges")
    (found,) = typed(f"verify {letter} --json").json()
    assert (found["state"], rules(found)) == ("changed", ["file-changed"])


def test_what_has_changed_since_is_told(built: WorkspaceFolder, typed: Typed) -> None:
    """The file is what was built; the YAML files that are others now are named."""
    built.append(COURTS, "# a remark\n")
    built.append(BRIEF, "# another\n")
    outcome = typed(f"verify {LETTER}")
    assert outcome.code == 0
    said = f"What the letter is made of has changed since it was built: {BRIEF}, {COURTS}."
    assert f"{LETTER}:1:1: note: {said}\n" in outcome.err
    (found,) = typed(f"verify {LETTER} --json").json()
    assert (found["verified"], found["changed_inputs"]) == (True, [BRIEF, COURTS])


def test_each_file_is_compared_with_what_it_was_made_of(
    built: WorkspaceFolder, typed: Typed
) -> None:
    """A letter that was not built again is older than the change; the other is not."""
    built.append(COURTS, "# a remark\n")
    typed("build --delivery geneva --to docx")
    old, new = typed(f"verify {LETTER} output/spring/geneva.en.docx --json").json()
    assert (old["changed_inputs"], new["changed_inputs"]) == ([COURTS], [])
    typed("build --to docx,md")
    manifest = json.loads(built.read("output/.internal/spring/manifest.json"))
    assert len(manifest["states"]) == 1, "states that no file is of any more are forgotten"


def test_elsewhere_nothing_is_said_of_inputs(
    built: WorkspaceFolder, typed: Typed, tmp_path: Path
) -> None:
    """Who has the output folder only cannot compare them."""
    (tmp_path / "elsewhere").mkdir()
    os.chdir(tmp_path / "elsewhere")
    (found,) = typed(f"verify {built.root / LETTER} --json").json()
    assert (found["verified"], found["changed_inputs"]) == (True, [])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "A file should stand here, but this is a folder"),
        (os.mkfifo, "A file should stand here, but this is a folder or"),
        (lambda path: path.symlink_to("nowhere"), "The file cannot be opened (No such file"),
        (Path.exists, "The file cannot be opened (No such file"),
    ],
    ids=["folder", "pipe", "link", "nothing"],
)
def test_what_is_no_file_is_told(
    make: Callable[[Path], object], said: str, built: WorkspaceFolder, typed: Typed
) -> None:
    """With its name, and without waiting."""
    make(built.root / "it.pdf")
    outcome = typed("verify it.pdf")
    assert outcome.code == 1
    assert f"it.pdf:1:1: error: {said}" in outcome.err
    assert "unreadable" in outcome.out


def test_what_claims_to_be_a_letter_and_is_damaged(built: WorkspaceFolder, typed: Typed) -> None:
    """Neither a PDF that is none, nor a bomb, nor a broken manifest is a fault of the program."""
    pdf = built.root / "output/spring/council.en.pdf"
    pdf.write_bytes(b"%PDF-1.7\n/ByteRange [0 1 2 3]\n")
    bomb = built.root / LETTER
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 80_000_000)
    one, two = typed(f"verify {pdf} {LETTER} --json").json()
    assert rules(one) == ["file-unknown", "signature-damaged"]
    assert "file-damaged" in rules(two)
    for broken in (
        '{"outputs": [{"file": "a", "size": "x", "sha256": 1}], "states": {"1": 2}}',
        '{"outputs": [{"file": "a", "sha256": ["1"]}]}',
        '{"outputs": [{"file": "a", "state": ["1"]}], "states": {"1": {}}}',
    ):
        built.write("output/.internal/spring/manifest.json", broken)
        assert typed(f"verify {LETTER}").code == 1, broken


def test_verify_without_a_file_is_wrong_usage(typed: Typed) -> None:
    """As Click says it."""
    assert typed("verify").code == 2
