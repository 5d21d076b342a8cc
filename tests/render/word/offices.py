"""Word templates as offices have them: made with python-docx, and saved by LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt

from tests.support.office import converted_all
from tests.support.pngs import chunk, png

FIRST_HEAD = "Office for Rights, Exampleville"
HEAD = "Office for Rights"
FIRST_FOOT = "IBAN XX00 1234"
FOOT = "www.example.org"
LOGO = png(400, 200, b"\x1f:_")


def office_template(*, styles: bool = True, first_page: bool = True) -> bytes:
    """Return a template with a letterhead: a logo and a name on the first page, a name after it.

    Without ``styles`` it has only those that python-docx brings.
    """
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin, section.right_margin = Mm(45), Mm(30), Mm(20)
    section.footer_distance = Mm(20)
    section.different_first_page_header_footer = first_page
    head = section.first_page_header if first_page else section.header
    line = head.paragraphs[0]
    drawn = png(400, 200, b"\x1f:_", more=chunk(b"tEXt", b"Author\0Zoe"))
    line.add_run().add_picture(BytesIO(drawn), width=Mm(40))
    line.add_run(FIRST_HEAD)
    foot = section.first_page_footer if first_page else section.footer
    foot.paragraphs[0].text = FIRST_FOOT
    if first_page:
        section.header.paragraphs[0].text = HEAD
        section.footer.paragraphs[0].text = FOOT
    made.add_paragraph("Old words of Zoe")
    made.core_properties.author = "Zoe Doe"
    if styles:
        made.styles.add_style(
            "Footnote Text", WD_STYLE_TYPE.PARAGRAPH, builtin=True
        ).font.size = Pt(9)
        call = made.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        call.font.superscript = True
        made.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
        made.styles.add_style("Brief Table", WD_STYLE_TYPE.TABLE)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def saved_by_libreoffice(files: Mapping[str, bytes], folder: Path) -> Mapping[str, bytes]:
    """Return Word files as LibreOffice saves them."""
    sources = [folder / f"{name}.docx" for name in files]
    for source, data in zip(sources, files.values(), strict=True):
        source.write_bytes(data)
    saved = converted_all(sources, "docx:MS Word 2007 XML", folder / "saved")
    return {each.stem: each.read_bytes() for each in saved}


def edited(
    data: bytes,
    edits: Mapping[str, Callable[[str], str]],
    added: Mapping[str, bytes] = {},
) -> bytes:
    """Return a Word file with some of its parts edited and others added."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, edits[name](part.decode()) if name in edits else part)
        for name, content in added.items():
            archive.writestr(name, content)
    return made.getvalue()


def of_kind(data: bytes, main: str) -> bytes:
    """Return a Word file whose main part says that it is a document of another kind."""
    old = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    def change(types: str) -> str:
        assert old in types
        return types.replace(old, main)

    return edited(data, {"[Content_Types].xml": change})


def after(mark: str, new: str) -> Callable[[str], str]:
    """Return an edit that puts ``new`` after the first match of ``mark``, which must be there."""

    def edit(part: str) -> str:
        found = re.search(mark, part)
        assert found
        return part[: found.end()] + new + part[found.end() :]

    return edit
