"""Problems in the user's files: values with a place, collected and never raised.

What a kind of problem says stands in ``problems.toml``; the place that finds
one only names its rule and fills in the fields.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any


class Severity(StrEnum):
    """How grave a problem is: an error stops a build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file relative to the workspace, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Waived:
    """Who waived a rule, why, until which day, and where that is written."""

    who: str
    why: str
    until: date
    place: Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and what to do about it.

    ``waived``: by whom, if it was an error that somebody waived.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    hint: str | None = None
    id: str | None = None
    waived: Waived | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief check --json``."""
        return {
            "severity": str(self.severity),
            "rule": self.rule,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "id": self.id,
            "message": self.message,
            "hint": self.hint,
        }


PROGRAM_FAULT = "program-fault"
"""The rule of the one problem that is not in the user's files."""


@cache
def wordings() -> dict[str, dict[str, Any]]:
    """Return every kind of problem with its severity, message and hints."""
    text = resources.files("generator").joinpath("problems.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def problem(rule: str, place: Place, *, id: str | None = None, **fields: object) -> Problem:  # noqa: A002 (the JSON field is called id)
    """Return the problem of kind ``rule`` at ``place``, worded with ``fields``."""
    kind = wordings()[rule]
    return Problem(
        rule=rule,
        severity=Severity(kind["severity"]),
        place=place,
        message=kind["message"].format(**fields),
        hint=_first_complete(kind.get("hint", []), fields),
        id=id,
    )


def is_waivable(rule: str) -> bool:
    """Tell whether a named person may openly waive a rule."""
    return bool(wordings().get(rule, {}).get("waivable", False))


def waived(found: Problem, by: Waived) -> Problem:
    """Return the warning that an error becomes when somebody waives it."""
    said = problem(
        "waived", found.place, message=found.message, who=by.who, why=by.why, until=by.until
    )
    return replace(found, severity=said.severity, message=said.message, hint=None, waived=by)


def waivers_used(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return what the manifest and ``brief explain`` say of the waivers used, each once."""
    used = dict.fromkeys((each.rule, each.id, each.waived) for each in problems)
    return [
        {
            "rule": rule,
            "id": id_,
            "who": by.who,
            "why": by.why,
            "until": by.until.isoformat(),
            "place": f"{by.place.file}:{by.place.line}",
        }
        for rule, id_, by in used
        if by is not None
    ]


def _first_complete(hints: str | list[str], fields: dict[str, object]) -> str | None:
    """Return the first hint whose fields are all known, filled in."""
    for hint in [hints] if isinstance(hints, str) else hints:
        names = {name for _, name, _, _ in string.Formatter().parse(hint) if name}
        if all(fields.get(name) is not None for name in names):
            return hint.format(**fields)
    return None


def arisen(error: BaseException) -> tuple[str, int]:
    """Return the module and the line in which ``error`` arose."""
    trace = error.__traceback__
    if trace is None:
        return "", 0
    while trace.tb_next:
        trace = trace.tb_next
    return str(trace.tb_frame.f_globals.get("__name__", "")), trace.tb_lineno


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` without repeats, by file, line and column."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda each: (each.place, each.rule, each.message)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those of ``problems`` that stop a build."""
    return tuple(each for each in problems if each.severity is Severity.ERROR)
