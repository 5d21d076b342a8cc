"""What a figure is about: a time that a machine can read, and who counted."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.base import last_day
from generator.model.scalars import PartialDay

_ENDS = 2
"""A period has a start and an end."""
_PARTIAL_DAY = TypeAdapter(PartialDay)


def _period(value: Any) -> str:
    """Return a year, a month or a day, or two of them with a slash between (ISO 8601-1, 5.5)."""
    parts = str(value).split("/") if isinstance(value, str | int) else []
    try:
        days = [_PARTIAL_DAY.validate_python(part) for part in parts]
    except ValidationError:
        days = []
    if not days or len(days) > _ENDS:
        raise PydanticCustomError("period-form", "period")
    if last_day(days[-1]) < first_day(days[0]):
        raise PydanticCustomError("period-backwards", "period")
    return "/".join(days)


def _counter(value: Any) -> str:
    """Return the id of who counted."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9_]+", value):
        raise PydanticCustomError("counter-form", "counter")
    return str(value)


Period = Annotated[str, BeforeValidator(_period), WithJsonSchema({"type": ["string", "integer"]})]
Counter = Annotated[
    str,
    BeforeValidator(_counter),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9_]+$"}),
]


def first_day(partial: str) -> date:
    """Return the first day of a year, month or day: the earliest that it can mean."""
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    return date(year, month, day)


def days_of(period: str) -> tuple[date, date]:
    """Return the first and the last day of a period: "2025-01/2025-11"."""
    start, _, end = period.partition("/")
    return first_day(start), last_day(end or start)


def is_part_of_a_year(period: str) -> bool:
    """Tell whether a period is neither one day nor made of whole years."""
    start, end = days_of(period)
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return start != end and not whole
