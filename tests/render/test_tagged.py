"""What a screen reader and an archive find in the PDF of a letter."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from outloud.model import Document
from pydyf import Dictionary

from generator.letter import Heading, Letter, Note, NoteCall, Span
from generator.render import pdf_file
from generator.render.base import Rendered
from generator.render.letterhead import heard_once
from generator.render.pdf.drawing import in_reading_order
from tests.render.paper_letters import case_table
from tests.render.sample_letters import SAMPLES, joint_letter, letter, paragraph, text
from tests.render.support import Templates, spoken, spoken_runs
from tests.support.tagged import claims, elements, faults, kids, marks

pytestmark = pytest.mark.usefixtures("own_fonts")
TEMPLATES = Templates()
EXTRA = "".join(map(chr, (0x2010, 0x2060, 0xAD)))


def opened(rendered: Rendered) -> pikepdf.Pdf:
    """Open a file for reading."""
    return pikepdf.open(BytesIO(rendered.data))


def kinds(pdf: pikepdf.Pdf, *wanted: str) -> list[Any]:
    """Return the elements of some kinds, in the order in which they are read."""
    return [each for each in elements(pdf.Root.StructTreeRoot) if str(each.S)[1:] in wanted]


def bare(words: str) -> str:
    """Return ``words`` without what layout adds or takes: spaces and hyphens."""
    return re.sub(rf"[\s\-{EXTRA}]", "", words)


# --- what is read -----------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_read_aloud_is_the_letter(
    name: str, samples: Mapping[str, Rendered], tmp_path: Path
) -> None:
    """All of it, once, in its order, then the notes; the lines of the margins that matter too."""
    made_from = SAMPLES[name]()
    (tmp_path / "letter.pdf").write_bytes(samples[name].data)
    above = made_from.lines.mark or ""
    notes = [f"{note.number}{spoken(note.children)}" for note in made_from.notes]
    below = [each for each in heard_once(made_from) if each != above]
    expected = "".join((above, *spoken_runs(made_from), *notes, *below))
    assert bare(read_aloud(tmp_path / "letter.pdf")) == bare(expected)


def read_aloud(path: Path) -> str:
    """Return what the elements of a file hold, in their order, without the numbers of lists."""
    looked = Document(str(path))
    said: dict[tuple[object, int], str] = defaultdict(str)
    for number, page in enumerate(looked.pages):
        for run in looked.content(number).runs:
            said[page.obj.objgen, run.mcid] += run.text
    with pikepdf.open(path) as pdf:
        found = [each for each in claims(pdf) if not _is_label(each.element)]
        once = {each.element.objgen: each for each in found if "/ActualText" in each.element}
        heard = (each for each in found if once.get(each.element.objgen, each) is each)
        return "".join(
            str(each.element.get("/ActualText", said[each.page, each.number])) for each in heard
        )


def _is_label(element: Any) -> bool:
    return bool(element.S == "/Lbl" and element.P.S == "/LI")


def test_a_paragraph_over_two_pages_is_one() -> None:
    """What a page break tears apart stays together for a listener."""
    words = "A sentence that is read to its end, wherever the page ends. " * 30
    blocks = (*(paragraph(words) for _ in range(2)), paragraph(f"{words}And on it goes. {words}"))
    with opened(pdf_file.render(letter(blocks), TEMPLATES)) as pdf:
        assert len(pdf.pages) == 2
        torn = [each for each in kinds(pdf, "P") if len(pages_of(each)) == 2]
        assert len(torn) == 1
        assert len(kinds(pdf, "P")) == len(blocks) + 1  # the notice at the foot
        assert faults(pdf) == {"not one heading of the first level"}


def pages_of(element: Any) -> set[tuple[int, int]]:
    """Return the pages that an element is drawn on."""
    return {
        kid.Pg.objgen if isinstance(kid, pikepdf.Dictionary) else element.Pg.objgen
        for kid in kids(element)
    }


def test_a_table_over_pages_is_one_and_says_its_headers_once() -> None:
    """They are drawn on each page; every header stands over its column."""
    blocks = (Heading(1, text("Cases")), case_table(30))
    with opened(pdf_file.render(letter(blocks), TEMPLATES)) as pdf:
        assert len(pdf.pages) > 2
        assert len(kinds(pdf, "Table")) == len(kinds(pdf, "THead")) == 1
        headers = kinds(pdf, "TH")
        assert [str(each.ActualText) for each in headers] == [
            "Who",
            "What happened",
            "Where",
            "Next hearing",
        ]
        assert all(len(pages_of(each)) == len(pdf.pages) for each in headers)
        assert all(each.A.Scope == "/Column" for each in headers)
        assert len(kinds(pdf, "TR")) == 31
        assert faults(pdf) == set()


def test_a_header_in_another_language_is_said_once_too() -> None:
    """Where all of its words stand in an element of their own."""
    table = case_table(30)
    foreign = replace(table, header=((Span(text("Кто"), locale="ru"),), *table.header[1:]))
    with opened(pdf_file.render(letter((Heading(1, text("Cases")), foreign)), TEMPLATES)) as pdf:
        assert len(pdf.pages) > 2
        assert str(kinds(pdf, "TH")[0].ActualText) == "Кто"
        assert faults(pdf) == set()


def test_the_margins_are_silent_but_for_what_must_be_heard(samples: Mapping[str, Rendered]) -> None:
    """Running title, page numbers and rules are artifacts, each of its kind."""
    with opened(samples["many"]) as pdf:
        first, second = (set(marks(page)) for page in list(pdf.pages)[:2])
        assert {each.artifact for each in first if each} == {
            None,
            "/Layout",
            "/Pagination/Footer",
        }
        assert {each.artifact for each in second if each} == {
            None,
            "/Layout",
            "/Pagination/Footer",
            "/Pagination/Header",
        }


def test_a_call_leads_to_its_note_and_says_it(samples: Mapping[str, Rendered]) -> None:
    """By a link in a reference; the note has the number of the call, and an id of its own."""
    with opened(samples["joint"]) as pdf:
        notes = {str(each.ID): each for each in kinds(pdf, "Note")}
        assert list(notes) == [f"note-{number}" for number in range(1, 7)]
        references = kinds(pdf, "Reference")
        assert len(references) == 9
        for reference in references:
            (link,) = (kid for kid in elements(reference) if kid.S == "/Link")
            annotation = next(kid for kid in kids(link) if isinstance(kid, pikepdf.Dictionary)).Obj
            assert str(annotation.Dest) in notes
            number = str(annotation.Dest).removeprefix("note-")
            assert str(annotation.Contents).startswith(f"Source {number}: Bureau for Human Rights")


def test_foreign_words_have_their_language(samples: Mapping[str, Rendered]) -> None:
    """And what is called in the middle of them has that of the letter."""
    with opened(samples["joint"]) as pdf:
        assert pdf.Root.Lang == "en"
        assert [str(each.Lang) for each in kinds(pdf, "Span") if "/Lang" in each] == ["kk"]
    with opened(samples["russian"]) as pdf:
        assert pdf.Root.Lang == "ru"
        assert [str(each.Lang) for each in kinds(pdf, "Note") if "/Lang" in each] == []


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><path d='M0 0h9v9z'/></svg>"
PICTURE = f"data:image/svg+xml;base64,{b64encode(SVG).decode()}"


def test_a_picture_has_its_words_and_an_ornament_is_silent() -> None:
    """A figure beside its caption, with the place where it stands."""
    figure = (
        f'<figure><img alt="Two of five cases" src="{PICTURE}">'
        f'<figcaption>Cases</figcaption></figure><p><img alt="" src="{PICTURE}"></p>'
    )
    template = TEMPLATES.read("page.html.j2").decode().replace("<main>", f"<main>{figure}")
    drawn = pdf_file.render(joint_letter(), Templates({"page.html.j2": template.encode()}))
    with opened(drawn) as pdf:
        (figure_,) = kinds(pdf, "Figure")
        assert str(figure_.Alt) == "Two of five cases"
        assert [str(each.S) for each in elements(figure_.P)] == ["/Figure", "/Caption"]
        left, bottom, right, top = (float(each) for each in figure_.A.BBox)
        assert (round(right - left), round(top - bottom)) == (30, 15)
        assert 700 < bottom < top < 842
        assert faults(pdf) == set()


def test_a_note_in_a_foreign_sentence_is_in_the_language_of_the_letter() -> None:
    """Its call stands in Kazakh; what it says does not."""
    from generator.letter import Span, Text

    foreign = Span((Text("Қазақстан"), NoteCall(1)), locale="kk")
    blocks = (Heading(1, text("Re")), paragraph("It is ", foreign, " that we mean."))
    with opened(pdf_file.render(letter(blocks, (Note(1, text("A source.")),)), TEMPLATES)) as pdf:
        assert [str(each.S) for each in elements(pdf.Root.StructTreeRoot) if "/Lang" in each] == [
            "/Document",
            "/Span",
        ]


# --- what the file says of itself -------------------------------------------------


def test_both_claims_stand_in_one_block(samples: Mapping[str, Rendered]) -> None:
    """PDF/A-2a and PDF/UA-1, the second described as the first asks for."""
    with opened(samples["joint"]) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        assert packet.count(b"<rdf:RDF") == 1
        assert packet in samples["joint"].data
        with pdf.open_metadata() as said:
            assert said.pdfa_status == "2A"
            assert said["pdfuaid:part"] == "1"
            assert said["dc:language"] == {"en"}
        namespace = rb"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<"
        assert len(re.findall(namespace, packet)) == 1


def test_the_metadata_say_what_the_properties_say(samples: Mapping[str, Rendered]) -> None:
    """Title, authors, subject, keywords, program and days."""
    with opened(samples["joint"]) as pdf:
        properties = {key: str(value) for key, value in pdf.docinfo.items()}
        with pdf.open_metadata() as said:
            assert properties == {
                "/Title": said["dc:title"],
                "/Author": ", ".join(said["dc:creator"]),
                "/Subject": said["dc:description"],
                "/Keywords": said["pdf:Keywords"],
                "/Producer": said["pdf:Producer"],
                "/CreationDate": f"D:{said['xmp:CreateDate'].replace('-', '')}",
                "/ModDate": f"D:{said['xmp:ModifyDate'].replace('-', '')}",
            }


def test_what_says_nothing_is_left_out() -> None:
    """No empty list where a letter has no keywords."""
    made_from: Letter = joint_letter()
    bare_letter = replace(made_from, properties=replace(made_from.properties, keywords=()))
    with opened(pdf_file.render(bare_letter, TEMPLATES)) as pdf, pdf.open_metadata() as said:
        assert "dc:subject" not in said
        assert "pdf:Keywords" not in said


# --- how it is drawn --------------------------------------------------------------


def test_a_label_is_drawn_before_its_text() -> None:
    """With the colour that was set when WeasyPrint drew it last."""
    first, second, label = ({"MCID": number} for number in (0, 2, 1))
    operators: list[Any] = [
        *("/Span", Dictionary(first), b"BDC", b"A", b"EMC"),
        *("/Span", Dictionary(second), b"BDC", "1 0 0 rg", b"C", b"EMC"),
        *(b"q", b"q", "/Span", Dictionary(label), b"BDC", b"B", b"EMC", b"Q", b"Q"),
    ]
    in_reading_order(operators)
    assert [each for each in operators if each not in ("/Span", b"BDC", b"EMC")] == [
        {"MCID": 0},
        b"A",
        *(b"q", "1 0 0 rg", b"q", {"MCID": 1}, b"B", b"Q", b"Q"),
        {"MCID": 2},
        "1 0 0 rg",
        b"C",
    ]
