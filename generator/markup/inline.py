"""Inline markup: emphasis, strong, links and spans; never a picture, HTML or a block.

Content sentences are parsed by :func:`sentence_inlines`, which knows emphasis,
links and escapes only. Everything else in them is text: ``2022. ``, ``# ``,
``:::``, ``![](…)`` and ``<script>`` come out as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.letter import (
    Direction,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Span,
    Strong,
    plain_text,
)
from generator.letter import Text as TextInline
from generator.markup.tokens import MarkupError, Tokens, merged

_SPACE = re.compile(r"[ \t\r\n]+")
_LINKS = ("http://", "https://", "mailto:")


@cache
def _sentences() -> MarkdownIt:
    """Return the parser of content sentences."""
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    parser.validateLink = _is_web_address  # type: ignore[method-assign]  # as documented
    return parser


def _is_web_address(url: str) -> bool:
    """Tell whether a link may lead there."""
    return url.startswith(_LINKS)


def sentence_inlines(text: str, tokens: Tokens) -> Inlines:
    """Return a content sentence as inlines, tokens spliced in, white space as single spaces."""
    one_line = _SPACE.sub(" ", text).strip(" ")
    parsed = _sentences().parseInline(one_line.replace("![", "!\\["))
    return inlines(parsed[0].children or (), tokens)


def inlines(children: Sequence[Token], tokens: Tokens) -> Inlines:
    """Return the inlines that the tokens of a parsed line stand for."""
    reader = iter(children)
    return merged(_until(reader, None, tokens))


def _until(reader: Iterator[Token], end: str | None, tokens: Tokens) -> Iterator[Inline]:
    """Yield inlines up to the token that closes ``end``."""
    for token in reader:
        if token.type == end:
            return
        yield from _inline(token, reader, tokens)


def _inline(token: Token, reader: Iterator[Token], tokens: Tokens) -> Iterator[Inline]:
    """Yield what one token stands for."""
    if token.nesting > 0:
        refuse_attributes(token)
    match token.type:
        case "text" | "text_special":
            yield from tokens.splice(token.content)
        case "softbreak":
            yield TextInline(" ")
        case "hardbreak":
            yield LineBreak()
        case "em_open":
            yield Emphasis(merged(_until(reader, "em_close", tokens)))
        case "strong_open":
            yield Strong(merged(_until(reader, "strong_close", tokens)))
        case "link_open":
            yield _link(token, merged(_until(reader, "link_close", tokens)))
        case "span_open":
            yield _span(token, merged(_until(reader, "span_close", tokens)))
        case _:
            raise MarkupError("template-markup")


def _link(token: Token, children: Inlines) -> Inline:
    """Return a link, or plain text where its address is of another kind.

    One without words shows its address: a listener would hear that there is a link, and no more.
    """
    address = str(token.attrs.get("href", ""))
    if not address.startswith(_LINKS):
        return Span(children)
    said = plain_text(children).strip()
    return Link(address, children if said else (TextInline(address.removeprefix("mailto:")),))


def _span(token: Token, children: Inlines) -> Inline:
    """Return a span with its language and direction."""
    direction = token.attrs.get("dir")
    if direction not in (None, "ltr", "rtl"):
        raise MarkupError("template-attribute")
    locale = token.attrs.get("lang")
    return Span(children, str(locale) if locale else None, cast("Direction | None", direction))


def refuse_attributes(token: Token) -> None:
    """Raise MarkupError when a token carries an attribute other than lang and dir."""
    if set(token.attrs) - {"lang", "dir", "href", "title", "start", "style"} or token.meta.get(
        "insecure_attrs"
    ):
        raise MarkupError("template-attribute")
