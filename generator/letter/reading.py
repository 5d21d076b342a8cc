"""What a reader reads of blocks and inlines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.letter.blocks import (
    Align,
    Block,
    Group,
    Heading,
    ListBlock,
    Paragraph,
    Rule,
    Table,
)
from generator.letter.charts import Chart, rows_of
from generator.letter.inlines import (
    Emphasis,
    Gap,
    Inlines,
    LineBreak,
    Link,
    NoteCall,
    NoteReference,
    Span,
    Strong,
    Text,
)


def inlines_of(block: Block) -> Iterator[Inlines]:
    """Yield every run of inlines in ``block``, in reading order."""
    match block:
        case Heading(children=run) | Paragraph(children=run) | Chart(caption=run):
            yield run
        case ListBlock(items=items):
            for item in items:
                for inner in item.blocks:
                    yield from inlines_of(inner)
        case Table(header=header, rows=rows):
            yield from header
            for row in rows:
                yield from row
        case Group(blocks=blocks):
            for inner in blocks:
                yield from inlines_of(inner)
        case Rule():
            return


def plain_text(children: Inlines) -> str:
    """Return what a reader reads of ``children``, without note numbers."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text=text):
                parts.append(text)
            case Emphasis(children=inner) | Strong(children=inner):
                parts.append(plain_text(inner))
            case Link(children=inner) | Span(children=inner):
                parts.append(plain_text(inner))
            case LineBreak():
                parts.append("\n")
            case NoteReference(number=number):
                parts.append(str(number))
            case Gap(label=label):
                parts.append(label)
            case NoteCall():
                continue
    return "".join(parts)


def table_of(chart: Chart) -> Table:
    """Return the numbers as a table, for formats without pictures."""
    header, *rows = (tuple((Text(each),) for each in row) for row in rows_of(chart))
    end: Align = "end"
    return Table(header, tuple(rows), ("start", *(end for _ in header[1:])))
