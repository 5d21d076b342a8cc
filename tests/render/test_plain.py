"""Documents for bodies that take no bold, no italics and no underlining."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from generator.letter import Letter
from generator.render import html_page, pdf_file, word
from tests.render.paper_letters import plain_letter
from tests.render.support import Templates
from tests.render.word.reading import W, WordFile

TEMPLATES = Templates()


def fonts_in(pdf: bytes) -> set[str]:
    """Return the names of the fonts in a PDF, without their tags."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = {
            str(each.BaseFont)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
        }
    return {name.rpartition("+")[2] for name in found}


def slanted_or_bold(names: set[str]) -> set[str]:
    """Return those of the fonts that are not upright and regular."""
    return {name for name in names if re.search("Bold|Italic|Oblique", name)}


@pytest.mark.usefixtures("own_fonts")
def test_the_pdf_has_upright_regular_fonts_only() -> None:
    """The same letter has others when it need not be plain."""
    letter = plain_letter()
    usual = replace(letter, page=replace(letter.page, plain=False))
    plain = fonts_in(pdf_file.render(letter, TEMPLATES).data)
    assert len(plain) == 2
    assert slanted_or_bold(plain) == set()
    assert len(slanted_or_bold(fonts_in(pdf_file.render(usual, TEMPLATES).data))) == 3


@pytest.mark.usefixtures("own_fonts")
@pytest.mark.parametrize("medium", ["print", "screen"])
def test_nothing_on_the_page_is_bold_slanted_or_underlined(medium: str) -> None:
    """As a browser resolves the styles, box by box."""
    seen = 0
    for style in _styles(plain_letter(), medium):
        assert style["font_weight"] == 400
        assert style["font_style"] == "normal"
        assert not set(style["text_decoration_line"]) & {"underline", "line-through"}
        seen += 1
    assert seen > 200


def _styles(letter: Letter, medium: str) -> Iterator[Any]:
    import weasyprint

    page = (
        html_page.print_html(letter, TEMPLATES)
        if medium == "print"
        else html_page.render(letter, TEMPLATES).data.decode()
    )
    document = weasyprint.HTML(string=page, media_type=medium).render()
    for sheet in document.pages:
        for box in sheet._page_box.descendants():
            yield box.style


def test_no_style_of_the_word_file_is_bold_slanted_or_underlined() -> None:
    """Nor a number, nor a run: nothing is left that could switch it on."""
    switches = {f"{W}{name}" for name in ("b", "bCs", "i", "iCs", "u")}
    letter = plain_letter()
    for plain, left in ((True, False), (False, True)):
        made = replace(letter, page=replace(letter.page, plain=plain))
        file = WordFile(word.render(made, TEMPLATES).data)
        parts = [name for name in file.names() if re.fullmatch(r"word/\w+\.xml", name)]
        assert len(parts) > 7
        found = {
            each.tag for name in parts for each in file.part(name).iter() if each.tag in switches
        }
        assert bool(found) is left
