"""HTML, XML and Markdown: what is read, and what is hidden in attributes and comments."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.inspection.pieces import Piece

_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_STYLE = re.compile(r"<(style|script)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""<[!?/]?[A-Za-z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_SHAPING = frozenset({"class", "style", "xmlns", "rel", "role", "type", "charset", "lang", "dir"})


def pieces(data: bytes, _: int) -> Iterator[Piece]:
    """Yield the texts of a page or of a plain text."""
    source = data.decode("utf-8-sig", "replace")
    for match in _COMMENT.finditer(source):
        yield Piece("comments", html.unescape(match[1]))
    source = _COMMENT.sub(" ", source)
    for match in _STYLE.finditer(source):
        yield Piece("styles", match[2], "markup")
    source = _STYLE.sub(" ", source)
    read: list[str] = []
    shaping: list[str] = []
    for tag in _TAG.findall(source):
        for name, value in _ATTRIBUTE.findall(tag):
            kept = shaping if name.lower() in _SHAPING else read
            kept.append(html.unescape(value.strip("\"'")))
    yield Piece("attributes", "\n".join(dict.fromkeys(read)))
    yield Piece("styles", "\n".join(dict.fromkeys(shaping)), "markup")
    yield Piece("text", html.unescape(_TAG.sub("\n", _INLINE.sub("", source))))
