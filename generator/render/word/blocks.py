"""Blocks → paragraphs and tables: one small function for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from generator.letter import (
    Block,
    Chart,
    Group,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Paragraph,
    Rule,
    Table,
    plain_text,
)
from generator.render.tables import column_shares, may_break
from generator.render.word.charts import write_chart
from generator.render.word.desk import Desk, Line
from generator.render.word.inlines import write_inlines
from generator.render.word.numbering import DEEPEST
from generator.render.word.ooxml import text as ooxml
from generator.render.word.places import (
    Item,
    Place,
    heading_names,
    position,
    style_names,
    variants_of,
)
from generator.render.word.stylebook import PARAGRAPH, TABLE, role_style

_LINES_FROM = 11  # lines that stand in columns; fewer stand one below the other
_LINE_COLUMNS = 2
_GROUP_COLUMNS = 3
_ALIGNED = MappingProxyType({"start": "", "center": " Center", "end": " End"})


def write_blocks(blocks: Sequence[Block], place: Place, desk: Desk) -> None:
    """Write ``blocks`` in their order."""
    for index, block in enumerate(blocks):
        opens = place.opens_item and index == 0
        variants = tuple(variants_of(blocks, index))
        BLOCKS[type(block)](block, replace(place, opens_item=opens, variants=variants), desk)


def _write(children: Inlines, names: Iterator[str], place: Place, desk: Desk) -> None:
    style = desk.styles.first(PARAGRAPH, names)
    number = None
    if place.item is not None and place.opens_item:
        number = (place.item.numbering, place.item.level)
    parent = ooxml.paragraph(place.parent, style, number, rtl=desk.rtl)
    write_inlines(children, Line(parent, desk.package.document, rtl=desk.rtl), desk)


def _paragraph(block: Paragraph, place: Place, desk: Desk) -> None:
    _write(block.children, style_names(place), place, desk)


def _heading(block: Heading, place: Place, desk: Desk) -> None:
    desk.headings.append(plain_text(block.children))
    _write(block.children, heading_names(place, block.level), place, desk)


def _group(block: Group, place: Place, desk: Desk) -> None:
    role = role_style(block.role)
    inner = replace(place, roles=(role, *place.roles))
    style = desk.styles.get(TABLE, f"{role} Columns")
    entries, columns = _entries(block.blocks)
    if style is not None and columns > 1:
        _in_columns(entries, columns, style, inner, desk)
    else:
        write_blocks(block.blocks, inner, desk)


def _entries(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], int]:
    """Return what may stand side by side, and in how many columns.

    Groups do as soon as there are two; single lines only when they are many.
    """
    if all(isinstance(block, Group) for block in blocks):
        return blocks, min(len(blocks), _GROUP_COLUMNS)
    if all(isinstance(block, Paragraph) for block in blocks):
        lines = tuple(line for block in blocks for line in _lines(block))
        return lines, _LINE_COLUMNS if len(lines) >= _LINES_FROM else 1
    return blocks, 1


def _lines(paragraph: Block) -> Iterator[Paragraph]:
    """Yield every line of ``paragraph`` as one of its own."""
    line: list[Inline] = []
    for child in paragraph.children if isinstance(paragraph, Paragraph) else ():
        if isinstance(child, LineBreak):
            yield Paragraph(tuple(line))
            line = []
        else:
            line.append(child)
    yield Paragraph(tuple(line))


def _in_columns(
    entries: Sequence[Block], columns: int, style: str, place: Place, desk: Desk
) -> None:
    """Write ``entries`` side by side, row by row, in a table without lines."""
    _open_item(place, desk)
    width = desk.width // columns
    table = ooxml.table(place.parent, style, [width] * columns, header=False, rtl=desk.rtl)
    for start in range(0, len(entries), columns):
        row = ooxml.row(table)
        for index in range(start, start + columns):
            entry = entries[index] if index < len(entries) else Paragraph(())
            cell = ooxml.cell(row, width)
            inner = replace(place, parent=cell, opens_item=False, variants=(), in_column=True)
            BLOCKS[type(entry)](entry, inner, desk)
    _after_table(place, desk)


def _list(block: ListBlock, place: Place, desk: Desk) -> None:
    _open_item(place, desk)
    kind = "Number" if block.ordered else "Bullet"
    level = 0 if place.item is None else min(place.item.level + 1, DEEPEST)
    outer = (*place.roles, *place.outer)
    inner = Place(place.parent, (), outer, Item(kind, level, 0), opens_item=True)
    style = desk.styles.first(PARAGRAPH, style_names(inner))
    if block.ordered:
        numbering = desk.numbering.ordered(style, level, block.start, len(block.items))
    else:
        numbering = desk.numbering.bullets(style, level)
    for index, item in enumerate(block.items):
        variants = tuple(position(index, len(block.items)))
        within = replace(inner, item=Item(kind, level, numbering, variants))
        write_blocks(item.blocks or (Paragraph(()),), within, desk)


def _open_item(place: Place, desk: Desk) -> None:
    """Give an entry that begins with no paragraph an empty one, for its number."""
    if place.opens_item:
        _write((), style_names(place), place, desk)


def _table(block: Table, place: Place, desk: Desk) -> None:
    _open_item(place, desk)
    widths = [int(desk.width * share) for share in column_shares(block, desk.page)]
    style = desk.styles.first(TABLE, ("Brief Table",))
    table = ooxml.table(place.parent, style, widths, header=True, rtl=desk.rtl)
    heads = (plain_text(cell) for cell in block.header)
    ooxml.describe_table(table, "".join(desk.headings[-1:]), ", ".join(filter(None, heads)))
    for index, cells in enumerate((block.header, *block.rows)):
        row = ooxml.row(table, header=index == 0, whole=not may_break(cells))
        base = "Table Heading" if index == 0 else "Table Text"
        for children, width, align in zip(cells, widths, block.aligns, strict=True):
            inner = Place(ooxml.cell(row, width))
            names = (f"{base}{_ALIGNED[align]}", base)
            within = (f"{role} {name}" for role in place.roles for name in names[:1])
            _write(children, iter((*within, *names, "Table Text", "Body Text")), inner, desk)
    _after_table(place, desk)


def _after_table(place: Place, desk: Desk) -> None:
    """Write the empty line that Word needs between tables and at the end."""
    plain = replace(place, opens_item=False)
    _write((), iter(("Table After", "Body Text")), plain, desk)


def _chart(block: Chart, place: Place, desk: Desk) -> None:
    _open_item(place, desk)
    write_chart(block, place, desk)


def _rule(_block: Rule, place: Place, desk: Desk) -> None:
    _open_item(place, desk)
    names = (*(f"Rule {variant}" for variant in place.variants), "Rule", "Body Text")
    _write((), iter(names), replace(place, opens_item=False), desk)


BLOCKS: Mapping[type[Block], Callable[[Any, Place, Desk], None]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ListBlock: _list,
        Table: _table,
        Chart: _chart,
        Group: _group,
        Rule: _rule,
    }
)
