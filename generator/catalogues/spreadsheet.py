"""Spreadsheets for translators: the one home of openpyxl."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from generator.catalogues.rows import Row
from generator.problems import Place, Problem, problem

_LARGEST = 200_000_000
"""Bytes that a spreadsheet may have unpacked; more is no translation."""
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 (the zero of a ZIP file's clock, so that bytes repeat)
_TEXT = "@"
"""The number format of text: what is typed stays as typed."""
_LINE, _MOST_LINES = 15, 27
"""Points for a line, and how many a row may have: programs show no higher rows than 409 points."""
_SHADE = PatternFill("solid", fgColor="F2F2F2")
_TO_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EDITABLE = ("translation", "fits", "note")


@cache
def _columns() -> Mapping[str, dict[str, Any]]:
    """Return the columns with their captions and widths."""
    text = resources.files("generator.catalogues").joinpath("spreadsheet.toml").read_text("utf-8")
    return tomllib.loads(text)


def write_spreadsheet(rows: Iterable[Row], locale: str) -> bytes:
    """Return ``rows`` as an XLSX file in which every cell is text."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.create_sheet(locale)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(_columns().values(), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column["width"]
    captions = [each["caption"].format(locale=locale) for each in _columns().values()]
    sheet.append([_cell(sheet, each, bold=True, shaded=True) for each in captions])
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, row in enumerate(rows, start=2):
        sheet.row_dimensions[number].height = _LINE * _lines(row)
        sheet.append(
            [
                _cell(sheet, _shown(row, name), bold=False, shaded=name not in _EDITABLE)
                for name in _columns()
            ]
        )
    written = BytesIO()
    book.save(written)
    return _timeless(written.getvalue())


def _timeless(data: bytes) -> bytes:
    """Return a package without the times at which its parts were written."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for part in sorted(old.namelist(), key=lambda name: name != "[Content_Types].xml"):
            info = zipfile.ZipInfo(part, _EPOCH.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(part))
    return written.getvalue()


def _lines(row: Row) -> int:
    """Return how many lines the longest cell of a row takes; not every program works that out."""
    texts = [(_shown(row, name), int(column["width"])) for name, column in _columns().items()]
    lines = max(text.count("\n") + 1 + len(text) // width for text, width in texts)
    return min(lines, _MOST_LINES)


def _shown(row: Row, name: str) -> str:
    value = getattr(row, name)
    return ("x" if value else "") if isinstance(value, bool) else str(value)


def _cell(sheet: Any, text: str, *, bold: bool, shaded: bool) -> Any:
    """Return a cell that is text, whatever it looks like: "=1+1" is no formula."""
    cell = WriteOnlyCell(sheet, value="")
    cell.value = _escaped(text)
    cell.data_type = "s"
    cell.number_format = _TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=False)
    cell.font = Font(bold=bold)
    if shaded:
        cell.fill = _SHADE
    return cell


def read_spreadsheet(data: bytes, *, locale: str, file: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of an XLSX file, and what is wrong with the file as a whole."""
    damaged = [problem("exchange-form", Place(file), kind="XLSX")]
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(each.file_size for each in package.infolist()) > _LARGEST:
                return [], damaged
        book = load_workbook(BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        lines = [tuple(each) for each in sheet.iter_rows(values_only=True)]
    except Exception:  # noqa: BLE001 (openpyxl raises whatever a damaged file makes it stumble on)
        return [], damaged
    if not lines:
        return [], damaged
    return _rows(lines, locale=locale, file=file)


def _rows(
    lines: list[tuple[Any, ...]], *, locale: str, file: str
) -> tuple[list[Row], list[Problem]]:
    """Return the rows below the captions."""
    places = _places(lines[0])
    missing = [_columns()[name]["caption"] for name in ("id", "source") if name not in places]
    into = next((_locale_of(each) for each in lines[0] if _locale_of(each)), None)
    if into is None:
        missing.append(_columns()["translation"]["caption"].format(locale=locale))
    if missing or into is None:
        return [], [problem("exchange-columns", Place(file), columns=", ".join(missing))]
    if into.casefold() != locale.casefold():
        return [], [problem("exchange-language", Place(file), found=into, wanted=locale)]
    return list(_read(lines[1:], places)), []


def _places(captions: tuple[Any, ...]) -> dict[str, int]:
    """Return at which place of a line each column stands."""
    known = {each["caption"].casefold(): name for name, each in _columns().items()}
    found: dict[str, int] = {}
    for at, caption in enumerate(captions):
        text = str(caption or "").strip()
        name = "translation" if _locale_of(text) else known.get(text.casefold())
        if name:
            found.setdefault(name, at)
    return found


def _locale_of(caption: Any) -> str | None:
    """Return the locale that the caption of the translations names."""
    pattern = re.escape(_columns()["translation"]["caption"]).replace(r"\{locale\}", r"([\w-]+)")
    found = re.fullmatch(pattern, str(caption or "").strip(), re.IGNORECASE)
    return found[1] if found else None


def _read(lines: list[tuple[Any, ...]], places: Mapping[str, int]) -> Iterator[Row]:
    """Yield a row for each line that is not empty."""
    for number, line in enumerate(lines, start=2):
        values = {name: _text(line[at]) if at < len(line) else "" for name, at in places.items()}
        if any(values.values()):
            fits = bool(values.get("fits", "").strip())
            rest = ("id", "where", "source", "previous", "translation", "note")
            texts = {name: values.get(name, "") for name in rest}
            yield Row(**{**texts, "id": texts["id"].strip()}, fits=fits, number=number)


def _text(value: Any) -> str:
    """Return what somebody typed, as text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _unescaped(value) if isinstance(value, str) else str(value)


def _escaped(text: str) -> str:
    """Return ``text`` as OOXML writes it: what XML cannot hold, or looks like that, as _xHHHH_.

    ECMA-376 part 1, 22.4.2.4 (bstr); openpyxl's own function leaves a literal "_x000D_" as it is.
    """
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0][0]):04X}_{found[0][1:]}", text)


def _unescaped(text: str) -> str:
    """Return what :func:`_escaped` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
