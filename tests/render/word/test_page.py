"""The lines and rules of the page, the language, and what the file says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from generator.letter import Letter, PageRules
from generator.render.word import render
from tests.render.sample_letters import NOTICE, joint_letter, letter, paragraph, russian_letter
from tests.render.script_letters import SCRIPT_LETTERS
from tests.render.word.reading import Templates, W, WordFile, around
from tests.render.word.samples import arabic_letter


def written(one: Letter) -> WordFile:
    """Return the Word file of a letter."""
    return WordFile(render(one, Templates()).data)


def test_head_and_foot_of_each_page() -> None:
    """The title from the second page on; page x of y and the notice on every page."""
    file = written(joint_letter())
    title = "Kazakhstan: human rights on the agenda in Brussels"
    assert file.stories("header", "default") == title
    assert file.stories("header", "first") == ""
    for pages in ("default", "first"):
        assert file.stories("footer", pages) == f"{NOTICE}\nPage 1 of 1\n"
        footer = file.story_part("footer", pages)
        assert file.fields(footer) == [("PAGE", "1"), ("NUMPAGES", "1")]
    assert file.part("word/document.xml").find(f".//{W}titlePg") is not None


def test_the_page_number_stands_beside_the_notice() -> None:
    """In a table as wide as the text, so that a long notice wraps beside it."""
    rules = PageRules(margin_inner=30.0, margin_outer=30.0)
    for each in (joint_letter(), replace(joint_letter(), page=rules)):
        file = written(each)
        widths = [
            int(str(column.get(f"{W}w")))
            for column in file.part(file.story_part("footer", "first")).iter(f"{W}gridCol")
        ]
        assert len(widths) == 2
        assert sum(widths) == 11906 - 2 * round(each.page.margin_inner * 1440 / 25.4)


def test_a_draft_is_marked_on_every_page() -> None:
    """And a letter without a notice has no empty line for one."""
    file = written(letter((paragraph("x"),), draft="Draft", notice=None))
    assert file.stories("header", "first") == "Draft"
    assert file.stories("header", "default").startswith("Draft\n")
    assert file.stories("footer", "first") == "Page 1 of 1"


def test_braces_in_the_page_number_are_text() -> None:
    """Only the two placeholders are fields."""
    lines = replace(joint_letter().lines, page_number="{pages} {x} {{page}} {")
    file = written(replace(joint_letter(), lines=lines))
    assert file.stories("footer", "first").endswith("\n1 {x} {1} {\n")


@pytest.mark.parametrize(
    ("locale", "tag"),
    [("en", "en-GB"), ("ru", "ru-RU"), ("kk", "kk-KZ"), ("fr", "fr-FR"), ("pt_BR", "pt-BR")],
)
def test_language_of_the_document(locale: str, tag: str) -> None:
    """In the defaults of the styles, and nowhere against it."""
    file = written(letter((paragraph("x"),), locale=locale))
    languages = list(file.part("word/styles.xml").iter(f"{W}lang"))
    assert [each.get(f"{W}val") for each in languages] == [tag]


def test_a_foreign_span_has_its_language() -> None:
    """So that it is read aloud and spelled in it."""
    file = written(russian_letter())
    spans = [
        (each.get(f"{W}val"), "".join(around(around(each)).itertext()))
        for each in file.part("word/document.xml").iter(f"{W}lang")
    ]
    assert spans == [("kk-KZ", "Azattyq")]


def test_a_letter_from_right_to_left() -> None:
    """The paragraphs, the section and the runs, but not the Latin name."""
    file = written(arabic_letter())
    assert file.part("word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault//{W}bidi") is not None
    assert file.part("word/document.xml").find(f".//{W}sectPr/{W}bidi") is not None
    rtl = {
        "".join(run.itertext()): run.find(f"{W}rPr/{W}rtl") is not None
        for run in file.part("word/document.xml").iter(f"{W}r")
    }
    assert rtl["Azattyq"] is False
    assert all(value for words, value in rtl.items() if words != "Azattyq")


def test_rules_of_the_page() -> None:
    """Size, margins and type that are not the template's own."""
    rules = PageRules(
        size="Letter",
        margin_top=30.0,
        margin_inner=20.0,
        margin_outer=40.0,
        family="Gentium",
        heading_family="Source Sans",
        font_size=11.0,
    )
    plain = written(joint_letter())
    file = written(replace(joint_letter(), page=rules))
    size = file.part("word/document.xml").find(f".//{W}pgSz")
    margins = file.part("word/document.xml").find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")
    assert [margins.get(f"{W}{edge}") for edge in ("top", "bottom", "left", "right")] == [
        "1701",
        "1247",
        "1134",
        "2268",
    ]
    assert "mirrorMargins" in file.raw("word/settings.xml")
    styles = file.raw("word/styles.xml")
    assert "Noto" in plain.raw("word/styles.xml")
    assert "Noto" not in styles
    assert 'w:ascii="Gentium"' in styles
    assert 'w:ascii="Source Sans"' in styles
    size = file.part("word/styles.xml").find(f"{W}docDefaults//{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "22"


def test_plain_rules_leave_the_page_of_the_template() -> None:
    """Which has the same page by itself."""
    margins = written(joint_letter()).part("word/document.xml").find(f".//{W}pgMar")
    assert margins is not None
    edges = ("top", "bottom", "left", "right")
    assert [margins.get(f"{W}{edge}") for edge in edges] == ["1247", "1247", "1417", "1417"]


def test_the_file_says_of_itself_only_what_the_letter_says() -> None:
    """Title, authors, subject, keywords and the letter's date, read by another program."""
    file = written(joint_letter())
    core = docx.Document(BytesIO(file.data)).core_properties
    assert core.title == "Kazakhstan: human rights on the agenda in Brussels"
    assert core.author == "International Partnership for Human Rights; Kazakhstan Bureau"
    assert core.subject == "Letter to three presidents before the visit of 22–23 June 2026"
    assert core.keywords == "Kazakhstan, human rights, torture"
    assert core.language == "en-GB"
    assert core.revision == 1
    assert core.last_modified_by == ""
    assert core.created is not None
    assert core.created.date() == date(2026, 6, 19)
    assert core.modified == core.created
    assert file.part("docProps/app.xml").find("*") is None


def test_very_long_properties_do_not_break_the_file() -> None:
    """Word takes 255 characters for each; whole authors are left out rather than cut."""
    authors = tuple(f"Organisation number {number}" for number in range(1, 41))
    properties = replace(joint_letter().properties, title="t" * 300, authors=authors)
    core = docx.Document(
        BytesIO(written(replace(joint_letter(), properties=properties)).data)
    ).core_properties
    assert len(core.title) == 255
    assert len(core.author) <= 255
    assert core.author.endswith("; Organisation number 11")


def test_nothing_in_the_file_tells_of_its_making() -> None:
    """No time, no system, no thumbnail, no session, no place on a disk."""
    file = written(joint_letter())
    assert file.names() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/footnotes.xml",
        "word/_rels/footnotes.xml.rels",
        "word/header1.xml",
        "word/header2.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/theme/theme1.xml",
        "docProps/core.xml",
        "docProps/app.xml",
    ]
    with ZipFile(BytesIO(file.data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.create_system for member in archive.infolist()} == {0}
    for name in file.names():
        assert "rsid" not in file.raw(name)


def test_the_same_letter_gives_the_same_bytes() -> None:
    """At any time, in any folder."""
    assert written(joint_letter()).data == written(joint_letter()).data


@pytest.mark.parametrize(("margin", "distance"), [(22, 510), (15, 350), (12, 240), (8, 240)])
def test_in_narrow_margins_head_and_foot_stand_further_out(margin: float, distance: int) -> None:
    """Two lines of 9 pt and a gap of 7 pt fit; what no printer reaches stays empty."""
    rules = PageRules(margin_top=margin, margin_bottom=margin)
    file = WordFile(render(replace(joint_letter(), page=rules), Templates()).data)
    page = file.part("word/document.xml").find(f".//{W}pgMar")
    assert page is not None
    assert [page.get(f"{W}{name}") for name in ("header", "footer")] == [str(distance)] * 2


@pytest.mark.parametrize(("size", "notes"), [(8.5, 15), (9.5, 15), (12, 19)])
def test_page_lines_are_small_beside_any_text_and_notes_never_tiny(size: float, notes: int) -> None:
    """In half points: lines stay at 7 pt, notes grow with the text and stop at 7.5 pt."""
    rules = PageRules(font_size=size)
    file = WordFile(render(replace(joint_letter(), page=rules), Templates()).data)

    def size_of(style: str) -> int:
        found = file.style(style).find(f"{W}rPr/{W}sz")
        assert found is not None
        return int(str(found.get(f"{W}val")))

    assert size_of("header") == size_of("footer") == 14
    assert size_of("footnote text") == notes


TIMES = "Times New Roman"


def test_a_family_that_the_program_does_not_have_is_named_in_word() -> None:
    """For text and headings, Cyrillic too; the size is that of the text."""
    rules = PageRules(family=TIMES, heading_family=TIMES, font_size=12)
    for sample in (joint_letter, russian_letter):
        file = WordFile(render(replace(sample(), page=rules), Templates()).data)
        named = {
            value
            for part in ("styles", "numbering", "document", "footnotes")
            for fonts in file.part(f"word/{part}.xml").iter(f"{W}rFonts")
            for value in fonts.attrib.values()
        }
        assert named == {TIMES}
        sizes = file.part("word/styles.xml").find(f"{W}docDefaults//{W}sz")
        assert sizes is not None
        assert sizes.get(f"{W}val") == "24"


def test_other_scripts_keep_their_fonts_beside_a_family_of_an_office() -> None:
    """Arabic is drawn by ours, Latin in the same letter by the office's."""
    rules = PageRules(family=TIMES, heading_family=TIMES, font_size=12)
    file = WordFile(render(replace(SCRIPT_LETTERS["ar"](), page=rules), Templates()).data)
    fonts = file.part("word/styles.xml").find(f"{W}docDefaults//{W}rFonts")
    assert fonts is not None
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}cs")) == (TIMES, "Amiri")
