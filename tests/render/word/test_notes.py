"""Real footnotes: in order, with links, named by fields."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.letter import Letter, NoteCall
from generator.render.word import render
from tests.render.sample_letters import (
    hostile_letter,
    joint_letter,
    letter,
    many_signatories,
    note,
    paragraph,
)
from tests.render.word.reading import Templates, W, WordFile, around, the
from tests.render.word.samples import noted_letter, referring_letter


def written(one: Letter) -> WordFile:
    """Return the Word file of a letter."""
    return WordFile(render(one, Templates()).data)


@pytest.mark.parametrize("sample", [joint_letter, many_signatories, hostile_letter, noted_letter])
def test_notes_are_numbered_in_order_of_their_calls(sample: Callable[[], Letter]) -> None:
    """Ids from 1 in order of appearance: LibreOffice attaches others to the wrong place."""
    whole = sample()
    file = written(whole)
    calls = [
        int(str(call.get(f"{W}id")))
        for call in file.part("word/document.xml").iter(f"{W}footnoteReference")
    ]
    expected = [each.number for each in whole.notes]
    assert calls == expected == list(range(1, len(expected) + 1))
    assert [number for number, _ in file.notes()] == expected


def test_a_note_has_its_mark_and_its_words() -> None:
    """Each in the style of notes; the links belong to the notes' own part."""
    file = written(joint_letter())
    address = "https://example.org/digest/2025-12-01/torture_and_ill-treatment.html"
    assert file.notes()[0] == (
        1,
        f"Source 1: Bureau for Human Rights, digest of 1 December 2025, para. 6, {address}.",
    )
    assert file.links("footnotes")[0] == (address, address)
    styles = file.paragraphs("word/footnotes.xml")[2:]
    assert {style for style, _ in styles} == {"footnote text"}
    marks = list(file.part("word/footnotes.xml").iter(f"{W}footnoteRef"))
    assert len(marks) == 6


def test_only_the_call_of_a_note_is_raised() -> None:
    """Before the note itself its number has the size of the words, as in the PDF."""
    file = written(joint_letter())
    assert {style for style, words in file.runs() if re.fullmatch(r"\[\d+]", words)} == {
        "Footnote Call"
    }
    numbers = list(file.part("word/footnotes.xml").iter(f"{W}footnoteRef"))
    styles = [the(around(number), f"{W}rPr/{W}rStyle") for number in numbers]
    names = file.style_names()
    assert {names[str(each.get(f"{W}val"))] for each in styles} == {"Footnote Number"}
    raised = f"{W}rPr/{W}vertAlign"
    assert file.style("Footnote Call").find(raised) is not None
    assert file.style("Footnote Number").find(raised) is None
    assert "footnote reference" not in names.values()  # LibreOffice would raise both


def test_a_reference_to_a_note_is_a_field() -> None:
    """It leads to the call of that note, whether it stands before or after."""
    file = written(referring_letter())
    assert file.fields() == [("NOTEREF _Note3 \\h", "3"), ("NOTEREF _Note1 \\h", "1")]
    assert file.fields("word/footnotes.xml") == [("NOTEREF _Note1 \\h", "1")]
    marks = file.part("word/document.xml").iter(f"{W}bookmarkStart")
    assert [mark.get(f"{W}name") for mark in marks] == ["_Note1", "_Note3"]


def test_a_second_call_of_a_note_is_a_reference_to_it() -> None:
    """A note is printed once."""
    file = written(letter((paragraph("a", NoteCall(1), "b", NoteCall(1)),), (note(1, "Once."),)))
    assert file.notes() == [(1, "Once.")]
    assert file.fields() == [("NOTEREF _Note1 \\f \\h", "1")]
    marks = file.part("word/document.xml").iter(f"{W}bookmarkStart")
    assert [mark.get(f"{W}name") for mark in marks] == ["_Note1"]
