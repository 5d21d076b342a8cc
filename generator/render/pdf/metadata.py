"""What the file says of itself, in the one block of XMP that readers look at.

Both claims stand there, PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), with the
description of the second that the first asks for (ISO 19005-2, 6.6.2.3.3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode()
_FOOT = b'\n<?xpacket end="r"?>'
_XMP = "adobe:ns:meta/"
_XML = "http://www.w3.org/XML/1998/namespace"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_BASIC = "http://ns.adobe.com/xap/1.0/"
_PDF = "http://ns.adobe.com/pdf/1.3/"
_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
_PREFIXES: Mapping[str, str] = {
    "x": _XMP,
    "rdf": _RDF,
    "dc": _DC,
    "xmp": _BASIC,
    "pdf": _PDF,
    "pdfaid": _PDFA,
    "pdfuaid": _PDFUA,
    "pdfaExtension": _EXTENSION,
    "pdfaSchema": _SCHEMA,
    "pdfaProperty": _PROPERTY,
}


def packet(metadata: Any, producer: str) -> bytes:
    """Return the metadata of a document as a packet of XMP; ``producer`` is the program."""
    for prefix, namespace in _PREFIXES.items():
        register_namespace(prefix, namespace)
    root = Element(f"{{{_XMP}}}xmpmeta")
    block = SubElement(root, f"{{{_RDF}}}RDF")
    told = SubElement(block, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    _claim(told)
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


def _claim(told: Element) -> None:
    """Claim both standards, and describe the words of the claim that PDF/A does not know."""
    _text(told, f"{{{_PDFA}}}part", "2")
    _text(told, f"{{{_PDFA}}}conformance", "A")
    _text(told, f"{{{_PDFUA}}}part", "1")
    schemas = SubElement(SubElement(told, f"{{{_EXTENSION}}}schemas"), f"{{{_RDF}}}Bag")
    schema = SubElement(schemas, f"{{{_RDF}}}li", {f"{{{_RDF}}}parseType": "Resource"})
    _text(schema, f"{{{_SCHEMA}}}schema", "PDF/UA Universal Accessibility Schema")
    _text(schema, f"{{{_SCHEMA}}}namespaceURI", _PDFUA)
    _text(schema, f"{{{_SCHEMA}}}prefix", "pdfuaid")
    properties = SubElement(SubElement(schema, f"{{{_SCHEMA}}}property"), f"{{{_RDF}}}Seq")
    part = SubElement(properties, f"{{{_RDF}}}li", {f"{{{_RDF}}}parseType": "Resource"})
    _text(part, f"{{{_PROPERTY}}}name", "part")
    _text(part, f"{{{_PROPERTY}}}valueType", "Integer")
    _text(part, f"{{{_PROPERTY}}}category", "internal")
    _text(part, f"{{{_PROPERTY}}}description", "Indicates which part of ISO 14289 is followed")


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
