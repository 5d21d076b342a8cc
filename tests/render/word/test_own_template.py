"""An office puts its own Word template in the place of ours: its letterhead stays."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from generator.letter import ListBlock, ListItem, PageRules
from generator.render.base import RenderFailure
from generator.render.word import render
from tests.render.paper_letters import PAPERS
from tests.render.sample_letters import NOTICE, SAMPLES, items, joint_letter, letter, paragraph
from tests.render.script_letters import SCRIPT_LETTERS
from tests.render.word.offices import (
    FIRST_FOOT,
    FIRST_HEAD,
    FOOT,
    HEAD,
    LOGO,
    after,
    edited,
    of_kind,
    office_template,
    saved_by_libreoffice,
)
from tests.render.word.reading import TEMPLATES, Templates, W, WordFile
from tests.support.office import converted_all
from tests.support.shared import shared

Made = Mapping[str, bytes]
LETTERS = {**SAMPLES, **PAPERS, "arabic": SCRIPT_LETTERS["ar"], "chinese": SCRIPT_LETTERS["zh"]}
TITLE = "Kazakhstan: human rights on the agenda in Brussels"
KINDS = (
    "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "vnd.ms-word.document.macroEnabled.main+xml",
    "vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
BRANDS = ("python-docx", "libreoffice", "libreoffice-of-ours", "dotx")


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return the same letterhead as different programs save it, and ours saved by another."""
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice Writer (soffice)")
    return shared(tmp_path_factory, "offices", _made)


def _made(folder: Path) -> Made:
    made = {"python-docx": office_template(), "ours": (TEMPLATES / "word.docx").read_bytes()}
    saved = saved_by_libreoffice(made, folder)
    return {
        "python-docx": made["python-docx"],
        "dotx": of_kind(made["python-docx"], KINDS[0]),
        "libreoffice": saved["python-docx"],
        "libreoffice-of-ours": saved["ours"],
    }


def written(template: bytes, name: str = "joint") -> WordFile:
    """Return a sample letter in a template."""
    return WordFile(render(LETTERS[name](), Templates(template)).data)


def findings(file: WordFile, folder: Path) -> list[str]:
    """Return what openxml-audit finds in a Word file."""
    path = folder / "letter.docx"
    path.write_bytes(file.data)
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    return [str(each) for each in audit.validate(path).errors]


@pytest.mark.parametrize("brand", ["python-docx", "libreoffice", "dotx"])
def test_the_letterhead_stays(brand: str, templates: Made) -> None:
    """The first page has its own, with the logo; our lines stand below."""
    file = written(templates[brand])
    assert file.stories("header", "first") == FIRST_HEAD
    assert file.stories("header", "default") == f"{HEAD}\n{TITLE}"
    assert file.stories("footer", "first").startswith(f"{FIRST_FOOT}\n")
    assert file.stories("footer", "default").startswith(f"{FOOT}\n")
    assert file.stories("footer", "first").endswith("Page 1 of 1")
    head = file.story_part("header", "first").removeprefix("word/")
    relations = file.part(f"word/_rels/{head}.rels")
    (logo,) = [str(each.get("Target")) for each in relations]
    with ZipFile(BytesIO(file.data)) as archive:
        assert archive.read(f"word/{logo}") == LOGO


@pytest.mark.parametrize(
    ("brand", "name"),
    [
        *((brand, "joint") for brand in BRANDS),
        *(("libreoffice", name) for name in ("arabic", "chinese")),
        *(
            pytest.param("libreoffice", name, marks=pytest.mark.whole)
            for name in ("many", "hostile")
        ),
        pytest.param("python-docx", "tables", marks=pytest.mark.whole),
        ("libreoffice-of-ours", "statement"),
    ],
)
def test_every_letter_is_sound_in_it(
    brand: str, name: str, templates: Made, tmp_path: Path
) -> None:
    """Nothing for Word to repair, whoever saved the template, and the words are the same."""
    file = written(templates[brand], name)
    assert findings(file, tmp_path) == []
    ours = WordFile(render(LETTERS[name](), Templates()).data)
    assert file.notes() == ours.notes()
    assert [words for _, _, words in file.numbers()] == [words for _, _, words in ours.numbers()]


def test_without_a_first_page_of_its_own_the_letterhead_stands_on_all() -> None:
    """The title of the letter only from the second page on."""
    file = written(office_template(first_page=False))
    assert file.stories("header", "first") == FIRST_HEAD
    assert file.stories("header", "default") == f"{FIRST_HEAD}\n{TITLE}"


def test_around_a_letterhead_its_margins_hold() -> None:
    """They leave room for it; our own template has none, and takes those of the document."""
    rules = PageRules(margin_top=15, margin_bottom=15, margin_inner=30, margin_outer=20)
    one = replace(joint_letter(), page=rules)
    file = WordFile(render(one, Templates(office_template())).data)
    margins = file.part("word/document.xml").find(f".//{W}pgMar")
    assert margins is not None
    edges = ("top", "left", "right", "footer")
    assert [margins.get(f"{W}{edge}") for edge in edges] == ["2551", "1701", "1134", "1134"]
    assert file.part("word/settings.xml").find(f"{W}mirrorMargins") is None


