"""What the typesetter of each language sets where a writer types what the keyboard has.

The rules are data (``typography.toml``); here they become one expression for each language, which
goes once over a text and changes nothing but spaces and quotation marks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from generator.language.dates import first_day, months
from generator.language.quotes import PROTECTED, Marks, quoted

SEPARATORS = ("comma", "semicolon", "colon", "full_stop", "space")
NO_BREAK, NARROW = "\u00a0", "\u202f"

_LISTS = ("references", "titles", "units", "narrow_units", "short_words", "dashes")
_TOKEN, _TOKEN_END = "\ue000", "\ue001"
_CAPITALS = re.escape("".join(filter(str.isupper, map(chr, range(0x41, 0x590)))))
_MARKUP = "[*_]*"
_NOT_OPENING = "".join(
    rf"(?<!{before}[*_]{{{length}}})" for before in ("^", r"[^\w*]") for length in (1, 2, 3)
)
"""Not behind signs that may open emphasis, as no letter is before them: before a space they would
open none."""
_PLAIN = r"[ \t\r\n]++"
_ANY = rf"[ {NO_BREAK}{NARROW}\t\r\n]*+"


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = resources.files("generator.language").joinpath("typography.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def rules(locale: str) -> Mapping[str, Any]:
    """Return the rules of a language: those of all languages, and its own."""
    common, own = _table()["default"], _table().get(locale, {})
    lists = {name: [*common.get(name, []), *own.get(name, [])] for name in _LISTS}
    return {**common, **own, **lists}


def separators(locale: str) -> Mapping[str, str]:
    """Return what separates the parts of a list or note, and ends it, with its spaces."""
    return {name: str(rules(locale)[name]) for name in SEPARATORS}


def typeset(text: str, locale: str) -> str:
    """Return ``text`` with the quotation marks and spaces of the language.

    ``text`` is inline Markdown: escapes, addresses and titles of links stay as they are.
    """
    return _typesetter(locale)(text)


@cache
def _typesetter(locale: str) -> Callable[[str], str]:
    """Return what sets texts in a language."""
    found = rules(locale)
    start, end, inner_start, inner_end = found["quotes"]
    marks = Marks((start, end), (inner_start, inner_end), found.get("turned_after", ""))
    pieces = marks.pieces()
    spaces = re.compile(
        f"(?s:{PROTECTED})"
        f"|(?P<wide>{'|'.join(_wide(found, locale))})"
        f"|(?P<narrow>{'|'.join(_narrow(found))})"
    )
    return lambda text: spaces.sub(_set, quoted(text, marks, pieces))


def _set(match: re.Match[str]) -> str:
    """Return what a rule found, with the space that belongs at its end."""
    space = {"wide": NO_BREAK, "narrow": NARROW}.get(match.lastgroup or "")
    return match[0].rstrip() + space if space else match[0]


def _wide(found: Mapping[str, Any], locale: str) -> Iterable[str]:
    """Yield what finds the places of a no-break space as wide as others."""
    month = _one_of(months(locale))
    prefix = _one_of(f"{each} " for each in found.get("before_month", ()))
    name = rf"[{_CAPITALS}{_TOKEN}{found.get('letters', '')}]"
    units = rf"{_one_of(found['units'])}(?!\w)"
    of_day = rf"{prefix}?{month}(?!\w)"
    yield (
        rf"(?<=[\d{_TOKEN_END}])(?:{_PLAIN}(?={units})"
        rf"|(?<!\d{{3}})\.?{_PLAIN}(?={of_day}))"
    )
    yield r"(?<=\d)(?<!\d{4})[ ](?=\d{3}(?!\d))"
    if first := first_day(locale):
        yield rf"(?<={re.escape(first)}){_PLAIN}(?={month}(?!\w))"
    yield (
        rf"(?<!\w)(?=\S)(?:{month}{_PLAIN}(?=\d{{1,2}}(?!\d))"
        rf"|{_one_of(found['references'])}{_PLAIN}(?=[\d{_TOKEN}IVXLC])"
        rf"|(?:{_one_of(found['titles'])}|{name}\.){_PLAIN}(?={name})"
        rf"|{_one_of(found['short_words'])}{_PLAIN}(?=\S))"
    )
    yield rf"(?<=\S){_PLAIN}(?={_one_of(found['dashes'])}(?:\s|$))"
    yield from _around(found, "wide")


def _narrow(found: Mapping[str, Any]) -> Iterable[str]:
    """Yield what finds the places of a narrow no-break space."""
    yield rf"(?<=[\d{_TOKEN_END}]){_PLAIN}(?={_one_of(found['narrow_units'])}(?!\w))"
    yield from _around(found, "narrow")


def _around(found: Mapping[str, Any], width: str) -> Iterable[str]:
    """Yield what finds the places before and after marks that are spaced: ``mot !``, « mot »."""
    before = re.escape("".join(found.get(f"{width}_before", ())))
    marks = list(map(re.escape, found["quotes"]))
    if before:
        never = rf"\s\\(\[:;!?{marks[0]}{marks[2]}"
        after = rf"{_MARKUP}(?:[\s{''.join(marks)}\"')\]….{_TOKEN}]|$)"
        yield rf"(?<=[^{never}]){_NOT_OPENING}{_ANY}(?=[{before}][:;!?]*{after})"
    for start, end in map(str.split, found.get(f"{width}_inside", ())):
        yield rf"{start}{_ANY}(?=\S)|(?<=[^\s{start}]){_ANY}(?={end})"


def _one_of(words: Iterable[str]) -> str:
    """Return an expression for any of ``words``, the longest first; for nothing where none are."""
    found = sorted(map(re.escape, words), key=len, reverse=True)
    return f"(?:{'|'.join(found)})" if found else r"(?!)"
