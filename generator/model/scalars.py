"""What may stand in a YAML value: text, dates, numbers, each read strictly.

A reader hands every scalar over as :class:`RawScalar`, so that a field knows
whether its text stood in quotes. Where text is expected, a plain scalar that
YAML 1.1 would turn into something else is refused: ``NO``, ``5.10``, ``15:00``
and ``010`` mean what is written only in quotes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


class RawScalar(str):
    """A scalar as written: ``plain`` where it stood without quotes, with its place."""

    __slots__ = ("column", "line", "plain")
    line: int
    column: int
    plain: bool


# YAML 1.1, section "Tag repository" (bool, float, int, merge, null, timestamp, value).
_CHANGED = re.compile(
    r"""(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|y|Y|n|N
    |~|null|Null|NULL
    |[-+]?0b[01_]+|[-+]?0[0-7_]*|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|0o[0-7]+
    |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|0[0-9]+
    |[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]+(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*\.
    |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?
    |<<|=)\Z""",
    re.VERBOSE,
)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_SEEN = re.compile(
    "[^\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Any character that can be seen: neither a space nor one that Unicode wants ignored in display
(UCD, DerivedCoreProperties.txt, Default_Ignorable_Code_Point), nor the empty cell of Braille."""
_ATOM = r"""[^\s@.%?#&=/;,:<>"()\[\]\\`^{|}\u200b-\u200f\u2060\ufeff]+"""
"""A part of an e-mail address between dots. What a mailto link would have to escape (RFC 6068,
section 2) is not in it, so that the link to an address is the address itself."""
_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
_LOCALE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
_TABLE = r".+\.csv"
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


def changed_by_yaml(value: str) -> bool:
    """Tell whether a plain scalar would not stay this text in YAML 1.1."""
    return _CHANGED.match(value) is not None


def is_slug(text: str) -> bool:
    """Tell whether ``text`` is an id as briefs, themes and deliveries have it."""
    return re.fullmatch(_SLUG, text) is not None


def is_locale(text: str) -> bool:
    """Tell whether ``text`` is written like a locale."""
    return re.fullmatch(_LOCALE, text) is not None


def is_table(text: str) -> bool:
    """Tell whether ``text`` is written like the name of a table of addressees."""
    return re.fullmatch(_TABLE, text) is not None


def is_id(text: str) -> bool:
    """Tell whether ``text`` may be an id of any kind."""
    return re.fullmatch(r"[a-z0-9_-]+", text) is not None


def _scalar(value: Any) -> str:
    """Return ``value`` when it is a scalar."""
    if value is None:
        raise PydanticCustomError("empty", "empty")
    if not isinstance(value, str):
        raise PydanticCustomError("not-text", "not text")
    return value


def _text(value: Any) -> str:
    """Return ``value`` as text: not empty, and not changed by YAML."""
    text = _scalar(value)
    if getattr(text, "plain", False) and changed_by_yaml(text):
        raise PydanticCustomError("scalar-changed", "changed")
    if not _SEEN.search(text):
        raise PydanticCustomError("empty", "empty")
    return str(text)


def _code(value: Any) -> str:
    """Return ``value`` as a code such as ``NO``: never a boolean, never empty."""
    text = _scalar(value)
    if not _SEEN.search(text):
        raise PydanticCustomError("empty", "empty")
    return str(text)


def _matching(pattern: str, rule: str) -> BeforeValidator:
    """Return a validator for codes that match ``pattern``."""
    compiled = re.compile(pattern)

    def check(value: Any) -> str:
        text = _code(value)
        if not compiled.fullmatch(text):
            raise PydanticCustomError(rule, rule)
        return text

    return BeforeValidator(check)


def _table_alone(value: Any) -> Any:
    """Return the name of a table as the list that has it alone."""
    return (value,) if isinstance(value, str) and is_table(value) else value


def _date(value: Any) -> date:
    """Return the day that ``YYYY-MM-DD`` names."""
    if isinstance(value, date):
        return value
    match = _DATE.match(_code(value))
    if not match:
        raise PydanticCustomError("date-form", "date")
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        raise PydanticCustomError("date-unknown", "date") from None


def _partial(value: Any) -> str:
    """Return a year, a month or a day, each written in full."""
    text = _code(value)
    match = _PARTIAL.match(text)
    if not match:
        raise PydanticCustomError("date-form", "date")
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise PydanticCustomError("date-unknown", "date") from None
    return text


def _whole(value: Any) -> int:
    """Return a whole number written in decimal digits."""
    text = _code(value) if not isinstance(value, int) else str(value)
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", text):
        raise PydanticCustomError("number-form", "number")
    return int(text)


def _decimal(value: Any) -> float:
    """Return a number written in decimal digits with an optional point."""
    text = _code(value) if not isinstance(value, int | float) else str(value)
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?", text):
        raise PydanticCustomError("number-form", "number")
    return float(text)


def _time_zone(value: Any) -> str:
    """Return the name of a time zone of the IANA database."""
    text = _code(value)
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("time-zone-unknown", "time zone") from None
    return text


def _yes_no(value: Any) -> bool:
    """Return ``true`` or ``false``; nothing else is a boolean here."""
    if isinstance(value, bool):
        return value
    text = _code(value)
    if text not in ("true", "false") or not getattr(text, "plain", True):
        raise PydanticCustomError("boolean-form", "boolean")
    return text == "true"


class SentenceMark:
    """Marks a text that a reader sees: translated, with placeholders and inline markup."""


Text = Annotated[str, BeforeValidator(_text)]
Sentence = Annotated[str, BeforeValidator(_text), SentenceMark()]
Code = Annotated[str, BeforeValidator(_code)]
Name = Annotated[
    str,
    _matching(r"[a-z0-9_]+", "id-form-name"),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9_]+$"}),
]
Addressees = Annotated[
    tuple[Annotated[str, _matching(rf"[a-z0-9_]+|{_TABLE}", "id-form-name")], ...],
    BeforeValidator(_table_alone),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "array",
                    "items": {"type": "string", "pattern": rf"^([a-z0-9_]+|{_TABLE})$"},
                },
                {"type": "string", "pattern": f"^{_TABLE}$"},
            ]
        }
    ),
]
Slug = Annotated[
    str,
    _matching(_SLUG, "id-form-slug"),
    WithJsonSchema({"type": "string", "pattern": f"^{_SLUG}$"}),
]
Locale = Annotated[
    str,
    _matching(_LOCALE, "locale-form"),
    WithJsonSchema({"type": "string"}),
]
Country = Annotated[
    str,
    _matching(r"[A-Z]{2}", "country-form"),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}),
]
Address = Annotated[
    str,
    _matching(r"(https?://|mailto:)\S+", "address-form"),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
Email = Annotated[
    str,
    _matching(rf"{_ATOM}(\.{_ATOM})*@{_ATOM}(\.{_ATOM})+", "email-form"),
    WithJsonSchema({"type": "string", "format": "email"}),
]
Digest = Annotated[
    str,
    _matching(r"[0-9a-f]{32}", "digest-form"),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{32}$"}),
]
Day = Annotated[date, BeforeValidator(_date)]
PartialDay = Annotated[
    str, BeforeValidator(_partial), WithJsonSchema({"type": ["string", "integer"]})
]
Whole = Annotated[int, BeforeValidator(_whole)]
Decimal = Annotated[float, BeforeValidator(_decimal)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Clock = Annotated[
    str,
    _matching(r"([01][0-9]|2[0-3]):[0-5][0-9]", "clock-form"),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
]
TimeZone = Annotated[str, BeforeValidator(_time_zone), WithJsonSchema({"type": "string"})]
