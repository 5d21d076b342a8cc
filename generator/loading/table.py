"""Reading a table that a spreadsheet program saved as CSV: its cells, with their places.

The form is that of RFC 4180, with a comma, a semicolon or a tab between the cells: spreadsheet
programs take the sign that the machine's language has for lists.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from generator.problems import Place, Problem, problem
from generator.yamlfiles.syntax import REFUSED

_SEPARATORS = (",", ";", "\t")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and where it begins; what looks like a formula is text too."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank; one that cannot be read has no cells."""

    line: int
    cells: tuple[Cell, ...]


def read_table(text: str, *, file: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of ``text``, and a problem for each that cannot be read."""
    rows = [row for row in _rows(text) if not row.cells or any(map(_filled, row.cells))]
    broken = [problem("row-quotes", Place(file, row.line)) for row in rows if not row.cells]
    return rows, [*broken, *_refused(rows, file=file)]


def _refused(rows: Sequence[Row], *, file: str) -> Iterator[Problem]:
    """Yield a problem for each cell with a character that no letter can carry."""
    for row in rows:
        for cell in row.cells:
            if REFUSED.search(cell.text):
                yield problem("character-refused", Place(file, cell.line, cell.column))


def _filled(cell: Cell) -> bool:
    return bool(cell.text.strip())


def _rows(text: str) -> Iterator[Row]:
    """Yield every row, blank ones too."""
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=_separator(lines), strict=True)
    while True:
        first = reader.line_num
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(first + 1, ())
            continue
        written = "".join(lines[first : reader.line_num])
        yield Row(first + 1, tuple(_cells(values, written, first + 1)) or (_nothing(first + 1),))


def _nothing(line: int) -> Cell:
    return Cell("", line, 1)


def _cells(values: Sequence[str], written: str, line: int) -> Iterator[Cell]:
    """Yield the cells of a row with their places: read strictly, each stands as it must."""
    column, offset = 1, 0
    for value in values:
        yield Cell(value, line, column)
        quoted = written.startswith('"', offset)
        length = len(value) + (value.count('"') + 2 if quoted else 0)
        *above, last = _BREAK.split(written[offset : offset + length])
        line += len(above)
        column = len(last) + 2 + (0 if above else column - 1)
        offset += length + 1


def _separator(lines: Sequence[str]) -> str:
    """Return what stands between the cells: of the signs, the one that the first line has most."""
    first = next((line for line in lines if line.strip("".join(_SEPARATORS) + "\r\n ")), "")
    return max(_SEPARATORS, key=first.count)
