"""Pictures in the text, in a cell, and at the head of the page."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from generator.render.word.ooxml import text as ooxml
from generator.render.word.ooxml.names import W
from generator.render.word.ooxml.pages import body_of, section_of, stories
from generator.render.word.ooxml.pictures import PlacedPicture
from generator.render.word.package import open_template, root_of
from tests.render.sample_letters import joint_letter
from tests.render.word.reading import Templates, WordFile
from tests.support.office import converted
from tests.support.pngs import chunk, png

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


# With ten pixels to a millimetre, which makes 254 to an inch.
CHART = PlacedPicture(
    png(400, 200, b"\x1f:_"), 40.0, 20.0, "Deaths in custody: 68 & “fewer” before"
)
SAID = chunk(b"tEXt", b"Author\0Zoe")
LOGO = PlacedPicture(png(105, 105, b"\xc0\0\0", more=SAID), 10.5, 10.5, "The logo of the office")
RULE = PlacedPicture(png(300, 50, b"\0\xc0\0"), 30.0, 5.0, "")


def drawn() -> bytes:
    """Return a file with one picture in the text, two in a cell, and one on each page's head."""
    package = open_template(Templates().read("word.docx"))
    document = root_of(package.document)
    section = section_of(document)
    body = body_of(document)
    package.draw(ooxml.paragraph(body, "Picture"), package.document, CHART)
    table = ooxml.table(body, "BriefTable", [4000, 4000], header=False, rtl=False)
    row = ooxml.row(table)
    cell = ooxml.paragraph(ooxml.cell(row, 4000), "Picture")
    package.draw(cell, package.document, LOGO)
    package.draw(cell, package.document, RULE)
    ooxml.text(ooxml.paragraph(ooxml.cell(row, 4000), "TableText"), "Beside it", ooxml.Look())
    ooxml.paragraph(body, "BodyText")
    for (kind, _), relationship in stories(section).items():
        if kind == "header":
            head = package.story_part(relationship)
            package.draw(ooxml.paragraph(root_of(head), "Picture"), head, LOGO)
    body.append(section)
    return package.save(joint_letter().properties, "en-GB")


def placed(inline: etree._Element) -> tuple[float, float, str]:
    """Return how wide and high a picture stands, in millimetres, and how it is read aloud."""
    extent, said = inline.find(f"{WP}extent"), inline.find(f"{WP}docPr")
    assert extent is not None
    assert said is not None
    width, height = (int(str(extent.get(name))) / 36000 for name in ("cx", "cy"))
    return width, height, str(said.get("descr"))


def targets(file: WordFile, part: str) -> dict[str, str]:
    """Return what the relationships of a part lead to."""
    relations = file.part(f"word/_rels/{part}.xml.rels")
    return {str(each.get("Id")): str(each.get("Target")) for each in relations}


def test_a_picture_has_its_bytes_its_size_and_its_words() -> None:
    """Each part has a relationship of its own to the one copy of the bytes."""
    file = WordFile(drawn())
    assert sorted(name for name in file.names() if "media" in name) == [
        "word/media/picture1.png",
        "word/media/picture2.png",
        "word/media/picture3.png",
    ]
    shown = [
        (*placed(each), targets(file, part)[str(blip.get(f"{R}embed"))])
        for part in ("document", "header1", "header2")
        for each in file.part(f"word/{part}.xml").iter(f"{WP}inline")
        for blip in each.iter(f"{A}blip")
    ]
    assert shown == [
        (40, 20, "Deaths in custody: 68 & “fewer” before", "media/picture1.png"),
        (10.5, 10.5, "The logo of the office", "media/picture2.png"),
        (30, 5, "", "media/picture3.png"),
        (10.5, 10.5, "The logo of the office", "media/picture2.png"),
        (10.5, 10.5, "The logo of the office", "media/picture2.png"),
    ]


def test_pictures_are_numbered_through_the_whole_file() -> None:
    """By unique ids; one that is only decoration says so to screen readers."""
    file = WordFile(drawn())
    found = [
        (each.get("id"), each.get("name"))
        for part in ("document", "header1", "header2")
        for each in file.part(f"word/{part}.xml").iter(f"{WP}docPr")
    ]
    assert found == [(str(number), f"Picture {number}") for number in range(1, 6)]
    decoration = file.part("word/document.xml").iter("{*}decorative")
    assert [each.get("val") for each in decoration] == ["1"]


def test_a_picture_tells_nothing_of_who_made_it() -> None:
    """Remarks in the bytes stay behind; the same pictures give the same file."""
    with ZipFile(BytesIO(drawn())) as archive:
        assert archive.read("word/media/picture2.png") == png(105, 105, b"\xc0\0\0")
    assert drawn() == drawn()


def test_lines_with_a_picture_grow_with_it() -> None:
    """An exact height, as all text has it, would cut the picture off."""
    spacing = WordFile(drawn()).style("Picture").find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}lineRule") == "auto"


def test_a_file_with_pictures_opens(tmp_path: Path) -> None:
    """For the audit, and in LibreOffice, which shows each in its size on the page."""
    file = tmp_path / "drawn.docx"
    file.write_bytes(drawn())
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    assert [str(each) for each in audit.validate(file).errors] == []
    if shutil.which("soffice") is None or shutil.which("pdfimages") is None:
        pytest.skip("needs LibreOffice Writer (soffice) and poppler-utils (pdfimages)")
    listing = ["pdfimages", "-list", str(converted(file, "pdf"))]
    listed = subprocess.run(listing, check=True, capture_output=True, timeout=60).stdout.decode()
    columns = [line.split() for line in listed.splitlines()[2:]]
    assert sorted((each[3], each[12], each[13]) for each in columns) == [
        ("105", "254", "254"),
        ("105", "254", "254"),
        ("300", "254", "254"),
        ("400", "254", "254"),
    ]
