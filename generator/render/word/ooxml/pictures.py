"""Pictures that stand in a line of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import SubElement

from generator.render.word.ooxml.lengths import emu
from generator.render.word.ooxml.names import R_URI, Element, R, W

_WP_URI = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A_URI = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE_URI = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_WP, _A, _PIC = f"{{{_WP_URI}}}", f"{{{_A_URI}}}", f"{{{_PIC_URI}}}"
_NAMESPACES = {"wp": _WP_URI, "a": _A_URI, "pic": _PIC_URI, "r": R_URI}


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A PNG as wide and high as it is printed, in millimetres, and what it is read aloud as.

    One with nothing to read aloud is decoration, and screen readers pass it over.
    """

    data: bytes
    width: float
    height: float
    alternative: str


def inline_picture(parent: Element, relationship: str, picture: PlacedPicture) -> None:
    """Add ``picture`` to the paragraph ``parent`` as a run of its own.

    ``relationship`` leads from the part of ``parent`` to the bytes. A paragraph whose style has
    lines of an exact height shows nothing but the foot of the picture.
    """
    size = {"cx": str(emu(picture.width)), "cy": str(emu(picture.height))}
    drawing = SubElement(SubElement(parent, f"{W}r"), f"{W}drawing")
    inline = etree.Element(f"{_WP}inline", dict.fromkeys(_DISTANCES, "0"), nsmap=_NAMESPACES)
    drawing.append(inline)
    SubElement(inline, f"{_WP}extent", size)
    _describe(SubElement(inline, f"{_WP}docPr", {"id": "0", "name": ""}), picture.alternative)
    frame = SubElement(inline, f"{_WP}cNvGraphicFramePr")
    SubElement(frame, f"{_A}graphicFrameLocks", {"noChangeAspect": "1"})
    data = SubElement(SubElement(inline, f"{_A}graphic"), f"{_A}graphicData", {"uri": _PIC_URI})
    _draw(SubElement(data, f"{_PIC}pic"), relationship, size)


_DISTANCES = ("distT", "distB", "distL", "distR")


def _describe(properties: Element, alternative: str) -> None:
    if alternative:
        properties.set("descr", alternative)
        return
    properties.set("descr", "")
    extension = SubElement(SubElement(properties, f"{_A}extLst"), f"{_A}ext")
    extension.set("uri", _DECORATIVE_EXTENSION)
    tag, names = f"{{{_DECORATIVE_URI}}}decorative", {"adec": _DECORATIVE_URI}
    extension.append(etree.Element(tag, {"val": "1"}, nsmap=names))


def _draw(parent: Element, relationship: str, size: dict[str, str]) -> None:
    properties = SubElement(parent, f"{_PIC}nvPicPr")
    SubElement(properties, f"{_PIC}cNvPr", {"id": "0", "name": ""})
    SubElement(properties, f"{_PIC}cNvPicPr")
    fill = SubElement(parent, f"{_PIC}blipFill")
    SubElement(fill, f"{_A}blip", {f"{R}embed": relationship})
    SubElement(SubElement(fill, f"{_A}stretch"), f"{_A}fillRect")
    shape = SubElement(parent, f"{_PIC}spPr")
    place = SubElement(shape, f"{_A}xfrm")
    SubElement(place, f"{_A}off", {"x": "0", "y": "0"})
    SubElement(place, f"{_A}ext", size)
    SubElement(SubElement(shape, f"{_A}prstGeom", {"prst": "rect"}), f"{_A}avLst")


def number_pictures(parts: Iterable[Element]) -> None:
    """Give all pictures of a file, whoever brought them, ids from 1 in their order, and names."""
    number = 0
    for part in parts:
        for each in part.iter(f"{_WP}docPr", f"{_PIC}cNvPr"):
            number += each.tag == f"{_WP}docPr"
            each.set("id", str(number))
            each.set("name", f"Picture {number}")
