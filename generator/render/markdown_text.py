"""Letter → Markdown (CommonMark with tables and footnotes), for an e-mail and the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generator.letter import (
    Block,
    Chart,
    Group,
    Heading,
    Inlines,
    Letter,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Rule,
    Strong,
    Table,
    Text,
    table_of,
)
from generator.render.base import Rendered, Resources
from generator.render.markdown_inline import cell_text, heading_text, paragraph_text

RULE = "***"
_DELIMITERS = {"start": "---", "center": ":---:", "end": "---:"}


def render(letter: Letter, _: Resources) -> Rendered:
    """Return the Markdown file of ``letter``."""
    return Rendered(markdown(letter).encode())


def markdown(letter: Letter) -> str:
    """Return ``letter`` as Markdown: what every page says first, notes last.

    Of an e-mail the subject comes before everything else.
    """
    first = 1 if letter.mail else 0
    head, blocks = letter.blocks[:first], letter.blocks[first:]
    parts = [blocks_text(head), *_page_lines(letter), blocks_text(blocks)]
    if letter.notes:
        parts.append("## " + heading_text((Text(letter.notes_heading),)))
        parts += [_note(note) for note in letter.notes]
    return "\n\n".join(part for part in parts if part) + "\n"


def _page_lines(letter: Letter) -> Iterator[str]:
    if letter.lines.mark:
        yield paragraph_text((Strong((Text(letter.lines.mark),)),))
    if letter.lines.notice:
        yield "> " + paragraph_text((Text(letter.lines.notice),))


def _note(note: Note) -> str:
    return _indented(f"[^{note.number}]: ", paragraph_text(note.children), width=4)


def blocks_text(blocks: Iterable[Block]) -> str:
    """Return ``blocks`` with an empty line between them."""
    return "\n\n".join(_texts(blocks))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Whether a list follows one of its kind: with the same marker the two would be one."""

    ordered: bool | None = None
    other_marker: bool = False

    def then(self, block: Block) -> _Beside:
        """Return what the block after ``block`` stands beside."""
        if not isinstance(block, ListBlock):
            return _Beside()
        repeated = self.ordered is block.ordered
        return _Beside(block.ordered, repeated and not self.other_marker)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    beside = _Beside()
    for block in _without_groups(blocks):
        now = beside.then(block)
        text = BLOCKS[type(block)](block, now)
        if text:
            beside = now
            yield text


def _without_groups(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _without_groups(block.blocks)
        else:
            yield block


def _heading(node: Heading, _: _Beside) -> str:
    text = heading_text(node.children)
    return f"{'#' * min(max(node.level, 1), 6)} {text}" if text else ""


def _paragraph(node: Paragraph, _: _Beside) -> str:
    return paragraph_text(node.children)


def _list(node: ListBlock, beside: _Beside) -> str:
    loose = any(len(list(_texts(item.blocks))) > 1 for item in node.items)
    numbers = range(node.start, node.start + len(node.items))
    items = (
        _item(item, _marker(node, number, beside))
        for number, item in zip(numbers, node.items, strict=True)
    )
    return ("\n\n" if loose else "\n").join(items)


def _marker(node: ListBlock, number: int, beside: _Beside) -> str:
    if node.ordered:
        return f"{number}{')' if beside.other_marker else '.'} "
    return "+ " if beside.other_marker else "- "


def _item(item: ListItem, marker: str) -> str:
    return _indented(marker, blocks_text(item.blocks), width=len(marker))


def _indented(head: str, text: str, *, width: int) -> str:
    """Return ``text`` after ``head``, its further lines moved in under the first."""
    first, *others = text.split("\n")
    moved = (" " * width + line if line else "" for line in others)
    return "\n".join([head + first if first else head.rstrip(), *moved])


def _table(node: Table, _: _Beside) -> str:
    delimiters = " | ".join(_DELIMITERS[align] for align in node.aligns)
    rows = (_row(row) for row in node.rows)
    return "\n".join([_row(node.header), f"| {delimiters} |", *rows])


def _row(cells: tuple[Inlines, ...]) -> str:
    return f"| {' | '.join(cell_text(cell) for cell in cells)} |"


def _chart(node: Chart, beside: _Beside) -> str:
    return f"{paragraph_text(node.caption)}\n\n{_table(table_of(node), beside)}"


def _rule(_: Rule, __: _Beside) -> str:
    return RULE


BLOCKS: Mapping[type[Block], Callable[[Any, _Beside], str]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ListBlock: _list,
        Table: _table,
        Chart: _chart,
        Rule: _rule,
    }
)
