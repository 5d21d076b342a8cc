"""The variant that WeasyPrint is asked for: PDF/UA-1 and PDF/A-2a in one file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pydyf import Array, Dictionary, Stream, String

from generator.render.pdf import metadata, tagging
from generator.render.pdf.drawing import without_empty_spaces

_VARIANT = "pdf/a-2a, pdf/ua-1"
_PROPERTIES: Mapping[str, object] = MappingProxyType({"pdf_version": "1.7", "pdf_tags": True})
"""What WeasyPrint then does by itself. It would add the profile of colours too, but leaves the
file of that open."""

_COLOURS = "sRGB2014.icc"
"""The profile of the colours of the web, of the International Color Consortium."""

_CHARACTERS = b"/CIDInit"
"""How the list of the characters of a font begins."""
_NO_CHARACTER, _INVISIBLE = b"> <>", b"> <2060>"
"""Every glyph needs a character (ISO 19005-2, 6.2.11.7.2), and in Arabic some are a part of one:
the rest of it then has an invisible one."""

_LEVEL = 9


def write(engine: Any, document: Any, identifier: str, once: Iterable[str]) -> bytes:
    """Return the file of a document that ``engine``, the writing part of WeasyPrint, laid out.

    ``identifier`` is that of the file (ISO 32000-1, 14.4); ``once`` are the lines of the margins
    that are read aloud, once each.
    """
    engine.VARIANTS[_VARIANT] = (_finish, _PROPERTIES)
    engine.add_tags = partial(tagging.add_tags, tuple(once))
    written: bytes = document.write_pdf(pdf_variant=_VARIANT, pdf_identifier=identifier.encode())
    return written


def _finish(pdf: Any, document: Any, pages: Any, _: object, __: object) -> None:
    """Add the metadata, uncompressed so that any program can find it, and press the rest."""
    pdf.catalog["OutputIntents"] = Array([_output_intent(pdf)])
    packet = metadata.packet(document.metadata, pdf.info["Producer"].string)
    stream = Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
    for each in pdf.objects:
        if isinstance(each, Stream) and each.compress:
            plain = _plain(each)
            if each in pages:
                plain = without_empty_spaces(plain)
            elif plain.startswith(_CHARACTERS):
                plain = plain.replace(_NO_CHARACTER, _INVISIBLE)
            _press(each, plain)


def _output_intent(pdf: Any) -> Any:
    """Return which colours the numbers mean (ISO 19005-2, 6.2.3)."""
    profile = Stream([_profile()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    name = String(_COLOURS.partition(".")[0])
    said = {"OutputConditionIdentifier": name, "Info": name, "DestOutputProfile": profile.reference}
    return Dictionary({"Type": "/OutputIntent", "S": "/GTS_PDFA1", **said})


@cache
def _profile() -> bytes:
    """Return the profile of colours, which comes with WeasyPrint."""
    return (files("weasyprint.pdf") / _COLOURS).read_bytes()


def _plain(stream: Any) -> bytes:
    """Return what is in a stream."""
    stream.compress = False
    written: bytes = stream.data
    return written[written.index(_BEGIN) + len(_BEGIN) : -len(_END)]


def _press(stream: Any, plain: bytes) -> None:
    """Compress a stream now. Why: WeasyPrint would twice, for the identifier and for the file."""
    stream.stream = [zlib.compress(plain, _LEVEL)]
    stream.extra["Filter"] = "/FlateDecode"


_BEGIN, _END = b"\nstream\n", b"\nendstream"
