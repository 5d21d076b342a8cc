"""Blocks again, with every line of text changed in the same way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.letter import (
    Block,
    Chart,
    Group,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
)

Change = Callable[[Inlines], Inlines]


def rewritten(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """Return ``blocks`` with ``change`` made to every run of inlines in them."""
    return tuple(_block(each, change) for each in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, children=change(block.children))
        case Chart():
            return replace(block, caption=change(block.caption))
        case Group():
            return replace(block, blocks=rewritten(block.blocks, change))
        case ListBlock():
            items = tuple(ListItem(rewritten(item.blocks, change)) for item in block.items)
            return replace(block, items=items)
        case Table():
            rows = tuple(tuple(map(change, row)) for row in block.rows)
            return replace(block, header=tuple(map(change, block.header)), rows=rows)
        case _:
            return block
