"""YAML's own error messages, told as what the writer can mend."""

from __future__ import annotations

import re
from typing import Any

from generator.problems import Place, Problem, problem

_KEY = re.compile(r"^(?P<lead>\s*(?:- )*\s*)(?P<key>[\w-]+):(?P<gap>\s+)(?P<value>\S.*?)\s*$")


def syntax_problem(error: Any, text: str, *, file: str, public: bool) -> Problem:
    """Return the problem behind libyaml's ``error``, at its place, with the mended line as hint."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    lines = text.split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    place = Place(file, line, column)
    if "\t" in written[: len(written) - len(written.lstrip())] or "'\\t'" in str(error):
        return problem("tab", place)
    match = _KEY.match(written)
    if match and _needs_quotes(match["value"]):
        return problem("quotes-needed", place, key=match["key"], line=_mended(match, public=public))
    if re.search(
        r"special characters|control characters|not allowed", str(getattr(error, "reason", ""))
    ):
        return problem("character-refused", place)
    return problem("yaml-syntax", place)


def _needs_quotes(value: str) -> bool:
    """Tell whether ``value`` would be right if it stood in quotes."""
    if value[0] in "\"'|>":
        return False
    return ": " in value or value.endswith(":") or value[0] in "*&!%@`{}[],#?"


def _mended(match: re.Match[str], *, public: bool) -> str:
    """Return the line with its value in quotes; the value itself only where it may be shown."""
    value = match["value"].replace("\\", "\\\\").replace('"', '\\"') if public else "…"
    return f'{match["lead"].lstrip()}{match["key"]}: "{value}"'
