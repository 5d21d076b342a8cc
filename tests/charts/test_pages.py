"""Charts in every format: the picture with its words, the caption, or the numbers as a table."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document

from generator.inspection.texts import pieces_of
from generator.letter import Chart, Heading, Letter, Paragraph, Text
from generator.mail import Mail
from generator.render.base import RenderFailure
from generator.render.formats import FORMATS
from generator.render.mail_text import mail_text
from generator.render.markdown_text import markdown
from generator.render.word import render as word
from tests.charts.charted import deaths
from tests.render.sample_letters import joint_letter
from tests.render.support import Templates
from tests.support.standards import judged

WORDS = "Deaths. 2022: 133; Illness: 96."
CHART = deaths(caption=(Text("Deaths, by year."),), alternative=WORDS)


def letter(chart: Chart = CHART) -> Letter:
    """Return a letter with nothing but its subject, two paragraphs and a chart between them."""
    blocks = (
        Heading(1, (Text("Subject"),)),
        Paragraph((Text("Before."),)),
        chart,
        Paragraph((Text("After."),)),
    )
    return replace(joint_letter(), blocks=blocks, notes=())


def pdf(made: Letter) -> bytes:
    """Return a letter as PDF."""
    return FORMATS["pdf"].render(made, Templates()).data


def test_a_page_has_a_figure_with_picture_and_caption() -> None:
    """The picture stands in its own address, and its words in its alternative text."""
    page = FORMATS["html"].render(letter(), Templates()).data.decode()
    figure = re.search(r'<figure class="chart">(.*?)</figure>', page, re.DOTALL)
    assert figure
    assert f'alt="{WORDS}"' in figure[1]
    assert "<figcaption>Deaths, by year.</figcaption>" in figure[1]
    picture = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', figure[1])
    assert picture
    assert b64decode(picture[1]).startswith(b"<svg")


def test_a_chart_is_drawn_in_lines_in_a_pdf() -> None:
    """No picture of dots; the words are read aloud, and the caption is text."""
    with pikepdf.open(BytesIO(pdf(letter()))) as file:
        kinds = {
            str(each.get("/Subtype")) for each in file.objects if isinstance(each, pikepdf.Stream)
        }
        assert "/Image" not in kinds
        read = [str(each["/Alt"]) for each in file.objects if "/Alt" in _keys(each)]
        assert read == [WORDS]


def test_a_chart_is_read_aloud_where_it_stands(tmp_path: Path) -> None:
    """Between the paragraphs around it, with its caption, and nothing is wrong with the tags."""
    file = tmp_path / "letter.pdf"
    file.write_bytes(pdf(letter()))
    found = judged(file)
    assert (found.errors, found.faults) == ((), ())


def _keys(found: object) -> list[str]:
    return list(found.keys()) if isinstance(found, pikepdf.Dictionary) else []


def test_a_chart_stands_in_word_as_a_sharp_picture_above_its_caption() -> None:
    """300 dots an inch, as wide as drawn, with its words as alternative text."""
    data = word(letter(), Templates()).data
    document = Document(BytesIO(data))
    texts = [(each.style.name, each.text) for each in document.paragraphs if each.style]
    at = next(at for at, (name, _) in enumerate(texts) if name == "Picture")
    assert texts[at + 1] == ("Caption", "Deaths, by year.")
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == WORDS
    assert shape.width.mm == pytest.approx(124.5, abs=1)
    with ZipFile(BytesIO(data)) as package:
        assert any(each.startswith("word/media/") for each in package.namelist())


def test_a_text_has_the_numbers_as_a_table() -> None:
    """Nothing of the picture is lost where there is none."""
    expected = """\
Deaths, by year.

|  | Deaths | Illness |
| --- | ---: | ---: |
| 2022 | 133 | 96 |
| 2023 | 119 | 95 |
| 2024 | 148 | 114 |
| January–November 2025 | 124 | 105 |
"""
    assert expected in markdown(letter())


def test_an_email_has_them_too() -> None:
    """A line for each time."""
    told = mail_text(replace(letter(), mail=Mail()))
    assert "Deaths, by year.\n\n | Deaths | Illness\n2022 | 133 | 96\n" in told


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_the_last_look_reads_what_is_read_aloud(name: str) -> None:
    """A name that must not be in a file is found in the words of a picture."""
    secret = letter(replace(CHART, alternative="Deaths of Zenobia Quux."))
    data = FORMATS[name].render(secret, Templates()).data
    having = [each.part for each in pieces_of(f"letter.{name}", data) if "Zenobia" in each.text]
    assert having


def test_a_letter_in_which_a_chart_was_drawn_before_is_the_same(tmp_path: Path) -> None:
    """What comes from the cache is what would have been drawn."""
    kept = Templates(cache=tmp_path)
    first = FORMATS["html"].render(letter(), kept).data
    assert len(list(tmp_path.iterdir())) == 1
    assert FORMATS["html"].render(letter(), kept).data == first
    assert FORMATS["html"].render(letter(), Templates()).data == first


def test_a_letter_of_which_the_fonts_lack_a_character_of_a_chart_is_refused() -> None:
    """No box stands in the place of a letter, in any format."""
    chart = replace(CHART, rest="cause \U0001f600")
    for name in ("pdf", "docx", "html"):
        with pytest.raises(RenderFailure) as failure:
            FORMATS[name].render(letter(chart), Templates())
        assert failure.value.rule == "glyph-missing"
