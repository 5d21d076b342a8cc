"""How a page reads: the length of its lines, what is broken, what stands on the last page."""

from __future__ import annotations

import re
from io import BytesIO
from statistics import median
from typing import Any

import pypdfium2 as pdfium
import pytest

from generator import fonts
from generator.letter import Block, PageRules
from generator.render import pdf_file
from generator.render.base import RenderFailure
from generator.render.copyfitting import copyfitted
from generator.render.hyphenation import Dictionary
from tests.render.sample_letters import group, items, letter, paragraph
from tests.render.support import Templates

pytestmark = [
    pytest.mark.skipif(not fonts.installed(), reason="the fonts are not installed"),
]

SENTENCE = (
    "The authorities should open a full and independent inquiry into every death in custody, "
    "and publish what it finds. "
)


def pages_of(*blocks: Block, page: PageRules | None = None) -> list[list[str]]:
    """Return the lines of each page of a letter."""
    made = pdf_file.render(letter(blocks, page=page or PageRules()), Templates())
    document = pdfium.PdfDocument(BytesIO(made.data))
    return [each.get_textpage().get_text_bounded().splitlines() for each in document]


class Page:
    """A page of which a part is filled, as WeasyPrint has it."""

    def __init__(self, filled: float) -> None:
        self._page_box = type("Box", (), {"height": 100.0, "children": [Main(filled * 100)]})


class LineBox:
    """The last line on a page."""

    def __init__(self, height: float) -> None:
        self.position_y, self.height = height - 1, 1.0


class Main:
    """What stands on a page."""

    def __init__(self, height: float) -> None:
        self.position_y, self.height = 0.0, height

    def descendants(self) -> list[LineBox]:
        """Return its last line."""
        return [LineBox(self.height)]


class Document:
    """Pages of which the last is filled in part, and of the others so much."""

    def __init__(self, pages: int, filled: float, others: float) -> None:
        self.pages = [*(Page(others) for _ in range(pages - 1)), Page(filled)]


def fitted(
    *tries: tuple[int, float] | None, size: float = 10.0, others: float = 0.9
) -> tuple[int, int]:
    """Return how many pages a letter has, and how often it was laid out, given what comes of it."""
    asked: list[str] = []

    def lay_out(style: str) -> Any:
        outcome = tries[len(asked)]
        asked.append(style)
        if outcome is None:
            raise RenderFailure("notes-astray", numbers="1")
        return Document(*outcome, others)

    return len(copyfitted(lay_out, size).pages), len(asked)


@pytest.mark.parametrize(
    ("tries", "pages", "times"),
    [
        ([(3, 0.6)], 3, 1),
        ([(3, 0.2), (2, 0.9)], 2, 2),
        ([(3, 0.2), (3, 0.15), (2, 0.99)], 2, 3),
        ([(3, 0.2), None, (2, 0.99)], 2, 3),
        ([(3, 0.2), (3, 0.15), (3, 0.12)], 3, 3),
        ([(3, 0.05), (3, 0.04), (3, 0.03), (3, 0.12)], 3, 4),
    ],
)
def test_a_last_page_of_a_few_lines_is_taken_in(
    tries: list[tuple[int, float] | None], pages: int, times: int
) -> None:
    """A letter is laid out again only where its last page has a few lines."""
    assert fitted(*tries) == (pages, times)


@pytest.mark.parametrize(
    ("others", "filled", "pages", "times"),
    [(0.95, 0.2, 2, 2), (0.97, 0.2, 2, 2), (1.0, 0.24, 3, 1), (1.0, 0.1, 2, 2)],
)
def test_what_cannot_be_taken_in_is_not_tried(
    others: float, filled: float, pages: int, times: int
) -> None:
    """On full pages there is no room for many lines more, however close they are set."""
    assert fitted((3, filled), (2, 0.99), others=others) == (pages, times)


@pytest.mark.parametrize(
    ("size", "tries", "times"),
    [
        (8.5, [(1, 0.5), (1, 0.7)], 2),
        (8.5, [(1, 0.6), (2, 0.1), (1, 0.7)], 3),
        (8.5, [(1, 0.9)], 1),
        (10.0, [(1, 0.5)], 1),
    ],
)
def test_small_type_on_a_page_with_room_is_set_larger(
    size: float, tries: list[tuple[int, float] | None], times: int
) -> None:
    """It never makes a second page."""
    assert fitted(*tries, size=size) == (1, times)


def test_a_signature_alone_on_a_page_is_taken_back() -> None:
    """With two lines too many for two pages, a letter has two pages."""
    for length, pages_expected in ((30, 2), (31, 2), (33, 3)):
        body = (paragraph(SENTENCE * 2) for _ in range(length))
        pages = pages_of(*body, group("closing", paragraph("Yours sincerely,")))
        assert len(pages) == pages_expected, length


def test_a_line_is_not_too_long_to_read() -> None:
    """A full line of the text has 96 characters at most, and no fewer than 45."""
    for rules in (PageRules(), PageRules(font_size=9.5, margin_inner=26, margin_outer=26)):
        lines = pages_of(*(paragraph(SENTENCE * 6) for _ in range(4)), page=rules)[0]
        full = [each for each in lines if len(each) > 60]
        assert 45 <= median(map(len, full)) <= 96


def test_names_are_not_hyphenated() -> None:
    """A word with a capital stays whole, and so does a double name; others break."""
    names = "Zhylanbayev Mukhammedkarim Kassym-Jomart constitutional organisations "
    words = "".join(names + "in " * (number % 24) for number in range(40))
    text = "\n".join(pages_of(paragraph(words))[0])
    broken = re.findall(r"(\w+)[\u2010\x02-]\r?\n", text)
    assert broken, "nothing was hyphenated at all"
    assert {each[0] for each in broken} <= {"c", "o"}


@pytest.mark.parametrize(
    ("lang", "word", "broken"),
    [("en", "Constitution", False), ("en", "constitution", True), ("de", "Verfassung", True)],
)
def test_a_capital_says_nothing_in_german(lang: str, word: str, *, broken: bool) -> None:
    """German nouns have capitals, and are hyphenated."""
    assert bool(list(Dictionary(lang=lang, left=3, right=3).iterate(word))) is broken


def test_the_numbers_of_the_asks_hang_in_the_margin() -> None:
    """What is asked begins where the text begins; its number stands before."""
    made = pdf_file.render(
        letter((paragraph("Text begins here."), group("asks", items("Ask begins here.")))),
        Templates(),
    )
    page = pdfium.PdfDocument(BytesIO(made.data))[0].get_textpage()
    lefts = {word: left_of(page, word) for word in ("Text begins", "Ask begins", "1.")}
    assert lefts["Ask begins"] == pytest.approx(lefts["Text begins"], abs=0.6)
    assert lefts["1."] < lefts["Text begins"] - 5


def left_of(page: Any, words: str) -> float:
    """Return where ``words`` begin, in points from the left."""
    at, _ = page.search(words).get_next()
    return float(page.get_charbox(at)[0])
