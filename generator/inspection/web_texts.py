"""HTML, XML and Markdown: what is read, and what is hidden in attributes and comments."""

from __future__ import annotations

import html
import re
from base64 import b64decode
from collections.abc import Iterator

from generator.inspection.pieces import Piece
from generator.inspection.texts import pieces_of

_CARRIED = re.compile(r"data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=]+)")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_STYLE = re.compile(r"<(style|script)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_FONTS = re.compile(r"[\w-]*(?:family|src)\s*:[^;}]*", re.IGNORECASE)
_SAID = re.compile(r"""/\*(.*?)\*/|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'""", re.DOTALL)
_CODE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_TAG = re.compile(r"""<[!?/]?[A-Za-z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]*)>")
"""A link that shows its address, as Markdown writes it (CommonMark 0.31.2, 6.5)."""
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_SHAPING = frozenset({"class", "style", "xmlns", "rel", "role", "type", "charset", "lang", "dir"})


def pieces(data: bytes, depth: int) -> Iterator[Piece]:
    """Yield the texts of a page or of a plain text, and of the files in its addresses."""
    source = data.decode("utf-8-sig", "replace")
    for match in _COMMENT.finditer(source):
        yield Piece("comments", html.unescape(match[1]))
    source = _COMMENT.sub(" ", source)
    for match in _STYLE.finditer(source):
        yield Piece("styles", match[2], "markup")
        yield Piece("styles", "\n".join(_said(match[2])))
    source = _STYLE.sub(" ", source)
    for carried in dict.fromkeys(_CARRIED.findall(source)):
        for each in pieces_of("", b64decode(carried), depth=depth + 1):
            yield each.inside("pictures")
    source = _ADDRESS.sub(r"\1", _CARRIED.sub("data:", source))
    read: list[str] = []
    shaping: list[str] = []
    for tag in _TAG.findall(source):
        for name, value in _ATTRIBUTE.findall(tag):
            kept = shaping if name.lower() in _SHAPING else read
            kept.append(html.unescape(value.strip("\"'")))
    yield Piece("attributes", "\n".join(dict.fromkeys(read)))
    yield Piece("styles", "\n".join(dict.fromkeys(shaping)), "markup")
    yield Piece("text", html.unescape(_TAG.sub("\n", _INLINE.sub("", source))))


def _said(style: str) -> Iterator[str]:
    """Yield what a style sheet prints, and its remarks; not the fonts that it names."""
    for match in _SAID.finditer(_FONTS.sub(" ", style)):
        yield _CODE.sub(
            lambda code: chr(min(int(code[1], 16), 0x10FFFF)), match[match.lastindex or 0]
        )
