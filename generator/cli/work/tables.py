"""Tables: drawn where a person watches, plain and aligned where a program reads."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cli.output import say, visible

Row = Sequence[str]

_GAP = 3
"""How far the columns of a drawn table stand apart."""
_LINES = 25
"""Any height: rich believes a width only together with one."""
_ROOM = 30
"""How wide a column must be for its text to be read with ease."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it has numbers, and whether its text may wrap."""

    heading: str
    number: bool = False
    wraps: bool = False


def say_table(columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Print a table, without the columns that are empty."""
    kept = [i for i in range(len(columns)) if any(row[i] for row in rows)]
    heads = [columns[i] for i in kept]
    cells = [[visible(row[i]) for i in kept] for row in rows]
    if not sys.stdout.isatty():
        _say_plain(heads, cells)
        return
    width = shutil.get_terminal_size().columns
    say_it = _say_drawn if _fits(heads, cells, width) else _say_stacked
    say_it(heads, cells, width)


def _say_plain(columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Print aligned columns, two spaces apart."""
    lines = [[column.heading for column in columns], *rows]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(columns))]
    for line in lines:
        cells = (_padded(*each) for each in zip(line, widths, columns, strict=True))
        say("  ".join(cells).rstrip())


def _padded(text: str, width: int, column: Column) -> str:
    """Return ``text`` with spaces up to ``width``."""
    gap = " " * (width - _width(text))
    return gap + text if column.number else text + gap


def _width(text: str) -> int:
    """Return how many places of a terminal ``text`` takes."""
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )


def _fits(columns: Sequence[Column], rows: Sequence[Row], width: int) -> bool:
    """Tell whether a drawn table leaves enough room for the text that wraps."""
    needed = 0
    for i, column in enumerate(columns):
        widest = max(_width(text) for text in (column.heading, *(row[i] for row in rows)))
        needed += _GAP + (min(widest, _ROOM) if column.wraps else widest)
    return needed <= width


def _say_stacked(columns: Sequence[Column], rows: Sequence[Row], width: int) -> None:
    """Print each row as a heading with the rest below it, for a narrow terminal."""
    for row in rows:
        say(row[0])
        pairs = zip(columns[1:], row[1:], strict=True)
        short = [f"{column.heading} {text}" for column, text in pairs if text and not column.wraps]
        long = [text for column, text in zip(columns, row, strict=True) if text and column.wraps]
        for part in (", ".join(short), *long):
            say(textwrap.fill(part, width, initial_indent="    ", subsequent_indent="    "))


def _say_drawn(columns: Sequence[Column], rows: Sequence[Row], width: int) -> None:
    """Print a table that fits the width of the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.number else "left",
            no_wrap=not column.wraps,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, width=width, height=_LINES, highlight=False).print(table)
