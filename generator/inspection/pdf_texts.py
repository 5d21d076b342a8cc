"""PDF files: the text of the pages, and every string and stream of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast

import pikepdf

from generator.inspection.baggage import pdf_baggage
from generator.inspection.glyphs import keyed_strings, strings
from generator.inspection.page_texts import Reading, page_text
from generator.inspection.pieces import Piece, markup_pieces, raw_piece
from generator.inspection.texts import pieces_of

_NAME = re.compile(rb"/([^\s/<>\[\]()]+)")
_PARTS = {
    **dict.fromkeys((b"Alt", b"ActualText", b"E", b"TU"), "alternative text"),
    **dict.fromkeys((b"URI", b"Dest", b"Names", b"ID"), "links"),
    **dict.fromkeys((b"Contents", b"T", b"RC", b"Subj"), "annotations"),
    **dict.fromkeys((b"F", b"UF", b"Desc"), "attachments"),
    **dict.fromkeys((b"Title",), "bookmarks"),
}
_DRAWN_BY_LOT = re.compile(rb"[A-Z]{6}(?:\+|$)")
"""How the names of embedded fonts begin, which are made of what is in them."""
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"\1\0\4", b"%!")


def pieces(data: bytes, depth: int) -> Iterator[Piece]:
    """Yield the texts of a PDF: pages, properties, bookmarks, annotations, attachments, objects."""
    with pikepdf.open(BytesIO(data)) as pdf:
        objects = list(pdf.objects)
        streams = [each for each in objects if isinstance(each, pikepdf.Stream)]
        sources = [_source(each) for each in objects]
        info = pdf.trailer.get("/Info")
        names_used = _names(sources)
        yield from pdf_baggage(names_used, info.keys() if info is not None else ())
        if info is not None:
            yield Piece("properties", "\n".join([*info.keys(), *strings(_source(info))]))
        yield from _said(sources, names_used)
        reading = Reading()
        for page in pdf.pages:
            yield from page_text(page.obj, reading)
        names = dict(_attached(objects, sources))
        for each in streams:
            if each.objgen not in reading.streams and each.get("/Type") not in ("/XRef", "/ObjStm"):
                yield from _stream(each, names, depth)


def _source(each: Any) -> bytes:
    """Return an object as it is written, without what it refers to."""
    dictionary = each.stream_dict if isinstance(each, pikepdf.Stream) else each
    return cast("bytes", dictionary.unparse(resolved=True))


def _names(sources: list[bytes]) -> list[bytes]:
    """Return the names in the objects."""
    return sorted(set(_NAME.findall(b"\n".join(sources))))


def _said(sources: list[bytes], names: list[bytes]) -> Iterator[Piece]:
    """Yield every string and name that stands in an object."""
    having = (each for each in sources if b"(" in each or b"<" in each.replace(b"<<", b""))
    source = b"\n".join(having)
    by_part: dict[str, dict[str, None]] = {}
    for key, text in keyed_strings(source):
        by_part.setdefault(_PARTS.get(key, "objects"), {})[text] = None
    for part, texts in by_part.items():
        yield Piece(part, "\n".join(texts))
    said = b"\n".join(each for each in names if not _DRAWN_BY_LOT.match(each))
    yield Piece("objects", said.replace(b"#", b"%").decode("latin-1"), "markup")


def _attached(objects: list[Any], sources: list[bytes]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the stream of every attached file with its name."""
    for each, source in zip(objects, sources, strict=True):
        if b"/EF" in source and isinstance(each, pikepdf.Dictionary):
            for stream in each.get("/EF", pikepdf.Dictionary()).values():
                yield stream.objgen, str(each.get("/UF", each.get("/F", "")))


def _stream(stream: Any, names: dict[tuple[int, int], str], depth: int) -> Iterator[Piece]:
    """Yield what a stream holds that is no page."""
    if stream.get("/Subtype") == "/Image":
        yield raw_piece("pictures", stream.read_raw_bytes())
        return
    data = stream.read_bytes()
    if stream.objgen in names or stream.get("/Type") == "/EmbeddedFile":
        for each in pieces_of(names.get(stream.objgen, ""), data, depth=depth + 1):
            yield each.inside("attachments")
    elif stream.get("/Type") == "/Metadata":
        yield from markup_pieces("metadata", data.decode("utf-8", "replace"))
    elif data.startswith(_FONTS):
        yield raw_piece("fonts", data)
    else:
        yield Piece("streams", "\n".join(strings(data)))
        yield raw_piece("streams", data)
