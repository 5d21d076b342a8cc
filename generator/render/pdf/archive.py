"""The variant that WeasyPrint is asked for: PDF/UA-1 and PDF/A-2a in one file."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydyf import Stream

from generator.render.pdf import metadata, tagging

VARIANT = "pdf/a-2a, pdf/ua-1"
_PROPERTIES: Mapping[str, object] = MappingProxyType(
    {"pdf_version": "1.7", "pdf_tags": True, "output_intent": "srgb"}
)
"""What WeasyPrint then does by itself; the output intent is the profile of sRGB that it ships."""

_LEVEL = 9


def teach(engine: Any) -> None:
    """Let WeasyPrint know the variant, and tag as `tagging` does."""
    engine.VARIANTS[VARIANT] = (_finish, _PROPERTIES)
    engine.add_tags = tagging.add_tags


def _finish(pdf: Any, document: Any, _: object, __: object, compress: bool) -> None:  # noqa: FBT001
    """Add the metadata, uncompressed so that any program can find it, and press the rest."""
    packet = metadata.packet(document.metadata, pdf.info["Producer"].string)
    stream = Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(stream)
    pdf.catalog["Metadata"] = stream.reference
    if compress:
        for each in pdf.objects:
            if isinstance(each, Stream) and each.compress:
                _press(each)


def _press(stream: Any) -> None:
    """Compress a stream now. Why: WeasyPrint would twice, for the identifier and for the file."""
    stream.compress = False
    written: bytes = stream.data
    plain = written[written.index(_BEGIN) + len(_BEGIN) : -len(_END)]
    stream.stream = [zlib.compress(plain, _LEVEL)]
    stream.extra["Filter"] = "/FlateDecode"


_BEGIN, _END = b"\nstream\n", b"\nendstream"
