"""What the strings and the glyph numbers of a PDF stand for (ISO 32000-1, 7.3.4, 9.7 and 9.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pikepdf import Stream

STRING = rb"<(?!<)[0-9a-fA-F\s]*+>|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+\)"

_STRING = re.compile(STRING, re.DOTALL)
_KEY = re.compile(rb"/([A-Za-z]+)\s*\[?\s*\Z")
_LONGEST_KEY = 40
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9a-fA-F\s]*)>|(\[|\])")
_WIDTHS = re.compile(rb"(\d+)\s*\[([^\]]*)\]|(\d+)\s+(\d+)\s+([\d.]+)")
_USUAL_WIDTH = 1000.0


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a page: how its glyph numbers are written, and what each stands for.

    ``coding`` reads glyph numbers as characters, so that one glyph is one character.
    ``widths``: the source of the table of widths.
    """

    coding: str
    texts: Mapping[int, str]
    widths: bytes

    def shown(self, glyphs: str) -> str:
        """Return what a reader sees of glyphs."""
        return glyphs.translate(self.texts)

    def width(self, glyphs: str) -> float:
        """Return how wide glyphs are together, in thousandths of the font's size."""
        widths = _widths(self.widths)
        return sum([widths.get(glyph, _USUAL_WIDTH) for glyph in glyphs])


def bytes_of(string: bytes) -> bytes:
    """Return the bytes that a string stands for, literal or hexadecimal."""
    if string.startswith(b"<"):
        digits = b"".join(string[1:-1].split()).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    if b"\\" not in string:
        return string[1:-1]
    return _ESCAPE.sub(_unescaped, string[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 0xFF])
    return b"" if code.endswith(b"\n") else _ESCAPED.get(code, code)


def strings(source: bytes) -> Iterator[str]:
    """Yield every string in the source of objects, as a reader shows it."""
    return (text for _, text in keyed_strings(source))


def keyed_strings(source: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield every string in the source of objects with the key before it, if there is one."""
    for match in _STRING.finditer(source):
        at = match.start()
        key = _KEY.search(source, max(0, at - _LONGEST_KEY), at)
        yield key[1] if key else b"", _shown(bytes_of(match[0]))


def _shown(data: bytes) -> str:
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def font_of(font: Any, read: set[tuple[int, int]]) -> Font:
    """Return a font of a page; ``read`` learns which stream was read for it."""
    composite = font.get("/Subtype") == "/Type0"
    table = font.get("/ToUnicode")
    texts: dict[int, str] = {}
    if isinstance(table, Stream):
        read.add(table.objgen)
        texts = dict(_mapped(table.read_bytes()))
    widths = font["/DescendantFonts"][0].get("/W") if composite else None
    return Font(
        "utf-16-be" if composite else "latin-1",
        texts,
        widths.unparse(resolved=True) if widths is not None else b"",
    )


def _mapped(table: bytes) -> Iterator[tuple[int, str]]:
    """Yield what each glyph number stands for."""
    for kind, section in _SECTION.findall(table):
        found = _TOKEN.findall(section)
        tokens = [(b"".join(text.split()).lower() or sign).decode() for text, sign in found]
        if kind == b"bfchar":
            pairs = zip(tokens[::2], tokens[1::2], strict=False)
            yield from ((int(code, 16), _unicode(text)) for code, text in pairs)
        else:
            yield from _ranges(tokens)


def _ranges(tokens: list[str]) -> Iterator[tuple[int, str]]:
    """Yield what the glyph numbers of ranges stand for: a row of characters, or a list."""
    rest = iter(tokens)
    for first in rest:
        last, start = next(rest), next(rest)
        codes = range(int(first, 16), int(last, 16) + 1)
        if start == "[":
            yield from ((code, _unicode(next(rest))) for code in codes)
            next(rest)
        else:
            rows = (f"{int(start, 16) + at:0{len(start)}x}" for at in range(len(codes)))
            yield from zip(codes, map(_unicode, rows), strict=True)


def _unicode(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


@lru_cache(maxsize=32)
def _widths(source: bytes) -> Mapping[str, float]:
    """Return the widths of glyphs by their numbers."""
    found: dict[str, float] = {}
    for start, row, first, last, width in _WIDTHS.findall(source.strip()[1:-1]):
        if start:
            row_of = enumerate(row.split(), int(start))
            found.update((chr(code), float(each)) for code, each in row_of)
        else:
            codes = range(int(first), int(last) + 1)
            found.update((chr(code), float(width)) for code in codes)
    return found
