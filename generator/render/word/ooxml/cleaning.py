"""What an office's own template carries and nobody outside may see."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import cast

from lxml import etree

from generator.render.word.ooxml.names import VAL, Element, W, is_on, local_name, remove, split

# Elements that go with all they hold, elements that go and leave what they hold,
# and attributes: editing sessions, comments, tracked changes, data and paths of the office.
_GOES = frozenset(
    split(
        "rsids rsid docVars attachedTemplate linkStyles mailMerge trackRevisions revisionView "
        "docId proofState documentProtection writeProtection attachedSchema saveThroughXslt "
        "savePreviewPicture dataBinding documentType commentRangeStart commentRangeEnd "
        "commentReference del moveFrom rPrChange pPrChange sectPrChange tblPrChange tblGridChange "
        "tcPrChange trPrChange numberingChange cellIns cellDel cellMerge moveFromRangeStart "
        "moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
        "customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd permStart permEnd "
        "proofErr lastRenderedPageBreak bookmarkStart bookmarkEnd OLEObject control altChunk "
        "subDoc contentPart sdtPr sdtEndPr smartTagPr customXmlPr"
    )
)
_OPENS = frozenset({"ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml"})
_SESSION_MARKS = ("paraId", "textId", "anchorId", "editId", "durableId")
_MARKED = etree.XPath(
    "//*[@*[starts-with(local-name(), 'rsid')"
    + "".join(f" or local-name() = '{name}'" for name in _SESSION_MARKS)
    + "]]"
)
_PICTURE_NAMES = frozenset({"docPr", "cNvPr"})
_DESCRIPTIONS = frozenset({"descr", "title", "alt"})
_PLACE = re.compile(r"[\\/]|\.\w{3,4}$")  # a path or the name of a file is no description
_OLD_PICTURES = frozenset({"shape", "imagedata", "rect", "group"})
_OLD_NAMES = frozenset({"title", "href", "ole"})  # of old pictures, in Office's own namespace
_TOUCHED = tuple(
    f"{{*}}{name}"
    for name in (*_GOES, *_OPENS, *_PICTURE_NAMES, *_OLD_PICTURES, "object", "drawing", "r")
)
_OFFICE = "{urn:schemas-microsoft-com:office:office}"


def scrub(part: Element) -> None:
    """Take out of ``part`` what tells of the office, its people and its earlier drafts."""
    for element in list(part.iter(etree.Comment, etree.ProcessingInstruction, *_TOUCHED)):
        name = local_name(element)
        if not name or name in _GOES or _is_hidden(element, name):
            _remove(element, name)
        elif name in _OPENS:
            _open(element)
        elif name == "object":
            element.tag = f"{W}pict"  # the picture of what was embedded stays
            element.attrib.clear()
        elif name in _PICTURE_NAMES:
            element.set("name", f"Picture {element.get('id', '1')}")
        if name in _PICTURE_NAMES or name in _OLD_PICTURES:
            _forget_places(element)
    for element in cast("list[Element]", _MARKED(part)):
        for attribute in list(element.attrib):
            mark = str(attribute).rpartition("}")[2]
            if mark.startswith("rsid") or mark in _SESSION_MARKS:
                del element.attrib[attribute]


def _remove(element: Element, name: str) -> None:
    """Take ``element`` away; the mark of a deleted row takes the row along."""
    parent = element.getparent()
    row = parent.getparent() if parent is not None and name == "del" else None
    if row is not None and row.tag == f"{W}tr":
        remove(row)
    remove(element)


def _forget_places(element: Element) -> None:
    """Take away descriptions of a picture that are the place it came from."""
    for attribute in list(element.attrib):
        name, value = str(attribute), str(element.get(attribute))
        described = name in _DESCRIPTIONS and _PLACE.search(value)
        if described or (name.startswith(_OFFICE) and name.removeprefix(_OFFICE) in _OLD_NAMES):
            del element.attrib[attribute]


def _is_hidden(element: Element, name: str) -> bool:
    """Return whether ``element`` is hidden text or a hidden drawing."""
    if name == "drawing":
        return any(each.get("hidden") in {"1", "true"} for each in element.iter("{*}docPr"))
    if name == "sdt":
        return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    return name == "r" and is_on(element.find(f"{W}rPr/{W}vanish"))


def _open(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def drop_hidden(story: Element, hidden: Container[str]) -> None:
    """Take out of ``story`` the text of ``hidden`` styles, and all marks of hidden text."""
    for element in list(story.iter(f"{W}r", f"{W}p")):
        kind = "r" if element.tag == f"{W}r" else "p"
        style = element.find(f"{W}{kind}Pr/{W}{kind}Style")
        if style is None or style.get(VAL) not in hidden:
            continue
        if kind == "r":
            remove(element)
        else:
            for child in list(element):
                element.remove(child)
    for mark in list(story.iter(f"{W}vanish", f"{W}specVanish", f"{W}webHidden")):
        remove(mark)
