"""What in a part leans on its relationships."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from typing import cast

from lxml import etree

from generator.render.word.ooxml.names import R_URI, Element, R, W, local_name, remove

_LINKS = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
_BESIDE = frozenset({f"{R}link", f"{R}href"})  # the place of a picture whose bytes are there too

_REFERENCES = etree.XPath(f"//@*[namespace-uri() = '{R_URI}']")
_BYTES = frozenset({f"{R}embed", f"{R}id"})


def references(part: Element) -> frozenset[str]:
    """Return the ids of the relationships that ``part`` leans on."""
    return frozenset(map(str, cast("list[str]", _REFERENCES(part))))


def drop_references(part: Element, relationships: Collection[str]) -> None:
    """Take away what leans on a relationship that is gone.

    Of a link its words stay, of a picture that is also there its bytes; all else goes with its run.
    """
    for element in list(part.iter()) if relationships else ():
        for attribute in _leaning(element, relationships):
            if attribute in _BESIDE and _BYTES & set(map(str, element.attrib)):
                del element.attrib[attribute]
            else:
                _drop(element)


def _leaning(element: Element, relationships: Container[str]) -> Iterator[str]:
    for name, value in list(element.attrib.items()):
        if str(name).startswith(R) and value in relationships:
            yield str(name)


def _drop(element: Element) -> None:
    name, parent = local_name(element), element.getparent()
    if name == "hyperlink" and parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
    elif name in _LINKS:
        remove(element)
    elif name == "svgBlip" and parent is not None:
        remove(parent)
    else:
        remove(next(element.iterancestors(f"{W}r"), element))
