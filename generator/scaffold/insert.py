"""Putting a record at the end of its list in a YAML text, all else staying as it is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from generator.scaffold.refusal import Refusal
from generator.yamlfiles.nodes import YamlList, YamlMap
from generator.yamlfiles.reader import read_yaml

_BETWEEN = 2
"""How far a list is indented where the file does not show its own habit."""


def insert_record(text: str, key: str, record: str, *, file: str) -> tuple[str, int]:
    """Return ``text`` with ``record`` as the last entry of the list ``key``, and its line.

    Why: each way is tried and the result read again, so that a file which is
    written in an unusual way is refused and not spoilt.
    """
    before = _mapping(text, file)
    if before is None:
        raise Refusal(f"{file} has a mistake. Mend it first; “brief check” says where it is.")
    for candidate, line in _candidates(text, before, key, record):
        if _adds_one(before, _mapping(candidate, file), key):
            return candidate, line
    raise Refusal(
        f"The list “{key}” in {file} is written in a way that cannot be added to."
        " Write each of its entries with a line “- …” of its own."
    )


def _candidates(text: str, before: YamlMap, key: str, record: str) -> Iterator[tuple[str, int]]:
    """Yield the text with the record in each of the places where it may belong."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = (
        text.splitlines(keepends=True) if "\r" not in text else re.findall(r"[^\n]*\n|[^\n]+", text)
    )
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    listed = before.get(key)
    if key not in before:
        gap = [newline] if lines and lines[-1].strip() else []
        added = [*gap, f"{key}:{newline}", *_entry(record, _BETWEEN, newline)]
        yield _joined(lines, len(lines), added), len(lines) + len(gap) + 2
    elif isinstance(listed, YamlList) and listed:
        yield from _after_entries(lines, before, listed, record, newline)
    else:
        at = before.keys_at[key][0]
        head = re.sub(r":\s*\[\s*\]", ":", lines[at - 1], count=1)
        rest = [*lines[: at - 1], head, *lines[at:]]
        yield _joined(rest, at, _entry(record, _BETWEEN, newline)), at + 1


def _after_entries(
    lines: list[str], before: YamlMap, listed: YamlList, record: str, newline: str
) -> Iterator[tuple[str, int]]:
    """Yield the text with the record after the entries of a list of lines."""
    indent = listed.column - 1
    later = [line for line, _ in before.keys_at.values() if line > listed.line]
    end = min(later, default=len(lines) + 1) - 1
    last = end
    while last > listed.line and _is_outside(lines[last - 1], indent):
        last -= 1
    added = _entry(record, indent, newline)
    if _are_spaced(lines, listed):
        yield _joined(lines, last, [newline, *added]), last + 2
    yield _joined(lines, last, added), last + 1
    yield _joined(lines, end, added), end + 1


def _is_outside(line: str, indent: int) -> bool:
    """Tell whether a line after a list's entries is empty, or a comment on what follows it."""
    bare = line.strip()
    return not bare or (bare[0] == "#" and (indent == 0 or not line.startswith(" " * indent)))


def _are_spaced(lines: list[str], listed: YamlList) -> bool:
    """Tell whether an empty line stands before the list's last entry."""
    last = listed[-1]
    line = getattr(last, "line", listed.line)
    while line > listed.line and lines[line - 2].strip().startswith("#"):
        line -= 1
    return line > listed.line and not lines[line - 2].strip()


def _entry(record: str, indent: int, newline: str) -> list[str]:
    """Return the lines of ``record`` as an entry of a list."""
    entry = "- " + textwrap.indent(record, "  ").lstrip()
    return [line + newline for line in textwrap.indent(entry, " " * indent).splitlines()]


def _joined(lines: list[str], at: int, added: list[str]) -> str:
    """Return the lines with others put in after the first ``at``."""
    return "".join((*lines[:at], *added, *lines[at:]))


def _mapping(text: str, file: str) -> YamlMap | None:
    """Return the keys of a text, if YAML can read it."""
    node, problems = read_yaml(text, file=file, public=False)
    if node is None and [each.rule for each in problems] == ["file-empty"]:
        return _nothing()
    return node if isinstance(node, YamlMap) else None


def _nothing() -> YamlMap:
    """Return the keys of a text that has comments only."""
    empty = YamlMap()
    empty.keys_at = {}
    return empty


def _adds_one(before: YamlMap, after: YamlMap | None, key: str) -> bool:
    """Tell whether ``after`` is ``before`` with one more entry at the end of the list ``key``."""
    if after is None or not isinstance(after.get(key), YamlList):
        return False
    others = {name: value for name, value in after.items() if name != key}
    if others != {name: value for name, value in before.items() if name != key}:
        return False
    old = before.get(key) or []
    return len(after[key]) == len(old) + 1 and list(after[key][:-1]) == list(old)
