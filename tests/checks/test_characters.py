"""What nobody sees is no text, and what no letter can carry stands in none."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from generator.catalogues.faults import faults
from generator.loading.workspace import defaults_folder
from tests.workspaces import BRIEF, COURTS, WorkspaceFolder

Check = Callable[..., str]
LETTER = "templates/letter.md.j2"
PART = "templates/_citations.md.j2"

# Texts of which a reader sees nothing.
UNSEEN: dict[str, str] = {
    "zero-width space": "\u200b",
    "zero-width joiners": "\u200c\u200d",
    "word joiner": "\u2060",
    "marks of direction": "\u200e\u200f\u202a\u202c\u2066\u2069\u061c",
    "soft hyphen": "\u00ad",
    "no-break spaces": "\u00a0 \u202f\u2007",
    "ideographic space": "\u3000",
    "grapheme joiner": "\u034f",
    "Hangul fillers": "\u115f\u1160\u3164\uffa0",
    "empty Braille": "\u2800",
    "variation selectors": "\ufe0f\U000e0100",
    "tags": "\U000e0041\U000e007f",
    "Mongolian": "\u180e",
    "Khmer": "\u17b4",
}


@pytest.mark.parametrize("name", UNSEEN)
def test_a_text_of_which_nothing_is_seen_is_empty(name: str, check: Check) -> None:
    """A paragraph of it would be a gap in the letter."""
    told = check(COURTS, "Publish the records of every trial.", f'"{UNSEEN[name]}"')
    assert told == (
        f"{COURTS}:21:5: error: “ask” has no value.\n    Write the value, or delete the key."
    )


@pytest.mark.parametrize("name", UNSEEN)
def test_they_may_stand_between_letters(name: str, check: Check) -> None:
    """Persian, Hindi and emoji need some of them."""
    assert check(COURTS, "Publish the records", f"Publish{UNSEEN[name]} the records") == ""


@pytest.mark.parametrize("character", ["\ue000", "\ue001", "\ufffd", "\x1b"])
@pytest.mark.parametrize("file", [LETTER, PART])
def test_what_no_letter_can_carry_is_found_in_templates(
    file: str, character: str, workspace: WorkspaceFolder
) -> None:
    """It would be printed as the sign of a lost letter."""
    text = (defaults_folder() / file).read_text(encoding="utf-8")
    workspace.write(file, f"{text}\nyes {character}\n")
    line = text.count("\n") + 2
    assert workspace.told() == (
        f"{file}:{line}:5: error: There is a character here that no letter can carry: "
        "an invisible one, or the sign of a lost letter.\n"
        "    Delete the character, or type the line again."
    )
    assert workspace.build().built == ()


def test_the_template_of_another_document_stops_nothing(workspace: WorkspaceFolder) -> None:
    """Each letter has its own."""
    for ending in ("yaml", "md.j2"):
        own = defaults_folder() / f"templates/letter.{ending}"
        (workspace.root / "templates").mkdir(exist_ok=True)
        shutil.copy(own, workspace.root / f"templates/note.{ending}")
    workspace.write("templates/note.md.j2", "\ufffd")
    assert len(workspace.build().built) == len(("council", "geneva"))
    workspace.replace(
        BRIEF, "audience: un\n    document: letter", "audience: un\n    document: note"
    )
    assert [each.delivery for each in workspace.build().built] == ["council"]


def test_a_template_of_other_bytes_is_told(workspace: WorkspaceFolder) -> None:
    """Saved in another encoding."""
    workspace.write(LETTER, b"caf\xe9")
    assert f"{LETTER}:1:4: error: The file is not UTF-8 text" in workspace.told()
    assert workspace.build().built == ()


@pytest.mark.parametrize("character", ["\ue000", "\ue001", "\ufffd"])
def test_what_no_letter_can_carry_is_found_in_translations(character: str) -> None:
    """They are printed, too."""
    found = faults("Open the courts.", None, (f"Ouvrez les tribunaux{character}.",), "fr")
    assert [each.rule for each in found] == ["translation-character"]
