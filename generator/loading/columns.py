"""Offices written as a table: a row each, with captions for the keys of the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from generator.loading.table import Cell, Row, read_table
from generator.model.scalars import RawScalar, is_id, is_locale
from generator.problems import Place, Problem, problem
from generator.yamlfiles.nodes import YamlList, YamlMap
from generator.yamlfiles.syntax import REFUSED

Path = tuple[str | int, ...]

LOCALE = "*"
_OFFICES = "offices"

COLUMNS: Mapping[str, Path] = MappingProxyType(
    {
        "id": ("id",),
        "rank": ("rank",),
        "title.*": ("titles", LOCALE),
        "name.*": ("holders", 0, "names", LOCALE),
        "block.*": ("holders", 0, "forms", LOCALE, "block"),
        "salutation.*": ("holders", 0, "forms", LOCALE, "salutation"),
        "closing.*": ("holders", 0, "forms", LOCALE, "closing"),
        "postal.*": ("postal", LOCALE),
        "country": ("country",),
        "email": ("email",),
        "body": ("body",),
        "audience": ("audience",),
        "from": ("holders", 0, "from"),
        "to": ("holders", 0, "to"),
        "checked_on": ("holders", 0, "checked_on"),
        "source": ("holders", 0, "source"),
        "unreviewed": ("unreviewed",),
    }
)
"""Each caption with the key of an office that its cells are, from the office's own keys on; a
star is a locale."""

LISTS = ("block", "postal", "unreviewed")
"""The keys whose cells have several lines or entries."""

_BREAKS = re.compile(r"[\r\n]+")
_BARS = re.compile(r"[\r\n]+|(?:^|(?<=\s))\|(?=\s|$)")


def read_offices(text: str, *, file: str) -> tuple[YamlMap | None, list[Problem]]:
    """Return the rows of a table as the file of offices that they stand for, and its problems.

    The keys of the file are placed at its captions, those of an office at its cells, which are
    there too where they are empty.
    """
    rows, problems = read_table(text, file=file)
    if not rows:
        return None, [problem("file-empty", Place(file))]
    captions, *below = rows
    places = {at: cell for at, cell in enumerate(captions.cells) if cell.text.strip()}
    if not any(path_of(each.text.strip()) for each in places.values()):
        return None, [*problems, problem("captions-missing", Place(file, captions.line))]
    if not below:
        problems.append(problem("table-empty", Place(file, captions.line)))
    known, wrong = _known(places, file=file)
    node = _map(captions.line, 1)
    node.keys_at = {each.text.strip(): (each.line, each.column) for each in known.values()}
    offices = YamlList(_office(row, known) for row in below)
    offices.line, offices.column = captions.line, 1
    node[_OFFICES] = offices
    node.keys_at[_OFFICES] = (captions.line, 1)
    return node, [*problems, *wrong, *_astray(below, places, file=file)]


def _known(places: Mapping[int, Cell], *, file: str) -> tuple[dict[int, Cell], list[Problem]]:
    """Return the captions that are some, each once, by their place, and the problems of others."""
    known: dict[int, Cell] = {}
    problems: list[Problem] = []
    first: dict[str, Cell] = {}
    for at, cell in places.items():
        caption, where = cell.text.strip(), Place(file, cell.line, cell.column)
        if path_of(caption) is None:
            if not REFUSED.search(caption):
                problems.append(_unknown(caption, places.values(), where))
        elif caption in first:
            problems.append(problem("column-double", where, column=caption))
        else:
            first[caption] = known[at] = cell
    return known, problems


def _unknown(caption: str, places: Iterable[Cell], where: Place) -> Problem:
    """Return the problem of a caption that is none, with the one that was probably meant."""
    texts = (each.text.strip().partition(".")[2] for each in places)
    locales = dict.fromkeys([*filter(is_locale, texts), "en"])
    captions = [each.replace(LOCALE, locale) for each in COLUMNS for locale in locales]
    nearest = next(iter(get_close_matches(caption, captions, n=1, cutoff=0.6)), None)
    shown = ", ".join(each.replace(LOCALE, "en") for each in COLUMNS)
    return problem("column-unknown", where, column=caption, nearest=nearest, known=shown)


def _astray(rows: Iterable[Row], places: Mapping[int, Cell], *, file: str) -> Iterator[Problem]:
    """Yield a problem for each cell that has a text and no caption."""
    for row in rows:
        for at, cell in enumerate(row.cells):
            if cell.text.strip() and at not in places:
                yield problem("cell-astray", Place(file, cell.line, cell.column))


def _office(row: Row, captions: Mapping[int, Cell]) -> YamlMap:
    """Return a row as the office that it stands for; a row without cells as an empty one."""
    office = _map(row.line, 1)
    if not row.cells:
        return office
    holder = _below(office, "holders", row.cells[0])
    for at, cell in enumerate(row.cells):
        if at not in captions:
            continue
        caption = captions[at].text.strip()
        office.keys_at[caption] = (cell.line, cell.column)
        value = _value(cell, caption)
        if value:
            _put(office, holder, path_of(caption) or (), value, cell)
    return office


def _put(office: YamlMap, holder: YamlMap, path: Path, value: Any, cell: Cell) -> None:
    """Put a value where ``path`` leads, with the maps on the way there."""
    here, keys = office, [str(each) for each in path]
    if keys[0] == "holders":
        here, keys = holder, keys[2:]
    for key in keys[:-1]:
        if key not in here:
            here[key] = _map(cell.line, cell.column)
            here.keys_at[key] = (cell.line, cell.column)
        here = here[key]
    here[keys[-1]] = value
    here.keys_at[keys[-1]] = (cell.line, cell.column)


def _value(cell: Cell, caption: str) -> RawScalar | YamlList | None:
    """Return what a cell says: of several lines a list, else one text; nothing of an empty one."""
    several = caption.partition(".")[0] in LISTS
    parts = [part.strip() for part in (_BARS if several else _BREAKS).split(cell.text)]
    texts = [part for part in parts if part]
    if not texts:
        return None
    if not several:
        return _scalar(" ".join(texts), cell)
    found = YamlList(_scalar(text, cell) for text in texts)
    found.line, found.column = cell.line, cell.column
    return found


def _scalar(text: str, cell: Cell) -> RawScalar:
    scalar = RawScalar(text)
    scalar.line, scalar.column, scalar.plain = cell.line, cell.column, False
    return scalar


def _map(line: int, column: int) -> YamlMap:
    made = YamlMap()
    made.line, made.column, made.keys_at = line, column, {}
    return made


def _below(office: YamlMap, key: str, cell: Cell) -> YamlMap:
    """Return the only entry of a new list under ``key``."""
    entry = _map(cell.line, cell.column)
    office[key] = YamlList([entry])
    office[key].line, office[key].column = cell.line, cell.column
    office.keys_at[key] = (cell.line, cell.column)
    return entry


def path_of(caption: str) -> Path | None:
    """Return the key of an office that a caption stands for, if it stands for one."""
    name, dot, locale = caption.partition(".")
    if dot and not is_locale(locale):
        return None
    path = COLUMNS.get(f"{name}.{LOCALE}" if dot else name)
    return tuple(locale if each == LOCALE else each for each in path) if path else None


def caption_of(path: Path, captions: Iterable[str] = ()) -> str:
    """Return the caption of the cell at ``path`` of an office.

    Where the path ends before the locale, it is the first of ``captions`` that leads on, or that
    of English.
    """
    pattern, whole = next(
        (pattern, whole) for pattern, whole in COLUMNS.items() if _leads(path, whole)
    )
    if LOCALE not in whole:
        return pattern
    at = whole.index(LOCALE)
    if at < len(path):
        return pattern.replace(LOCALE, str(path[at]))
    begins = pattern.removesuffix(LOCALE)
    found = next((each for each in captions if each.startswith(begins)), None)
    return found or pattern.replace(LOCALE, "en")


def _leads(path: Path, whole: Path) -> bool:
    """Tell whether a path and that of a column are the same as far as both go."""
    return all(b in (a, LOCALE) for a, b in zip(path, whole, strict=False))


def lacking(path: Path, node: YamlMap, *, file: str) -> Iterator[Problem]:
    """Yield the problem of what lacks at ``path`` of a table: a cell, or a whole column.

    Of a row that could not be read it is known what is wrong.
    """
    office = node[_OFFICES][path[1]]
    if not any(each in office.keys_at for each in node.keys_at):
        return
    caption = caption_of(path[2:], node.keys_at)
    if caption not in node.keys_at:
        yield problem("column-missing", Place(file, node.line), column=caption)
        return
    where = Place(file, *office.keys_at.get(caption, (office.line, office.column)))
    name = str(office.get("id", ""))
    yield problem("cell-empty", where, id=name if is_id(name) else None, column=caption)
