"""Word files: every part of the package, with the runs of a paragraph joined."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from generator.inspection.baggage import word_baggage
from generator.inspection.pieces import Piece, raw_piece
from generator.inspection.texts import pieces_of

_READ = frozenset(
    {"descr", "title", "name", "author", "initials", "Target", "instr", "alt", "string", "tooltip"}
    | {"displayName", "caption", "userId", "anchor", "tag", "alias"}
)
_PARTS = {
    "comments": "comments",
    "people": "comments",
    "footnotes": "notes",
    "endnotes": "notes",
    "header": "page lines",
    "footer": "page lines",
    "docProps": "properties",
    "customXml": "custom XML",
    "embeddings": "embedded objects",
    "media": "pictures",
    "_rels": "links",
}
_FOREIGN = frozenset({"custom XML", "comments"})
"""What no letter has: whatever stands there was written by somebody."""
_SHAPING = ("styles", "theme", "fontTable", "numbering", "webSettings", "Content_Types")
_STORY = "wordprocessingml"
_REMARK = re.compile(r"<!--(.*?)-->|<\?(?!xml )(.*?)\?>", re.DOTALL)
_BREAK = re.compile(r"<(?:/?\w+:p|\w+:(?:br|cr|tab|txbxContent))(?=[\s/>])[^>]*>")
_HYPHEN = re.compile(r"<\w+:noBreakHyphen\s*/>")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def pieces(data: bytes, depth: int) -> Iterator[Piece]:
    """Yield the texts of a package: of its names, its remark, and each of its parts."""
    with ZipFile(BytesIO(data)) as package:
        yield Piece("package", "\n".join([*package.namelist(), package.comment.decode("latin-1")]))
        for member in package.infolist():
            yield raw_piece("package", member.extra)
            content = package.read(member)
            if member.filename.endswith((".xml", ".rels")):
                shaping = any(key in member.filename for key in _SHAPING)
                read = _shape if shaping else _xml_part
                yield from read(member.filename, content)
            else:
                yield from word_baggage(member.filename, "")
                for each in pieces_of(member.filename, content, depth=depth + 1):
                    yield each.inside(_part(member.filename))


def _xml_part(name: str, content: bytes) -> tuple[Piece, ...]:
    """Return what an XML part says and carries."""
    source = _decoded(content)
    tags = set(_TAG.findall(source))
    shaping = any(key in name for key in _SHAPING)
    said = _xml(_part(name), source, tags, shaping=shaping)
    return (*said, *word_baggage(name, "".join(tags)))


_shape = lru_cache(maxsize=32)(_xml_part)
"""The same for what a template gives to every letter: read once."""


def _part(name: str) -> str:
    """Return what a part of the package is called."""
    return next((word for key, word in _PARTS.items() if key in name), "text")


def _decoded(content: bytes) -> str:
    """Return the characters of an XML part, which may be in one of two encodings."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if wide else "utf-8-sig", "replace")


def _xml(part: str, source: str, tags: set[str], *, shaping: bool) -> Iterator[Piece]:
    """Yield the text of a part, by paragraphs where it has any, its remarks and attributes."""
    for match in _REMARK.finditer(source):
        yield Piece(part, html.unescape(match[1] or match[2] or ""))
    source = _REMARK.sub("", source).replace("<![CDATA[", "").replace("]]>", "")
    read: dict[str, None] = {}
    shapes: dict[str, None] = {}
    for tag in tags:
        for name, value, other in _ATTRIBUTE.findall(tag):
            (read if name in _READ or part in _FOREIGN else shapes)[value or other] = None
    between = "" if _STORY in source[:4000] else "\n"
    text = _TAG.sub(between, _BREAK.sub("\n", _HYPHEN.sub("\u2011", source)))
    yield Piece(part, html.unescape(text), "markup" if shaping else "text")
    described = "alternative text" if part == "text" else part
    yield Piece(described, html.unescape("\n".join(read)), "markup" if shaping else "text")
    yield Piece(part, html.unescape("\n".join(shapes)), "markup")
