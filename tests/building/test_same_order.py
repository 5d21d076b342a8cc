"""Any letter: PDF and Word carry the same words and the same notes, in the same order."""

from __future__ import annotations

import re
import subprocess
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from generator.letter import Letter, NoteCall, Text
from generator.render import pdf_file, word
from generator.render.base import RenderFailure
from tests.building.reading import bare
from tests.render.sample_letters import SAMPLES, letters
from tests.render.support import Templates
from tests.render.word.reading import WordFile

TEMPLATES = Templates()
WORD = re.compile(r"Qw(\d+)wQ")
NOTE_WORD = re.compile(r"Qn(\d+)nQ")


def marked(whole: Letter) -> Letter:
    """Return a letter in which every text, every note and the place of every call has a mark."""
    numbers = count(1)
    blocks = _marked(whole.blocks, numbers, "w")
    return replace(whole, blocks=blocks, notes=_marked(whole.notes, numbers, "n"))


def _marked(one: Any, numbers: count[int], mark: str) -> Any:
    if isinstance(one, Text):
        return Text(f"{one.text} Q{mark}{next(numbers)}{mark}Q ")
    if isinstance(one, tuple):
        return tuple(
            piece
            for each in one
            for piece in (
                (Text(f" Qc{each.number}cQ"), each, Text("Qd "))
                if isinstance(each, NoteCall)
                else (_marked(each, numbers, mark),)
            )
        )
    if is_dataclass(one) and not isinstance(one, type):
        inner = {
            each.name: _marked(getattr(one, each.name), numbers, mark)
            for each in fields(one)
            if isinstance(getattr(one, each.name), tuple) and each.name != "aligns"
        }
        return replace(one, **inner) if inner else one
    return one


def pdf_words(data: bytes) -> str:
    """Return the text of a PDF in the order in which it stands in the file."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=data, check=True, capture_output=True, timeout=60)
    return bare(done.stdout.decode())


def compare(whole: Letter) -> int:
    """Compare both files of a letter; return how many marks were seen."""
    one = marked(whole)
    pdf = pdf_words(pdf_file.render(one, TEMPLATES).data)
    file = WordFile(word.render(one, TEMPLATES).data)
    body = bare("".join(text for _, text in file.paragraphs()))
    notes = bare("".join(text for _, text in file.notes()))
    words = WORD.findall(body)
    assert list(dict.fromkeys(WORD.findall(pdf))) == words, "each once: tables repeat their heads"
    assert NOTE_WORD.findall(pdf) == NOTE_WORD.findall(notes)
    assert NOTE_WORD.findall(body) == []
    called = [(place, number) for place, number in re.findall(r"Qc(\d+)cQ\[(\d+)\]Qd", body)]
    assert [(a, b) for a, b in re.findall(r"Qc(\d+)cQ(\d+)Qd", pdf)] == called
    assert all(place == number for place, number in called)
    assert [number for number, _ in file.notes()] == [note.number for note in one.notes]
    return len(words) + len(called)


@pytest.mark.usefixtures("own_fonts")
@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("joint", 40),
        pytest.param("many", 40, marks=pytest.mark.whole),
        pytest.param("hostile", 5, marks=pytest.mark.whole),
        ("russian", 5),
    ],
)
def test_the_samples(name: str, marks: int) -> None:
    """The joint letter, forty signatories, hostile sentences and a letter in Russian."""
    assert compare(SAMPLES[name]()) > marks


@settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(whole=letters())
def test_any_letter(own_fonts: None, whole: Letter) -> None:  # noqa: ARG001 (as above)
    """Lists in groups, tables with notes, emphasis in links: always the same order."""
    try:
        seen = compare(whole)
    except RenderFailure as failure:
        assume(failure.rule not in ("glyph-missing", "notes-astray"))
        raise
    assume(seen)  # a letter without words says nothing; too many of them fail the test
