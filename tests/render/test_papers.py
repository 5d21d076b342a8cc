"""Papers that are no letters, as PDF: paragraph numbers, heads of tables, marks, notes."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace

import pytest

from generator.letter import Letter, PageRules, Table
from generator.render import pdf_file
from generator.render.tables import column_shares
from tests.render.paper_letters import roles_letter, statement_letter, table_letter
from tests.render.sample_letters import letter, text
from tests.render.support import Templates

pytestmark = pytest.mark.usefixtures("own_fonts")

MM = 72 / 25.4
MARGIN = PageRules().margin_inner * MM
COURTESY = "Courtesy copy – not the version that is filed"


def read(one: Letter, *options: str) -> str:
    """Return what pdftotext finds in the PDF of ``one``."""
    data = pdf_file.render(one, Templates()).data
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def words(one: Letter) -> list[tuple[str, float, float]]:
    """Return each word with where it begins, from the left and from the top, in points."""
    found = re.findall(r'xMin="(.*?)" yMin="(.*?)".*?>(.*?)</word>', read(one, "-bbox"))
    return [(word, float(x), float(y)) for x, y, word in found]


def test_a_paragraph_number_stands_at_the_margin_and_the_text_over_all_of_the_line() -> None:
    """Its first line begins 10 mm within the margin, the next at the margin itself."""
    found = words(statement_letter())
    for number in range(1, 17):
        place = next(at for at, each in enumerate(found) if each[0] == f"Paragraph{number}q.")
        assert found[place - 1][0] == f"{number}."
        assert found[place - 1][1] == pytest.approx(MARGIN, abs=0.5)
        assert found[place][1] == pytest.approx(MARGIN + 10 * MM, abs=0.5)
        height = found[place][2]
        wrapped = next(each for each in found[place:] if each[2] > height + 5)
        assert wrapped[1] == pytest.approx(MARGIN, abs=0.5)


def test_lists_of_their_own_keep_their_look_among_numbered_paragraphs() -> None:
    """Requests hang by 7 mm; parts of a paragraph stand under its text."""
    starts = {word: x for word, x, _ in words(statement_letter()) if word in {"This", "(a)", "One"}}
    assert starts["This"] == pytest.approx(MARGIN + 7 * MM, abs=0.5)
    assert starts["(a)"] == pytest.approx(MARGIN + 10 * MM, abs=0.5)
    assert starts["One"] > MARGIN + 13 * MM


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    """Above the first row there; a row never ends on another page than it begins."""
    pages = [page for page in read(table_letter()).split("\f") if "Family-Name" in page]
    assert len(pages) > 1
    for page in pages:
        assert page.index("What happened") < page.index("Family-Name")


def test_columns_are_as_wide_as_in_word_whatever_stands_in_them() -> None:
    """Also where a word is wider than its column: there it breaks."""
    long = text("Unterlassungserklärungen" * 4)
    table = Table((text("One"), text("Two")), ((long, text("b " * 300)),), ("start", "start"))
    first, _ = column_shares(table, PageRules())
    width = 160 * MM
    second = next(x for word, x, _ in words(letter((table,))) if word == "Two")
    assert second == pytest.approx(MARGIN + first * width, abs=0.5)


def test_a_mark_stands_in_one_line_beside_the_title() -> None:
    """It has the room that the running title leaves."""
    made = statement_letter()
    lines = replace(made.lines, running_title="IPHR, KIBHR · BRU-2026-01", mark=COURTESY)
    first, second, *_ = read(replace(made, lines=lines), "-layout").split("\f")
    assert COURTESY in first
    assert re.search(rf"BRU-2026-01 +{COURTESY}", second)


def test_a_note_stands_at_the_margin_wherever_it_is_called() -> None:
    """Also where the text that calls it hangs."""
    found = words(roles_letter())
    place = max(at for at, each in enumerate(found) if each[0] == "source,")
    number = found[place - 2]
    assert number[0] == "1"
    assert number[1] == pytest.approx(MARGIN, abs=0.5)


@pytest.mark.parametrize(("size", "expected"), [(8.5, 7.4), (10, 7.4), (12, 8.9)])
def test_notes_grow_with_large_text_and_never_become_tiny(size: float, expected: float) -> None:
    """In points, measured as the height of a word."""
    made = replace(roles_letter(), page=PageRules(font_size=size))
    usual = replace(roles_letter(), page=PageRules(font_size=10))
    assert _height(made) / _height(usual) == pytest.approx(expected / 7.4, abs=0.01)


def _height(one: Letter) -> float:
    (found,) = re.findall(r'yMin="(.*?)" xMax=".*?" yMax="(.*?)">source,<', read(one, "-bbox"))
    return float(found[1]) - float(found[0])
