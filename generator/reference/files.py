"""The values and the kinds of files, with what each key means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from generator.loading.columns import COLUMNS, LISTS, LOCALE
from generator.model import brand, periods, scalars, sources
from generator.model.base import Names, Record
from generator.model.directory import Office
from generator.model.kinds import KINDS
from generator.model.naming import Month
from generator.reference.markdown import code, plain, table
from generator.reference.told import told

_VALUES: Sequence[tuple[Any, str]] = (
    (scalars.Text, "text"),
    (scalars.Sentence, "sentence"),
    (scalars.Code, "code"),
    (scalars.Name, "id_"),
    (scalars.Slug, "id-"),
    (scalars.Addressees, "addressees"),
    (scalars.Locale, "locale"),
    (scalars.Country, "country"),
    (scalars.Address, "address"),
    (scalars.Email, "email"),
    (scalars.Day, "day"),
    (scalars.PartialDay, "date"),
    (Month, "month"),
    (scalars.Clock, "hour"),
    (scalars.Digest, "hash"),
    (scalars.TimeZone, "time zone"),
    (scalars.Whole, "whole number"),
    (scalars.Decimal, "number"),
    (scalars.YesNo, "yes or no"),
    (periods.Period, "period"),
    (periods.Counter, "id_"),
    (sources.Sha256, "digest"),
    (brand.Colour, "colour"),
    (brand.PictureFile, "picture"),
    (Names, "name by locale"),
)
"""What each type is called here; ``reference.toml`` says what it is."""

_SHIPPED = "The program brings some; a file of the same name in the workspace replaces one.\n"

_KEY_LINE = re.compile(r"``(\w+)``: (.+?)\.?\Z", re.DOTALL)


def meanings(model: type[Record]) -> dict[str, str]:
    """Return what each key of ``model`` means, as far as its docstring says so."""
    found = (_KEY_LINE.match(entry) for entry in _entries(model)[1:])
    known = {match[1]: code(" ".join(match[2].split())) for match in found if match}
    keys = [_key(name, info) for name, info in model.model_fields.items()]
    return {key: known.get(key) or told("everywhere").get(key, "") for key in keys}


def records_below(model: type[Record]) -> Iterator[type[Record]]:
    """Yield the records that stand below ``model``, each after the one that it stands in."""
    for hint in _hints(model).values():
        for record in _records_in(hint):
            yield record
            yield from records_below(record)


def values() -> Iterator[str]:
    """Yield the section on values."""
    yield "## Values\n"
    yield table(
        ("value", "what it is"),
        ((f"*{plain(name)}*", told("values")[name]) for _, name in _VALUES),
    )


def files() -> Iterator[str]:
    """Yield the section on the kinds of files; each record is told once."""
    yield "## Files\n"
    yield (
        "A key that is not required has the value given here when it is absent. An unknown key is"
        " a problem.\n"
    )
    seen: set[type[Record]] = set()
    for kind in KINDS:
        yield f"### Kind {kind.name}\n"
        if kind.table:
            yield from _columns()
            continue
        yield from _record(kind.model)
        if kind.default:
            yield _SHIPPED
        for record in dict.fromkeys(records_below(kind.model)):
            if record not in seen:
                seen.add(record)
                yield f"#### {record.__name__}\n"
                yield from _record(record)


def _columns() -> Iterator[str]:
    """Yield what the columns of a table of offices are: keys of the records that its rows make."""
    yield f"{told('tables')['intro']}\n"
    rows = []
    for caption, path in COLUMNS.items():
        record: type[Record] = Office
        *above, key = (each for each in path if isinstance(each, str) and each != LOCALE)
        for each in above:
            record = next(_records_in(_hints(record)[each]))
        name, info = next(pair for pair in record.model_fields.items() if _key(*pair) == key)
        value = plain("text") if LOCALE in path else _words(_hints(record)[name])
        value = told("tables")["lists"] if key in LISTS else value
        shown = f"`{caption.replace(LOCALE, 'en')}`"
        rows.append((shown, value, _required(info), meanings(record)[key]))
    yield table(("caption", "value", "required", "meaning"), rows)
    yield f"{told('tables')['locales']}\n"


def _record(model: type[Record]) -> Iterator[str]:
    """Yield what a record is, and its keys."""
    yield f"{code(' '.join(_entries(model)[0].split()))}\n"
    hints, known = _hints(model), meanings(model)
    rows = []
    for name, info in model.model_fields.items():
        key = _key(name, info)
        rows.append((f"`{key}`", _words(hints[name]), _required(info), known[key]))
    yield table(("key", "value", "required", "meaning"), rows)


def _entries(model: type[Record]) -> list[str]:
    """Return the docstring of a model: what it is, then an entry for each key it tells of."""
    return re.split(r"\n+(?=``\w+``: )", cleandoc(model.__doc__ or ""))


def _hints(model: type[Record]) -> dict[str, Any]:
    """Return the types of a model's fields, as they are written."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _records_in(hint: Any) -> Iterator[type[Record]]:
    """Yield the records named in a type."""
    if isinstance(hint, type) and get_origin(hint) is None:
        if issubclass(hint, Record):
            yield hint
        return
    for part in get_args(hint):
        yield from _records_in(part)


def _key(name: str, info: FieldInfo) -> str:
    """Return a field's key, as it stands in the file."""
    return info.alias or name


def _required(info: FieldInfo) -> str:
    """Return whether a key is required, and what holds without it."""
    if info.is_required():
        return "yes"
    value = info.default
    if value is None or value in ((), {}) or isinstance(value, Record):
        return "no"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"no: `{shown}`"


def _words(hint: Any) -> str:
    """Return a type in the words of this page."""
    for known, name in _VALUES:
        if hint == known:
            return plain(name)
    if isinstance(hint, type) and issubclass(hint, Record):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    origin, parts = get_origin(hint), [each for each in get_args(hint) if each is not type(None)]
    if origin is Literal:
        return ", ".join(f"`{each}`" for each in parts)
    if origin is tuple:
        return f"list of: {_words(parts[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"by {_words(parts[0])}: {_words(parts[1])}"
    return " or ".join(map(_words, parts))
