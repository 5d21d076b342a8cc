"""A filled-in template as blocks: CommonMark with tables, footnotes and ``::: role`` groups."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin

from generator.letter import (
    Align,
    Block,
    Group,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Rule,
    Table,
)
from generator.letter.structure import is_void
from generator.markup.inline import inlines
from generator.markup.tokens import MarkupError, Tokens

_ROLE = re.compile(r"\s*([a-z][a-z0-9-]*)\s*\Z")


@cache
def _documents() -> MarkdownIt:
    """Return the parser of filled-in templates; pictures, HTML and code are found and refused."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.disable(["code", "entity", "autolink", "reference", "lheading"])
    attrs_plugin(parser, spans=True, allowed=["lang", "dir"])
    container_plugin(parser, "role", validate=lambda words, *_: _ROLE.match(words) is not None)
    return parser


def document_blocks(markdown: str, tokens: Tokens) -> tuple[Block, ...]:
    """Return the blocks of a filled-in template, content spliced in; raise MarkupError."""
    reader = _Reader(iter(_documents().parse(markdown)), tokens)
    return tuple(_blocks(reader, None))


def inline_markup(markdown: str, tokens: Tokens) -> Inlines:
    """Return one line of a filled-in template as inlines."""
    parsed = _documents().parseInline(" ".join(markdown.split()))
    return inlines(parsed[0].children or (), tokens)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The tokens still to read, and the content they stand for."""

    rest: Iterator[Token]
    tokens: Tokens

    def inline(self) -> Inlines:
        """Return the next token's line as inlines."""
        return inlines(next(self.rest).children or (), self.tokens)

    def skip_to(self, kind: str) -> None:
        """Pass over tokens up to and including the first of ``kind``."""
        for token in self.rest:
            if token.type == kind:
                return


def _blocks(reader: _Reader, end: str | None) -> Iterator[Block]:
    """Yield blocks up to the token that closes ``end``; what says nothing is left out."""
    for token in reader.rest:
        if token.type == end:
            return
        if token.type not in _READERS:
            raise MarkupError("template-markup")
        block = _READERS[token.type](token, reader)
        if not is_void(block):
            yield block


def _paragraph(token: Token, reader: _Reader) -> Block:  # noqa: ARG001 (all readers' signature)
    line = next(reader.rest)
    reader.skip_to("paragraph_close")
    placed = reader.tokens.block(line.content)
    return placed or Paragraph(inlines(line.children or (), reader.tokens))


def _heading(token: Token, reader: _Reader) -> Block:
    children = reader.inline()
    reader.skip_to("heading_close")
    return Heading(int(token.tag[1:]), children)


def _rule(token: Token, reader: _Reader) -> Block:  # noqa: ARG001 (as above)
    return Rule()


def _list(token: Token, reader: _Reader) -> Block:
    ordered = token.type == "ordered_list_open"
    end = token.type.replace("open", "close")
    items = []
    for each in reader.rest:
        if each.type == end:
            break
        blocks = tuple(_blocks(reader, "list_item_close"))
        items += [ListItem(blocks)] if blocks else []
    return ListBlock(tuple(items), ordered=ordered, start=int(token.attrs.get("start", 1)))


def _group(token: Token, reader: _Reader) -> Block:
    return Group(token.info.strip(), tuple(_blocks(reader, "container_role_close")))


def _table(token: Token, reader: _Reader) -> Block:  # noqa: ARG001 (as above)
    rows: list[tuple[Inlines, ...]] = []
    aligns: list[Align] = []
    cells: list[Inlines] = []
    for each in reader.rest:
        if each.type == "table_close":
            break
        if each.type == "tr_open":
            cells = []
        elif each.type in ("th_open", "td_open"):
            if each.type == "th_open":
                aligns.append(_align(str(each.attrs.get("style", ""))))
            cells.append(reader.inline())
        elif each.type == "tr_close":
            rows.append(tuple(cells))
    return Table(header=rows[0], rows=tuple(rows[1:]), aligns=tuple(aligns))


def _align(style: str) -> Align:
    if "center" in style:
        return "center"
    return "end" if "right" in style else "start"


_READERS: Mapping[str, Callable[[Token, _Reader], Block]] = MappingProxyType(
    {
        "paragraph_open": _paragraph,
        "heading_open": _heading,
        "hr": _rule,
        "bullet_list_open": _list,
        "ordered_list_open": _list,
        "container_role_open": _group,
        "table_open": _table,
    }
)
