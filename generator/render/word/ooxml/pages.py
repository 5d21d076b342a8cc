"""The section: its page, its margins, its headers and footers."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.render.word.ooxml.names import (
    AFTER_BIDI,
    R_ID,
    VAL,
    Element,
    W,
    below,
    insert,
    is_on,
    remove,
    root,
    split,
)

_UNPRINTED = 240
_AFTER_TITLE_PAGE = split("textDirection bidi rtlGutter docGrid printerSettings")
_AFTER_MARGINS = (
    *split("paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg"),
    *_AFTER_TITLE_PAGE,
)


def is_document(document: Element) -> bool:
    """Return whether ``document`` is the main part of a Word file."""
    return document.tag == f"{W}document" and document.find(f"{W}body") is not None


def section_of(document: Element) -> Element:
    """Return the last section of ``document``, taken out of it; a new one if it has none."""
    section = document.find(f"{W}body/{W}sectPr")
    if section is None:
        return root("sectPr")
    remove(section)
    return section


def body_of(document: Element) -> Element:
    """Return the body of ``document``, emptied of what the template says in it."""
    for other in list(document):
        document.remove(other)
    return etree.SubElement(document, f"{W}body")


def stories(section: Element) -> dict[tuple[str, str], str]:
    """Return the relationships of the headers and footers by their kind and their pages."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("header", "footer"):
        for reference in section.iterfind(f"{W}{kind}Reference"):
            found[kind, reference.get(f"{W}type", "default")] = str(reference.get(R_ID))
    return found


def has_own_first_page(section: Element) -> bool:
    """Return whether the first page has a header and footer of its own."""
    return is_on(section.find(f"{W}titlePg"))


def set_stories(section: Element, relationships: Mapping[tuple[str, str], str]) -> None:
    """Give ``section`` these headers and footers, with a first page of its own."""
    for kind in ("header", "footer"):
        for reference in list(section.iterfind(f"{W}{kind}Reference")):
            section.remove(reference)
    for place, ((kind, pages), relationship) in enumerate(relationships.items()):
        attributes = {f"{W}type": pages, R_ID: relationship}
        section.insert(place, etree.Element(f"{W}{kind}Reference", attributes))
    if not has_own_first_page(section):
        for off in list(section.iterfind(f"{W}titlePg")):
            section.remove(off)
        insert(section, etree.Element(f"{W}titlePg"), _AFTER_TITLE_PAGE)


def says_nothing(story: Element) -> bool:
    """Return whether a header or footer has neither a word nor a picture."""
    return all(each.tag == f"{W}p" and _is_empty(each) for each in story)


def clear_story(story: Element) -> None:
    """Empty a header or footer that says nothing; one with a word or a picture stays."""
    if says_nothing(story):
        for each in list(story):
            story.remove(each)


def _is_empty(line: Element) -> bool:
    """Return whether ``line`` has no run, or only runs that hold nothing."""
    shown = (each for each in line if each.tag != f"{W}pPr")
    return all(each.tag == f"{W}r" and all(_is_look(inner) for inner in each) for each in shown)


def _is_look(element: Element) -> bool:
    return element.tag == f"{W}rPr"


def hold_direction(story: Element) -> None:
    """Let the lines of a letterhead run as they did, in a letter that runs from right to left."""
    for line in story.iter(f"{W}p"):
        properties = below(line, "pPr", first=True)
        if properties.find(f"{W}bidi") is None:
            insert(properties, etree.Element(f"{W}bidi", {VAL: "0"}), AFTER_BIDI)


def set_page(
    section: Element, size: tuple[int, int] | None, margins: Mapping[str, int], *, rtl: bool
) -> None:
    """Set what is given of the page's size and margins, in twentieths of a point."""
    if size is not None:
        page = _in_section(section, "pgSz")
        page.attrib.clear()
        page.attrib.update({f"{W}w": str(size[0]), f"{W}h": str(size[1])})
    page = _in_section(section, "pgMar")
    for name in ("top", "right", "bottom", "left", "header", "footer", "gutter"):
        if name in margins or page.get(f"{W}{name}") is None:
            page.set(f"{W}{name}", str(margins.get(name, 0)))
    if rtl and section.find(f"{W}bidi") is None:
        insert(section, etree.Element(f"{W}bidi"), ("rtlGutter", "docGrid", "printerSettings"))


def keep_lines_in_margins(section: Element, room: int) -> None:
    """Move the lines at head and foot outwards where a margin has no ``room`` for them.

    Why: what has no room in the margin pushes the text. No printer reaches the last 4 mm.
    """
    page = _in_section(section, "pgMar")
    for edge, lines in (("top", "header"), ("bottom", "footer")):
        most = int(page.get(f"{W}{edge}", "0")) - room
        distance = int(page.get(f"{W}{lines}", "0"))
        page.set(f"{W}{lines}", str(max(min(distance, most), min(distance, _UNPRINTED))))


def text_width(section: Element) -> int:
    """Return how wide the text is, in twentieths of a point."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return 9072
    edges = sum(int(margins.get(f"{W}{edge}", "0")) for edge in ("left", "right"))
    return int(size.get(f"{W}w", "11906")) - edges


def _in_section(section: Element, name: str) -> Element:
    found = section.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        insert(section, found, _AFTER_MARGINS if name == "pgMar" else ("pgMar", *_AFTER_MARGINS))
    return found
