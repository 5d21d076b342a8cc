"""YAML's own error messages, told as what the writer can mend."""

from __future__ import annotations

import re
from typing import Any

from generator.problems import Place, Problem, problem

_KEY = re.compile(r"^(?P<lead>\s*(?:- )*\s*)(?P<key>[\w-]+):(?P<gap>\s+)(?P<value>\S.*?)\s*$")
_ITEM = re.compile(r"^\s*(?:- )+\s*(?P<value>\S.*?)\s*$")
_SIGNS = "*&!%@`,?"
_CLOSED_EARLY = re.compile(r"(\{[^{}]*\}|\[[^\[\]]*\])\s*[^\s,#}\]]")
"""A sentence that begins with a placeholder or a bracket, not a mapping or a list."""

REFUSED = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue002-\ufefe\uff00-\ufffc\U00010000-\U0010ffff]"
)
"""Characters that no letter can carry: those YAML refuses, and those it takes for the end of a
line; U+E000 and U+E001, with which a letter is composed, and the sign of a lost letter, U+FFFD."""


def refused_character(text: str, *, file: str) -> Problem | None:
    """Return the problem of the first character in ``text`` that no letter can carry."""
    found = REFUSED.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    column = found.start() - (before.rfind("\n") + 1) + 1
    return problem("character-refused", Place(file, before.count("\n") + 1, column))


def syntax_problem(error: Any, text: str, *, file: str, public: bool) -> Problem:
    """Return the problem behind libyaml's ``error``, with the mended line as hint."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    place = Place(file, line, column)
    written = _line(text, line)
    if "\t" in written[: len(written) - len(written.lstrip())] or "'\\t'" in str(error):
        return problem("tab", place)
    return _quotes_needed(written, place, public=public) or problem("yaml-syntax", place)


def alias_problem(name: str, text: str, place: Place, *, public: bool) -> Problem:
    """Return the problem of a star that repeats nothing: most often it is part of the text."""
    found = _quotes_needed(_line(text, place.line), place, public=public)
    return found or problem("alias-unknown", place, name=name if public else "…")


def _line(text: str, line: int) -> str:
    """Return a line of ``text`` by its number."""
    lines = text.split("\n")
    return lines[line - 1].removesuffix("\r") if line <= len(lines) else ""


def _quotes_needed(written: str, place: Place, *, public: bool) -> Problem | None:
    """Return the problem of a line whose value should stand in quotes, if that is what it lacks."""
    if (match := _KEY.match(written)) and _needs_quotes(match["value"]):
        mended = f"{match['lead'].lstrip()}{match['key']}: {_quoted(match['value'], public=public)}"
        return problem("quotes-needed", place, key=match["key"], line=mended)
    if (match := _ITEM.match(written)) and _needs_quotes(match["value"]):
        mended = f"- {_quoted(match['value'], public=public)}"
        return problem("quotes-needed-item", place, line=mended)
    return None


def _needs_quotes(value: str) -> bool:
    """Tell whether ``value`` would be right if it stood in quotes."""
    if value[0] in "\"'|>":
        return False
    if value[0] in "{[":
        return _CLOSED_EARLY.match(value) is not None
    return ": " in value or value.endswith(":") or value[0] in _SIGNS


def _quoted(value: str, *, public: bool) -> str:
    """Return ``value`` in quotes; an ellipsis in its place where it may not be shown."""
    shown = value.replace("\\", "\\\\").replace('"', '\\"') if public else "…"
    return f'"{shown}"'
