"""The brand in Word: its colours in the styles, logos and contacts on the first page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from docx.opc.part import XmlPart

from generator.letter import Colours
from generator.letter.brand import OWN_COLOURS
from generator.render.letterhead import Band, Placed
from generator.render.word.ooxml import text as ooxml
from generator.render.word.ooxml.colours import set_colours
from generator.render.word.ooxml.lengths import twentieths
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.pictures import PlacedPicture
from generator.render.word.ooxml.text import Look
from generator.render.word.package import WordPackage, root_of
from generator.render.word.rasters import png_of
from generator.render.word.stylebook import PARAGRAPH, TABLE, StyleBook
from generator.render.word.writing import write_text


def colour_styles(package: WordPackage, colours: Colours) -> None:
    """Put ``colours`` in the place of the program's own, which the styles it brings have."""
    own, wanted = asdict(OWN_COLOURS), asdict(colours)
    changed = {own[name][1:].upper(): wanted[name][1:].upper() for name in own}
    if own != wanted:
        set_colours(package.styles, changed)
        set_colours(package.numbering, changed)


def write_logos(
    part: XmlPart, band: Band, package: WordPackage, styles: StyleBook, look: Look
) -> None:
    """Write the logos at the head of a page, in a table without lines."""
    story = root_of(part)
    columns = max(map(len, band.rows))
    widths = [twentieths(band.rows[0][0].cell)] * columns
    style = styles.first(TABLE, ("Logo Columns", "Notice Columns"))
    table = ooxml.table(story, style, widths, header=False, rtl=look.rtl)
    for placed in band.rows:
        row = ooxml.row(table)
        for width, each in zip(widths, _filled(placed, columns), strict=True):
            name = styles.first(PARAGRAPH, ("Logo", "Picture", "Header"))
            cell = ooxml.cell(row, width)
            ooxml.centre(cell)
            line = ooxml.paragraph(cell, name, rtl=look.rtl)
            if each:
                package.draw(line, part, _picture(each))
    ooxml.paragraph(story, styles.first(PARAGRAPH, ("Table After", "Header")), rtl=look.rtl)


def _filled(row: tuple[Placed, ...], columns: int) -> Iterator[Placed | None]:
    yield from row
    yield from [None] * (columns - len(row))


def _picture(placed: Placed) -> PlacedPicture:
    logo = placed.logo
    drawn = logo.media_type == "image/svg+xml"
    data = png_of(logo.data, placed.width) if drawn else logo.data
    return PlacedPicture(data, placed.width, placed.height, logo.alt)


def write_contacts(story: Element, lines: Iterable[str], styles: StyleBook, look: Look) -> None:
    """Write the lines of contacts at the foot of a page."""
    style = styles.first(PARAGRAPH, ("Contacts", "Notice", "Footer"))
    for number, line in enumerate(lines):
        if number == 0:
            above = styles.first(PARAGRAPH, ("Table After", "Footer"))
            ooxml.paragraph(story, above, rtl=look.rtl)
        write_text(ooxml.paragraph(story, style, rtl=look.rtl), line, look)
