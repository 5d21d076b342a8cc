"""Letter → plain text, as the body of an e-mail; its subject is not repeated there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.letter import (
    Block,
    Chart,
    Emphasis,
    Group,
    Heading,
    Inlines,
    Letter,
    Link,
    ListBlock,
    NoteCall,
    Paragraph,
    Rule,
    Span,
    Strong,
    Table,
    plain_text,
    table_of,
)

RULE = "* * *"
_MAILTO = "mailto:"


def mail_text(letter: Letter) -> str:
    """Return the text of an e-mail: the mark of a draft first, notes and the notice last."""
    parts = [letter.lines.mark or "", *_texts(letter.blocks)]
    if letter.notes:
        parts.append(letter.notes_heading)
        parts += [f"[{note.number}] {_line(note.children)}" for note in letter.notes]
    parts.append(letter.lines.notice or "")
    return "\n\n".join(filter(None, parts)) + "\n"


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _texts(block.blocks)
        else:
            yield _BLOCKS[type(block)](block)


def _heading(node: Heading) -> str:
    return _line(node.children) if node.level > 1 else ""


def _paragraph(node: Paragraph) -> str:
    return _line(node.children)


def _list(node: ListBlock) -> str:
    return "\n".join(
        _item("\n".join(_texts(item.blocks)), f"{number}. " if node.ordered else "- ")
        for number, item in enumerate(node.items, node.start)
    )


def _item(text: str, marker: str) -> str:
    """Return ``text`` after its marker, its further lines moved in under the first."""
    return marker + text.replace("\n", "\n" + " " * len(marker))


def _table(node: Table) -> str:
    return "\n".join(" | ".join(map(_line, row)) for row in (node.header, *node.rows))


def _chart(node: Chart) -> str:
    return f"{_line(node.caption)}\n\n{_table(table_of(node))}"


def _rule(_: Rule) -> str:
    return RULE


def _line(children: Inlines) -> str:
    """Return what a reader reads; where a link leads is written out."""
    return "".join(_written(children))


def _written(children: Inlines) -> Iterator[str]:
    for child in children:
        match child:
            case Link(address=address, children=inner):
                yield _link(address, _line(inner))
            case NoteCall(number=number):
                yield f"[{number}]"
            case Emphasis(children=inner) | Strong(children=inner) | Span(children=inner):
                yield from _written(inner)
            case _:
                yield plain_text((child,))


def _link(address: str, shown: str) -> str:
    """Return a link; one that shows all of its address is that address."""
    if address.removeprefix(_MAILTO) == shown:
        return shown
    bare = address.split("://", 1)[-1].removesuffix("/")
    return address if shown in bare else f"{shown} <{address}>"


_BLOCKS: Mapping[type[Block], Callable[[Any], str]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ListBlock: _list,
        Table: _table,
        Chart: _chart,
        Rule: _rule,
    }
)
