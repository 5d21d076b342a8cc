"""Paragraphs, runs, notes and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import SubElement

from generator.render.word.ooxml.names import R_ID, VAL, Element, W, language_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What no XML file may hold, and what is an element of its own in a run.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile("[\t\n\u00ad]|[^\t\n\u00ad]+")
_MARKS = {"\t": f"{W}tab", "\n": f"{W}br", "\u00ad": f"{W}softHyphen"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks and is read: its character style, its language, its direction.

    ``east`` says that quotation marks and dashes in it are as wide as a character.
    """

    style: str | None = None
    language: str | None = None
    rtl: bool = False
    east: bool = False


def clean_text(text: str) -> str:
    """Return ``text`` without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def paragraph(
    parent: Element, style: str, number: tuple[int, int] | None = None, *, rtl: bool = False
) -> Element:
    """Add a paragraph; ``number`` is the numbering it counts in and the level there.

    From right to left, its mark is so too: the number of a list entry follows the mark.
    """
    made = SubElement(parent, f"{W}p")
    properties = SubElement(made, f"{W}pPr")
    SubElement(properties, f"{W}pStyle", {VAL: style})
    if number is not None:
        numbering = SubElement(properties, f"{W}numPr")
        SubElement(numbering, f"{W}ilvl", {VAL: str(number[1])})
        SubElement(numbering, f"{W}numId", {VAL: str(number[0])})
    if rtl:
        SubElement(properties, f"{W}bidi")
        SubElement(SubElement(properties, f"{W}rPr"), f"{W}rtl")
    return made


def _run(parent: Element, look: Look) -> Element:
    made = SubElement(parent, f"{W}r")
    if look != Look():
        properties = SubElement(made, f"{W}rPr")
        if look.style:
            SubElement(properties, f"{W}rStyle", {VAL: look.style})
        if look.east:
            SubElement(properties, f"{W}rFonts", {f"{W}hint": "eastAsia"})
        if look.rtl:
            SubElement(properties, f"{W}rtl")
        if look.language:
            SubElement(properties, f"{W}lang", language_of(look.language, rtl=look.rtl))
    return made


def text(parent: Element, words: str, look: Look) -> None:
    """Add ``words`` as one run, every space kept."""
    made = _run(parent, look)
    for piece in _PIECES.findall(clean_text(words)):
        if piece in _MARKS:
            SubElement(made, _MARKS[piece])
        else:
            SubElement(made, f"{W}t", {_SPACE: "preserve"}).text = piece


def line_break(parent: Element, look: Look) -> None:
    """Add a new line inside the paragraph."""
    SubElement(_run(parent, look), f"{W}br")


def field(parent: Element, instruction: str, shown: str, look: Look) -> None:
    """Add a field that Word fills in; ``shown`` stands there until it does."""
    made = SubElement(parent, f"{W}fldSimple", {f"{W}instr": f" {instruction} "})
    text(made, shown, look)


def hyperlink(parent: Element, relationship: str) -> Element:
    """Add a link and return the element its runs go into."""
    return SubElement(parent, f"{W}hyperlink", {R_ID: relationship, f"{W}history": "1"})


def note_call(parent: Element, number: int, look: Look, bookmark: str | None) -> None:
    """Add the raised number that calls note ``number``, in a bookmark if it is referred to."""
    if bookmark is not None:
        identity = {f"{W}id": str(number), f"{W}name": bookmark}
        SubElement(parent, f"{W}bookmarkStart", identity)
    SubElement(_run(parent, look), f"{W}footnoteReference", {f"{W}id": str(number)})
    if bookmark is not None:
        SubElement(parent, f"{W}bookmarkEnd", {f"{W}id": str(number)})


def note(parent: Element, number: int, style: str, mark: Look) -> Element:
    """Add note ``number`` with its mark and a tab; return the paragraph for its words."""
    made = SubElement(parent, f"{W}footnote", {f"{W}id": str(number)})
    line = paragraph(made, style, rtl=mark.rtl)
    SubElement(_run(line, mark), f"{W}footnoteRef")
    SubElement(_run(line, Look(rtl=mark.rtl)), f"{W}tab")
    return line


def table(
    parent: Element, style: str, widths: Iterable[int], *, header: bool, rtl: bool
) -> Element:
    """Add a table as wide as the text, with columns of ``widths`` twentieths of a point."""
    made = SubElement(parent, f"{W}tbl")
    properties = SubElement(made, f"{W}tblPr")
    SubElement(properties, f"{W}tblStyle", {VAL: style})
    if rtl:
        SubElement(properties, f"{W}bidiVisual")
    SubElement(properties, f"{W}tblW", {f"{W}w": "5000", f"{W}type": "pct"})
    shows = {VAL: "0020" if header else "0000", f"{W}firstRow": str(int(header))}
    shows |= {f"{W}{name}": "0" for name in ("lastRow", "firstColumn", "lastColumn")}
    SubElement(properties, f"{W}tblLook", shows | {f"{W}noHBand": "1", f"{W}noVBand": "1"})
    grid = SubElement(made, f"{W}tblGrid")
    for width in widths:
        SubElement(grid, f"{W}gridCol", {f"{W}w": str(width)})
    return made


def describe_table(table: Element, title: str, description: str) -> None:
    """Say what ``table`` is about, and what is in it, to who cannot see it."""
    properties = table.find(f"{W}tblPr")
    for name, words in (("tblCaption", title), ("tblDescription", description)):
        if words and properties is not None:
            SubElement(properties, f"{W}{name}", {VAL: clean_text(words)})


def row(parent: Element, *, header: bool = False, whole: bool = True) -> Element:
    """Add a row; a ``whole`` one does not break, a header row repeats on each page."""
    made = SubElement(parent, f"{W}tr")
    properties = SubElement(made, f"{W}trPr")
    if whole:
        SubElement(properties, f"{W}cantSplit")
    if header:
        SubElement(properties, f"{W}tblHeader")
    return made


def cell(parent: Element, width: int) -> Element:
    """Add a cell and return it, for its paragraphs."""
    made = SubElement(parent, f"{W}tc")
    properties = SubElement(made, f"{W}tcPr")
    SubElement(properties, f"{W}tcW", {f"{W}w": str(width), f"{W}type": "dxa"})
    return made


def centre(cell: Element) -> None:
    """Let what stands in ``cell`` stand in the middle of its row's height."""
    properties = cell.find(f"{W}tcPr")
    if properties is not None:
        SubElement(properties, f"{W}vAlign", {VAL: "center"})
