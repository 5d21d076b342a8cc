"""What an office's own template carries and nobody outside may see."""

from __future__ import annotations

from collections.abc import Container

from generator.render.word.ooxml.names import VAL, Element, R, W, local_name, remove, split

# Elements that go with all they hold, elements that go and leave what they hold,
# and attributes: editing sessions, comments, tracked changes, data and paths of the office.
_GOES = frozenset(
    split(
        "rsids rsid docVars attachedTemplate linkStyles mailMerge trackRevisions revisionView "
        "docId proofState documentProtection writeProtection attachedSchema saveThroughXslt "
        "savePreviewPicture dataBinding documentType commentRangeStart commentRangeEnd "
        "commentReference del moveFrom rPrChange pPrChange sectPrChange tblPrChange tblGridChange "
        "tcPrChange trPrChange numberingChange cellIns cellDel cellMerge"
    )
)
_OPENS = frozenset({"ins", "moveTo"})
_SESSION_MARKS = frozenset({"paraId", "textId"})
_PICTURE_NAMES = frozenset({"docPr", "cNvPr"})


def scrub(part: Element) -> None:
    """Take out of ``part`` what tells of the office, its people and its earlier drafts."""
    for element in list(part.iter()):
        name = local_name(element)
        if not name or name in _GOES or _is_hidden(element, name):
            remove(element)
        elif name in _OPENS:
            _open(element)
        elif name in _PICTURE_NAMES:
            element.set("name", f"Picture {element.get('id', '1')}")
        for attribute in list(element.attrib):
            mark = str(attribute).rpartition("}")[2]
            if mark.startswith("rsid") or mark in _SESSION_MARKS:
                del element.attrib[attribute]


def _is_hidden(element: Element, name: str) -> bool:
    """Return whether ``element`` is a run of hidden text."""
    if name != "r":
        return False
    hidden = element.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(VAL, "1") not in {"0", "false", "off"}


def _open(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def drop_references(part: Element, relationships: Container[str]) -> None:
    """Take away what leans on a relationship that is gone: its run, or the element itself."""
    for element in list(part.iter()):
        leans = any(
            str(name).startswith(R) and value in relationships
            for name, value in element.attrib.items()
        )
        if leans:
            run = next(element.iterancestors(f"{W}r"), element)
            remove(run)
