"""The file opens: nothing for Word to repair, and LibreOffice shows what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import FileFormat, OpenXmlValidator

from generator.letter import Letter
from generator.render.word import render
from tests.render.sample_letters import HOSTILE, NOTICE, SAMPLES, letters
from tests.render.word.reading import Templates
from tests.render.word.samples import CALLS, OWN_SAMPLES

Converted = Mapping[str, list[str]]


def findings(data: bytes, folder: Path) -> list[str]:
    """Return what openxml-audit finds in a Word file."""
    file = folder / "letter.docx"
    file.write_bytes(data)
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    return [str(each) for each in audit.validate(file).errors]


@pytest.mark.parametrize("name", [*SAMPLES, *OWN_SAMPLES])
def test_audit_finds_nothing_in_the_samples(name: str, tmp_path: Path) -> None:
    """Schema, relationships and meaning of every part."""
    data = render({**SAMPLES, **OWN_SAMPLES}[name](), Templates()).data
    assert findings(data, tmp_path) == []


def test_audit_finds_nothing_in_the_template(tmp_path: Path) -> None:
    """The template is a Word file too."""
    assert findings(Templates().read("word.docx"), tmp_path) == []


@settings(
    deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(whole=letters())
def test_audit_finds_nothing_in_any_letter(whole: Letter, tmp_path: Path) -> None:
    """Whatever stands in what."""
    assert findings(render(whole, Templates()).data, tmp_path) == []


def squeezed(text: str) -> str:
    """Return ``text`` with each run of white space as one space."""
    return " ".join(text.split())


def test_every_note_starts_on_the_page_of_its_call(converted: Converted) -> None:
    """In headings, paragraphs, lists, tables and asks, over many pages."""
    pages = converted["noted"]
    assert len(pages) > 5

    def page_of(words: str) -> list[int]:
        return [number for number, page in enumerate(pages) if re.search(rf"\b{words}", page)]

    for number in range(1, CALLS + 1):
        call, note = page_of(f"Call{number}q"), page_of(f"Note{number}q")
        assert len(call) == 1
        assert call == note, number


def test_notes_carry_their_numbers(converted: Converted) -> None:
    """Note n is the n-th: the number stands before its own words."""
    whole = squeezed("\n".join(converted["noted"]))
    for number in range(1, CALLS + 1):
        assert re.search(rf"\b{number} Note{number}q", whole), number


def test_numbered_paragraphs_run_on(converted: Converted) -> None:
    """Each has its number before it, from the first to the last."""
    whole = squeezed("\n".join(converted["statement"]))
    for number in range(1, 17):
        assert re.search(rf"(?<!\d){number}\. Paragraph{number}q", whole), number


def test_the_head_of_a_table_stands_on_each_of_its_pages(converted: Converted) -> None:
    """And no row without it."""
    pages = [page for page in converted["tables"] if "Name" in page]
    assert len(pages) > 1
    for page in pages:
        assert page.index("What happened") < page.index("Name")


def test_numbering_starts_and_goes_on(converted: Converted) -> None:
    """As the letter says, not as a reader would guess."""
    joint = squeezed("\n".join(converted["joint"]))
    for number, words in enumerate(("raise, in public", "make any", "ask for a date"), start=1):
        assert f"{number}. {words}" in joint
    many = squeezed("\n".join(converted["many"]))
    assert "7. First source. 8. Second source." in many


def test_fields_are_filled_in(converted: Converted) -> None:
    """Page x of y, and the numbers of notes referred to."""
    for name in ("joint", "many", "noted"):
        pages = converted[name]
        for number, page in enumerate(pages, start=1):
            assert f"Page {number} of {len(pages)}" in squeezed(page)
    assert "see note 3" in squeezed(converted["referring"][0])
    assert "see note 1." in squeezed(converted["referring"][0])
    assert "See note 1." in squeezed(converted["referring"][0])


def test_lines_of_the_page(converted: Converted) -> None:
    """The title not on the first page; the notice and the draft mark on each."""
    title = "Kazakhstan: human rights on the agenda in Brussels"
    first, *others = converted["many"]
    assert title not in first
    for page in (first, *others):
        assert NOTICE in squeezed(re.sub(r"Page \d+ of \d+", "", page))  # they stand side by side
        assert "Draft, not for sending" in page
    assert all(title in page for page in others)


def test_hostile_text_is_shown(converted: Converted) -> None:
    """Nothing is taken for markup on the way."""
    whole = squeezed("\n".join(converted["hostile"]))
    for each in HOSTILE:
        assert squeezed(each) in whole


def test_no_shipped_letter_ends_on_a_page_that_is_nearly_empty(converted: Converted) -> None:
    """At least a fifth of what the fullest page says stands on the last one."""
    shipped = {name: pages for name, pages in converted.items() if name.startswith("shipped-")}
    assert len(shipped) > 15
    for name, pages in shipped.items():
        sizes = [len(squeezed(page)) for page in pages]
        assert sizes[-1] >= max(sizes) / 5, (name, sizes)


def test_long_things_stay_on_the_page(converted: Converted) -> None:
    """Forty signatories, and none lost."""
    whole = squeezed("\n".join(converted["many"]))
    for number in range(1, 41):
        assert f"(ADHR-{number})" in whole
