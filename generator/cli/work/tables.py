"""Tables: drawn where a person watches, plain and aligned where a program reads."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cli.output import say, visible

Row = Sequence[str]


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
    if sys.stdout.isatty():
        _say_drawn(heads, cells)
    else:
        _say_plain(heads, cells)


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


def _say_drawn(columns: Sequence[Column], rows: Sequence[Row]) -> None:
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
    Console(file=sys.stdout, highlight=False).print(table)
