"""Spreadsheets for translators: the one home of openpyxl."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
_MODIFIED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")
_TO_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EDITABLE = ("translation", "fits", "note")


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of a cell, and whether it is one: no formula, date or truth value."""

    text: str
    is_text: bool = True


Line = tuple[Typed, ...]


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
            new.writestr(info, _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(part)))
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
        sheet.reset_dimensions()
        lines = [tuple(_typed(cell) for cell in each) for each in sheet.iter_rows()]
    except Exception:  # noqa: BLE001 (openpyxl raises whatever a damaged file makes it stumble on)
        return [], damaged
    if not lines:
        return [], damaged
    return _rows(lines, locale=locale, file=file)


def _rows(lines: list[Line], *, locale: str, file: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows below the captions."""
    places = _places(lines[0])
    missing = [_columns()[name]["caption"] for name in ("id", "source") if name not in places]
    into = next(filter(None, (_locale_of(each.text) for each in lines[0])), None)
    if into is None:
        missing.append(_columns()["translation"]["caption"].format(locale=locale))
    if missing or into is None:
        return [], [problem("exchange-columns", Place(file), columns=", ".join(missing))]
    if into.casefold() != locale.casefold():
        return [], [problem("exchange-language", Place(file), found=into, wanted=locale)]
    return list(_read(lines[1:], places)), []


def _places(captions: Line) -> dict[str, int]:
    """Return at which place of a line each column stands."""
    known = {each["caption"].casefold(): name for name, each in _columns().items()}
    found: dict[str, int] = {}
    for at, caption in enumerate(captions):
        text = caption.text.strip()
        name = "translation" if _locale_of(text) else known.get(text.casefold())
        if name:
            found.setdefault(name, at)
    return found


def _locale_of(caption: str) -> str | None:
    """Return the locale that the caption of the translations names."""
    pattern = re.escape(_columns()["translation"]["caption"]).replace(r"\{locale\}", r"([\w-]+)")
    found = re.fullmatch(pattern, caption.strip(), re.IGNORECASE)
    return found[1] if found else None


def _read(lines: list[Line], places: Mapping[str, int]) -> Iterator[Row]:
    """Yield a row for each line that is not empty."""
    yes = _columns()["fits"]["yes"]
    for number, line in enumerate(lines, start=2):
        values = {name: line[at] if at < len(line) else Typed("") for name, at in places.items()}
        texts = {name: each.text for name, each in values.items()}
        if any(each.strip() for each in texts.values()):
            yield Row(
                id=texts["id"].strip(),
                where=texts.get("where", ""),
                source=texts["source"],
                previous=texts.get("previous", ""),
                translation=texts["translation"],
                note=texts.get("note"),
                fits=texts.get("fits", "").strip().casefold() in yes,
                number=number,
                is_text=values["translation"].is_text,
            )


def _typed(cell: Any) -> Typed:
    """Return what somebody typed into a cell."""
    value = cell.value
    if value is None:
        return Typed("")
    if cell.data_type in ("s", "inlineStr", "str"):
        return Typed(_unescaped(str(value)))
    if cell.data_type == "n" and isinstance(value, int | float):
        return Typed(str(int(value)) if float(value).is_integer() else str(value))
    return Typed("…", is_text=False)


def _escaped(text: str) -> str:
    """Return ``text`` as OOXML writes it: what XML cannot hold, or looks like that, as _xHHHH_.

    ECMA-376 part 1, 22.4.2.4 (bstr); openpyxl's own function leaves a literal "_x000D_" as it is.
    """
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0][0]):04X}_{found[0][1:]}", text)


def _unescaped(text: str) -> str:
    """Return what :func:`_escaped` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
