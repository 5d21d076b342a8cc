"""What the file says of itself, in the one block of XMP that readers look at.

WeasyPrint knows one claim for a file, and puts any more in a second block, which nobody reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

_CLAIMS = "claims.xml"
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode()
_FOOT = b'\n<?xpacket end="r"?>'
_XMP = "adobe:ns:meta/"
_XML = "http://www.w3.org/XML/1998/namespace"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_BASIC = "http://ns.adobe.com/xap/1.0/"
_PDF = "http://ns.adobe.com/pdf/1.3/"
_PREFIXES: Mapping[str, str] = {
    "x": _XMP,
    "rdf": _RDF,
    "dc": _DC,
    "xmp": _BASIC,
    "pdf": _PDF,
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


def packet(metadata: Any, producer: str) -> bytes:
    """Return the metadata of a document as a packet of XMP; ``producer`` is the program."""
    for prefix, namespace in _PREFIXES.items():
        register_namespace(prefix, namespace)
    root = Element(f"{{{_XMP}}}xmpmeta")
    told = fromstring(_claims())  # noqa: S314 (a file of the program)
    SubElement(root, f"{{{_RDF}}}RDF").append(told)
    _array(told, f"{{{_DC}}}title", "Alt", [metadata.title])
    _array(told, f"{{{_DC}}}creator", "Seq", metadata.authors)
    _array(told, f"{{{_DC}}}description", "Alt", [metadata.description])
    _array(told, f"{{{_DC}}}subject", "Bag", metadata.keywords)
    _array(told, f"{{{_DC}}}language", "Bag", [metadata.lang])
    _text(told, f"{{{_DC}}}format", "application/pdf")
    _text(told, f"{{{_PDF}}}Keywords", ", ".join(metadata.keywords))
    _text(told, f"{{{_PDF}}}Producer", producer)
    _text(told, f"{{{_BASIC}}}CreateDate", metadata.created)
    _text(told, f"{{{_BASIC}}}ModifyDate", metadata.modified)
    _text(told, f"{{{_BASIC}}}MetadataDate", metadata.modified)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=False)
    return _HEAD + written + _FOOT


@cache
def _claims() -> str:
    return (files(__package__) / _CLAIMS).read_text("utf-8")


def _text(parent: Element, name: str, words: str | None) -> None:
    if words:
        SubElement(parent, name).text = words


def _array(parent: Element, name: str, kind: str, words: Sequence[str | None]) -> None:
    """Write a list of texts; one of the kind Alt has the language of the document."""
    said = [each for each in words if each]
    if not said:
        return
    array = SubElement(SubElement(parent, name), f"{{{_RDF}}}{kind}")
    for each in said:
        item = SubElement(array, f"{{{_RDF}}}li")
        item.text = each
        if kind == "Alt":
            item.set(f"{{{_XML}}}lang", "x-default")
