"""The Word file looks like the PDF: the styles of the template say what ``page.css`` says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from generator.letter import PageRules
from generator.render.word import render
from tests.render.sample_letters import joint_letter
from tests.render.word.reading import TEMPLATES, Templates, W, WordFile

CSS = (TEMPLATES / "page.css").read_text(encoding="utf-8").split("@media screen")[0]
SIZE = 9.5  # of the letters' type, in points
RULES = PageRules(margin_top=18, margin_bottom=18, margin_inner=23, margin_outer=23, font_size=SIZE)
WORD = WordFile(render(replace(joint_letter(), page=RULES), Templates()).data)


def css(selector: str, name: str) -> list[float]:
    """Return the numbers that the last rule of ``selector`` with ``name`` gives it."""
    found = [
        said
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", CSS))
        if selector in [" ".join(each.split()) for each in selectors.split(",")]
        for said in re.findall(rf"(?<![\w-]){name}:([^;]+)", body)
    ]
    return [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", found[-1])]


def chain(name: str) -> list[etree._Element]:
    """Return the style ``name`` and those it is based on."""
    names = WORD.style_names()
    found = [WORD.style(name)]
    while (base := found[-1].find(f"{W}basedOn")) is not None:
        found.append(WORD.style(names[str(base.get(f"{W}val"))]))
    return found


def value(name: str, tag: str, attribute: str = "val") -> str | None:
    """Return what the style ``name`` has, of its own or by inheritance."""
    for style in chain(name):
        each = style.find(f"{W}{tag}")
        if each is not None and each.get(f"{W}{attribute}") is not None:
            return each.get(f"{W}{attribute}")
    return None


def points(name: str, attribute: str) -> float:
    """Return a spacing of the style ``name`` in points."""
    return int(value(name, "pPr/" + f"{W}spacing", attribute) or 0) / 20


def has(name: str, tag: str) -> bool:
    """Return whether the style ``name`` has the property ``tag`` of paragraphs switched on."""
    for style in chain(name):
        each = style.find(f"{W}pPr/{W}{tag}")
        if each is not None:
            return each.get(f"{W}val", "1") != "0"
    return False


@pytest.mark.parametrize(
    ("style", "edge", "selector", "name", "index"),
    [
        ("Body Text", "after", "p + p", "margin-block-start", 0),
        ("heading 1", "before", "h1", "margin-block", 0),
        ("heading 1", "after", "h1", "margin-block", 1),
        ("heading 2", "before", "h2", "margin-block", 0),
        ("heading 2", "after", "h2", "margin-block", 1),
        ("heading 3", "before", "h3", "margin-block", 0),
        ("heading 3", "after", "h3", "margin-block", 1),
        ("Letterhead Only", "after", ".letterhead", "margin-block-end", 0),
        ("Reference Last", "after", ".addressees", "margin-block", 0),
        ("Salutation Last", "after", ".salutation", "margin-block-end", 0),
        ("Asks Number", "after", "li", "margin-block-start", 0),
        ("List Number", "after", "li", "margin-block-start", 0),
        ("Asks Number Last", "after", ".asks", "margin-block", 1),
        ("Recommendation", "before", ".recommendation", "margin-block", 0),
        ("Recommendation", "after", ".recommendation", "margin-block", 1),
        ("Recommendation Asks Number", "before", ".recommendation > .asks", "margin-block", 0),
        ("Recommendation Asks Number", "after", ".recommendation > .asks", "margin-block", 1),
        ("Ask", "before", ".ask", "margin-block-start", 0),
        ("Reasons First", "before", ".reasons", "margin-block-start", 0),
        ("Commitments", "before", ".commitments", "margin-block-start", 0),
        ("Commitments", "after", ".recommendation", "margin-block", 1),
        ("Answer First", "before", ".answer", "margin-block", 0),
        ("Answer Last", "after", ".answer", "margin-block", 1),
        ("Closing", "before", ".closing", "margin-block-start", 0),
        ("Closing", "after", ".signatories", "margin-block-start", 0),
        ("Contact Only", "before", ".contact", "margin-block-start", 0),
        ("footnote text", "after", ".note", "margin-block-end", 0),
        ("Masthead Last", "after", ".masthead", "margin-block-end", 0),
        ("Kicker", "before", ".kicker", "margin-block-start", 0),
        ("Heading 1 After Kicker", "before", ".kicker + h1", "margin-block", 0),
        ("Heading 1 After Kicker", "after", ".kicker + h1", "margin-block", 1),
        ("Event Last", "after", ".event", "margin-block-end", 0),
        ("Agenda Item", "after", ".agenda-item", "margin-block-end", 0),
        ("Submitters", "after", ".submitters p + p", "margin-block-start", 0),
        ("Submitters Last", "after", ".submitters", "margin-block-end", 0),
        ("Summary First", "before", ".summary:not(:has(h2))", "margin-block", 0),
        ("Summary Last", "after", ".summary:not(:has(h2))", "margin-block", 1),
        ("Recommendations Heading 2", "before", ".recommendations > h2", "margin-block-start", 0),
        ("Whereas Last", "after", ".whereas", "margin-block-end", 0),
        ("Quotation", "before", ".quotation", "margin-block", 0),
        ("Speaker", "before", ".speaker", "margin-block-start", 0),
        ("Observers First", "before", ".observers", "margin-block", 0),
        ("Item Heading 3", "before", ".item h3", "margin-block", 0),
        ("Item Heading 3", "after", ".item h3", "margin-block", 1),
        ("Outlet", "after", ".outlet", "margin-block-end", 0),
        ("Source", "before", ".source", "margin-block-start", 0),
        ("Occasion Heading 1", "after", ".occasion", "margin-block-end", 0),
        ("Say", "after", ".say p", "margin-block", 0),
        ("Compact", "after", ".compact p + p", "margin-block-start", 0),
        ("Compact Heading 1", "before", ".compact h1", "margin-block", 0),
        ("Compact Heading 1", "after", ".compact h1", "margin-block", 1),
        ("Compact Heading 2", "before", ".compact h2", "margin-block", 0),
        ("Compact Heading 2", "after", ".compact h2", "margin-block", 1),
        ("Compact Masthead Last", "after", ".compact .masthead", "margin-block-end", 0),
        ("Compact Summary First", "before", ".compact .summary", "margin-block", 0),
        ("Compact Summary Last", "after", ".compact .summary", "margin-block", 1),
        ("Compact Asks Number", "after", ".compact li", "margin-block-start", 0),
        ("Compact Asks Number Last", "after", ".compact .asks", "margin-block", 1),
        ("Compact Table Text", "after", ".compact td", "padding-block", 0),
        ("Compact Contact Only", "before", ".compact .contact", "margin-block-start", 0),
        ("Numbered Number", "after", ".numbered li", "margin-block", 1),
        ("Picture", "before", ".chart", "margin", 0),
        ("Picture", "after", ".chart figcaption", "margin-block-start", 0),
        ("caption", "after", ".chart", "margin", 2),
        ("Reference", "after", ".reference p", "margin-block-start", 0),
    ],
)
def test_spaces_are_those_of_the_pdf(
    style: str, edge: str, selector: str, name: str, index: int
) -> None:
    """In points; where two meet, Word takes the larger one as CSS does."""
    assert points(style, edge) == css(selector, name)[index]


def test_lines_and_notes_have_the_height_of_the_pdf() -> None:
    """To a twentieth of a point; sizes of type are whole half points."""
    assert points("Body Text", "line") == pytest.approx(
        css("html", "line-height")[0] * SIZE, abs=0.05
    )
    heading = css("h1", "line-height")[0]
    assert points("heading 2", "line") == pytest.approx(heading * SIZE, abs=0.05)
    size = css(".note", "font-size")[0]
    assert int(value("footnote text", f"rPr/{W}sz") or 0) / 2 == pytest.approx(size, abs=0.25)
    height = css(".note", "line-height")[0] * size
    assert points("footnote text", "line") == pytest.approx(height, abs=0.05)


def test_an_ask_is_told_by_its_bar_not_by_bold_type() -> None:
    """Only what its text makes strong is bold; the bar hangs in the margin, as in the PDF."""
    ask = WORD.style("Ask")
    assert all(style.find(f"{W}rPr/{W}b") is None for style in chain("Ask"))
    bar = ask.find(f"{W}pPr/{W}pBdr/{W}left")
    assert bar is not None
    assert bar.get(f"{W}color") == "1F3A5F"
    width = int(str(bar.get(f"{W}sz"))) / 8
    assert width == pytest.approx(css(".ask", "border-inline-start")[0], abs=0.1)
    padding = css(".ask", "padding-inline-start")[0] * 72 / 25.4
    assert int(str(bar.get(f"{W}space"))) == pytest.approx(padding, abs=0.6)  # in whole points
    assert ask.find(f"{W}pPr/{W}ind") is None


@pytest.mark.parametrize(
    "style",
    [
        *(f"heading {level}" for level in (1, 2, 3)),
        "Body Text Lead",
        "Recommendation Asks Number",
        "Ask",
        "Salutation",
        "Closing",
        "Signatories",
    ],
)
def test_what_stays_with_the_next_paragraph(style: str) -> None:
    """A heading with its text, a numbered line with its ask, an ask with its reasons."""
    assert has(style, "keepNext")


@pytest.mark.parametrize("style", ["Asks Number", "Asks Number Last", "Reasons", "Commitments"])
def test_what_may_end_a_page(style: str) -> None:
    """Too much that stays together leaves pages half empty; no line stays alone."""
    assert not has(style, "keepNext")
    assert has(style, "widowControl")


def test_head_and_foot_stand_in_the_margins() -> None:
    """Each with two lines leaves the text where the margins put it."""
    margins = WORD.part("word/document.xml").find(f".//{W}pgMar")
    assert margins is not None
    for edge, distance, style in (("top", "header", "header"), ("bottom", "footer", "Notice")):
        room = int(str(margins.get(f"{W}{edge}"))) - int(str(margins.get(f"{W}{distance}")))
        assert room / 20 >= 2 * points(style, "line") + 2
        assert has(style, "suppressAutoHyphens")
