"""What the file says of itself: only what the letter's properties say."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.etree import SubElement

from generator.letter import Properties
from generator.render.word.ooxml.text import clean_text

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APPLICATION = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_NAMESPACES = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
_LONGEST = 255  # what Word takes for one property


def core_xml(properties: Properties, language: str) -> bytes:
    """Return the core properties: nobody's name but the authors', no time but the letter's."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=_NAMESPACES)
    stamp = f"{properties.date.isoformat()}T00:00:00Z"
    values = (
        (f"{{{_DC}}}title", _fitting([properties.title], "")),
        (f"{{{_DC}}}subject", _fitting([properties.subject], "")),
        (f"{{{_DC}}}creator", _fitting(properties.authors, "; ")),
        (f"{{{_CORE}}}keywords", _fitting(properties.keywords, ", ")),
        (f"{{{_DC}}}language", language),
        (f"{{{_CORE}}}revision", "1"),
        (f"{{{_TERMS}}}created", stamp),
        (f"{{{_TERMS}}}modified", stamp),
    )
    for tag, value in values:
        element = SubElement(root, tag)
        element.text = value
        if tag.startswith(f"{{{_TERMS}}}"):
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def application_xml() -> bytes:
    """Return the extended properties: none."""
    root = etree.Element(f"{{{_APPLICATION}}}Properties", nsmap={None: _APPLICATION})
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _fitting(values: Iterable[str], between: str) -> str:
    """Return as many of ``values`` as fit into one property."""
    made = ""
    for value in values:
        longer = f"{made}{between}{clean_text(value)}" if made else clean_text(value)[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        made = longer
    return made
