"""The shipped letters: their wording, and the same words in the same order in PDF and Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest

from generator.building import BuildResult
from generator.building.preparing import prepare
from generator.catalogues.lookup import Catalogues
from generator.library import Entry, open_library
from generator.loading.templates import Templates
from generator.model.brief import Brief, Delivery
from generator.problems import errors
from generator.render import markdown_text
from tests.building.conftest import LETTERS as SHIPPED_LETTERS
from tests.building.conftest import ROOT
from tests.building.reading import Outputs, bare, pdf_pages
from tests.render.word.reading import WordFile
from tests.support.golden import LETTERS, Golden

DELIVERIES = tuple(name.removeprefix("letters/").removesuffix(".en.md") for name in LETTERS)


def test_every_shipped_letter_is_built_without_an_error(shipped: BuildResult) -> None:
    """Five letters in four formats, and every other document as it goes out."""
    assert errors(shipped.problems) == ()
    letters = tuple(each for each in shipped.built if each.brief in SHIPPED_LETTERS)
    assert sorted(Outputs(letters).names()) == sorted(DELIVERIES)
    assert len(letters) == 4 * len(DELIVERIES)
    others = {f"{each.brief}/{each.path.name}" for each in shipped.built if each not in letters}
    assert others == {
        f"{brief.id}/{delivery.id}.en.{form}"
        for brief in briefs()
        if brief.id not in SHIPPED_LETTERS
        for delivery in cast("Brief", brief.record).deliveries
        for form in delivery.formats
    }


def briefs() -> tuple[Entry, ...]:
    """Return the briefs that the project ships."""
    library, _ = open_library(ROOT)
    return library.entries("brief")


def test_the_wording_of_every_other_document(golden: Golden) -> None:
    """As Markdown, with nothing left out to fit: each type in the words of its template."""
    library, _ = open_library(ROOT)
    translations = Catalogues(library).of("en")
    made = []
    for brief in briefs():
        for delivery in cast("Brief", brief.record).deliveries:
            if brief.id in SHIPPED_LETTERS:
                continue
            whole = delivery.model_copy(update={"fit": False})
            entry = with_delivery(brief, whole)
            prepared = prepare(
                library, entry, whole, translations, locale="en", addressee=None, draft=False
            )
            assert prepared.composed.letter is not None
            files = Templates(library.workspace)
            text = markdown_text.render(prepared.composed.letter, files).data.decode()
            golden.check(f"documents/{brief.id}/{delivery.id}.en.md", text)
            made.append(delivery.document)
    assert len(set(made)) == 14


def with_delivery(brief: Entry, delivery: Delivery) -> Entry:
    """Return a brief with one delivery changed."""
    record = cast("Brief", brief.record)
    changed = [delivery if each.id == delivery.id else each for each in record.deliveries]
    return replace(brief, record=record.model_copy(update={"deliveries": tuple(changed)}))


@pytest.mark.parametrize("name", DELIVERIES)
def test_the_wording_of_a_letter(name: str, shipped_outputs: Outputs, golden: Golden) -> None:
    """A change of content or template shows as a change of these texts."""
    text = shipped_outputs.file(name, "md").path.read_text(encoding="utf-8")
    golden.check(f"letters/{name}.en.md", text)


class PdfText:
    """The pages of a PDF: what they carry besides the body is taken out by its words."""

    def __init__(self, pages: list[str], *, numbers: list[str]) -> None:
        """Read ``pages``; ``numbers`` stand at the beginning of lines, before entries of lists."""
        self.numbers_missing = [*numbers]
        self.pages = [bare("".join(self._without_numbers(page))) for page in pages]

    def _without_numbers(self, page: str) -> Iterator[str]:
        for line in page.split("\n"):
            number = self.numbers_missing[0] if self.numbers_missing else "none"
            if line.startswith(number):
                del self.numbers_missing[0]
            yield line.removeprefix(number)

    def take(self, words: str, page: int) -> None:
        """Take ``words`` out of a page, which must have them."""
        assert words in self.pages[page], f"not on page {page + 1}: {words}"
        before, _, after = self.pages[page].rpartition(words)
        self.pages[page] = before + after

    def page_with(self, words: str) -> int:
        """Return the one page that has ``words``."""
        found = [number for number, page in enumerate(self.pages) if words in page]
        assert len(found) == 1, f"on pages {found}: {words}"
        return found[0]

    def page_at(self, position: int) -> int:
        """Return the page on which a position of the whole body stands."""
        for number, page in enumerate(self.pages):
            position -= len(page)
            if position < 0:
                return number
        raise AssertionError("after the last page")


CALL = re.compile(r"\[(\d+)\]")


def without_page_lines(pdf: PdfText, word: WordFile) -> None:
    """Take out what every page carries: the same lines in both files."""
    last = len(pdf.pages)
    for number in range(last):
        footer = word.stories("footer", "first" if number == 0 else "default")
        counted = re.sub(r"\d+ of \d+$", f"{number + 1} of {last}", footer)
        pdf.take(bare(counted), number)
        if number:
            pdf.take(bare(word.stories("header", "default")), number)


def list_numbers(word: WordFile) -> list[str]:
    """Return the numbers that Word shows before the entries of lists."""
    counted: dict[int, int] = {}
    for numbering, _, _ in word.numbers():
        before = counted.get(numbering, (word.start_of(numbering) or 1) - 1)
        counted[numbering] = before + 1
    return [
        f"{number}."
        for numbering, last in counted.items()
        for number in range(word.start_of(numbering) or 1, last + 1)
    ]


@pytest.mark.parametrize("name", DELIVERIES)
def test_pdf_and_word_carry_the_same_words_and_notes_in_the_same_order(
    name: str, shipped_outputs: Outputs
) -> None:
    """Note n carries the same source in both, and starts on the page of its call."""
    word = WordFile(shipped_outputs.file(name, "docx").path.read_bytes())
    pages = pdf_pages(shipped_outputs.file(name, "pdf").path)
    pdf = PdfText(pages, numbers=list_numbers(word))
    without_page_lines(pdf, word)
    notes = word.notes()
    assert [number for number, _ in notes] == list(range(1, len(notes) + 1))
    assert len(notes) > 5
    stands_on = {}
    for number, words in notes:
        shown = f"{number}{bare(words)}"
        stands_on[number] = pdf.page_with(shown)
        pdf.take(shown, stands_on[number])
    body = "".join(bare(text) for _, text in word.paragraphs())
    assert "".join(pdf.pages) == CALL.sub(r"\1", body)
    assert pdf.numbers_missing == []
    called_on = {}
    position = 0
    for piece in re.split(r"(\[\d+\])", body):
        if call := CALL.fullmatch(piece):
            called_on[int(call[1])] = pdf.page_at(position)
            position += len(call[1])
        else:
            position += len(piece)
    assert called_on == stands_on
