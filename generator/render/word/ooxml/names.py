"""The namespaces of Word's XML, and what keeps its elements in the order Word asks for."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element

Element = _Element

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_URI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{W_URI}}}"
R = f"{{{R_URI}}}"
R_ID = f"{R}id"
VAL = f"{W}val"
_NAMESPACES = {"w": W_URI, "r": R_URI}
_EAST_ASIAN = ("zh", "ja", "ko")


def root(tag: str) -> Element:
    """Return the empty root element of a part."""
    return etree.Element(f"{W}{tag}", nsmap=_NAMESPACES)


def parse(data: bytes) -> Element:
    """Return the root element of the part ``data``; entities are not resolved."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def local_name(element: Element) -> str:
    """Return the name of ``element`` without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_east_asian(tag: str) -> bool:
    """Say whether Word counts the language ``tag`` among the East Asian ones."""
    return tag.startswith(_EAST_ASIAN)


def language_of(tag: str, *, rtl: bool) -> dict[str, str]:
    """Return the attributes that name the language ``tag`` for its script."""
    if rtl:
        return {f"{W}bidi": tag}
    if is_east_asian(tag):
        return {f"{W}eastAsia": tag}
    return {VAL: tag}


def insert(parent: Element, made: Element, successors: Iterable[str]) -> None:
    """Put ``made`` before the first of its possible successors, else at the end."""
    names = frozenset(successors)
    for place, each in enumerate(parent):
        if local_name(each) in names:
            parent.insert(place, made)
            return
    parent.append(made)


def below(parent: Element, name: str, *, first: bool = False) -> Element:
    """Return the child ``name`` of ``parent``, made if it is not there."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def remove(element: Element) -> None:
    """Take ``element`` out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def split(names: str) -> tuple[str, ...]:
    """Return the names that a line of them holds."""
    return tuple(names.split())


def is_on(switch: Element | None) -> bool:
    """Return whether a property that is on by being there is on."""
    return switch is not None and switch.get(VAL, "1") not in {"0", "false", "off"}


AFTER_BIDI = split(
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)
"""What stands after ``w:bidi`` among the properties of a paragraph."""