def test_an_office_keeps_its_type() -> None:
    """Families and sizes, whatever the document says for ours."""
    one = replace(joint_letter(), page=PageRules(font_size=8.5))
    file = WordFile(render(one, Templates(office_template())).data)
    size = file.part("word/styles.xml").find(f"{W}docDefaults//{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "22"
    assert "Noto" not in file.raw("word/styles.xml") + file.raw("word/fontTable.xml")


def test_in_a_letter_from_right_to_left_the_letterhead_keeps_its_direction() -> None:
    """Its lines say so themselves, since paragraphs run from right to left by default."""
    file = written(office_template(), "arabic")
    lines = list(file.part(file.story_part("header", "default")).iter(f"{W}p"))
    directions = [line.find(f"{W}pPr/{W}bidi") for line in lines]
    said = [each.get(f"{W}val", "1") for each in directions if each is not None]
    assert said == ["0", "1"]


def test_a_page_number_of_the_office_is_enough() -> None:
    """Ours does not stand beside it, as a simple field or one of many runs."""
    simple = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    runs = "".join(
        f"<w:r>{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> PAGE </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    for number in (simple, f"<w:p>{runs}</w:p>"):
        data = edited(office_template(), {"word/footer2.xml": after("<w:ftr[^>]*>", number)})
        file = written(data)
        assert file.stories("footer", "default") == f"1\n{FOOT}\n{NOTICE}"
        assert file.stories("footer", "first").endswith("Page 1 of 1")


@pytest.mark.parametrize("kind", KINDS)
def test_templates_and_files_with_macros_will_do(kind: str) -> None:
    """Saved as word.docx; the letter is a plain document, the macros stay behind."""
    macros = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    relation = f'<Relationship Id="rId99" Type="{macros}" Target="vbaProject.bin"/>'
    default = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    edits = {
        "word/_rels/document.xml.rels": after("<Relationships[^>]*>", relation),
        "[Content_Types].xml": after("<Types[^>]*>", default),
    }
    data = edited(of_kind(office_template(), kind), edits, {"word/vbaProject.bin": b"Sub Zoe"})
    file = written(data)
    assert "document.main+xml" in file.raw("[Content_Types].xml")
    assert "acro" not in file.raw("[Content_Types].xml")
    assert [name for name in file.names() if "vba" in name] == []


def test_the_styles_to_add_are_named() -> None:
    """All at once, each with its kind, also those that another letter would need."""
    with pytest.raises(RenderFailure) as caught:
        render(joint_letter(), Templates(office_template(styles=False)))
    assert caught.value.rule == "word-style-missing"
    assert caught.value.fields["names"] == (
        "Footnote Text (paragraph), Hyperlink (character), Footnote Reference (character), "
        "Brief Table (table)"
    )


def test_lists_are_numbered_deeper_than_the_styles_of_the_office() -> None:
    """Those of python-docx have one level; an entry in an entry counts all the same."""
    deep = ListBlock((ListItem((paragraph("outer"), items("inner"))),), ordered=True)
    file = WordFile(render(letter((deep,)), Templates(office_template())).data)
    abstracts = {
        each.get(f"{W}abstractNumId"): [level.get(f"{W}ilvl") for level in each.iter(f"{W}lvl")]
        for each in file.part("word/numbering.xml").iterfind(f"{W}abstractNum")
    }
    numberings = {
        int(str(each.get(f"{W}numId"))): each.find(f"{W}abstractNumId")
        for each in file.part("word/numbering.xml").iterfind(f"{W}num")
    }
    found = []
    for numbering, level, words in file.numbers():
        abstract = numberings[numbering]
        assert abstract is not None
        found.append((words, str(level) in abstracts[abstract.get(f"{W}val")]))
    assert found == [("outer", True), ("inner", True)]


def test_a_letterhead_is_seen_on_the_page(templates: Made, tmp_path: Path) -> None:
    """In LibreOffice: the logo on the first page only, the text below it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler-utils (pdftotext)")
    files = [tmp_path / f"{brand}.docx" for brand in ("python-docx", "libreoffice")]
    for file in files:
        file.write_bytes(written(templates[file.stem]).data)
    converted_all(files, "pdf")
    read = _reader(tmp_path)
    for brand in ("python-docx", "libreoffice"):
        first, second, *_ = read("pdftotext", "-layout", f"{brand}.pdf", "-").split("\f")
        assert first.index(FIRST_HEAD) < first.index("Square de l’Aviation")
        assert FIRST_HEAD not in second
        assert second.index(HEAD) < second.index(TITLE)
        pages = [
            line.split()[0] for line in read("pdfimages", "-list", f"{brand}.pdf").splitlines()
        ]
        assert pages[2:] == ["1"]


def _reader(folder: Path) -> Callable[..., str]:
    def read(*command: str) -> str:
        done = subprocess.run(command, check=True, capture_output=True, timeout=60, cwd=folder)
        return re.sub(r"[ \t]+", " ", done.stdout.decode())

    return read
