"""Writing into a file what a page shows: keys by name, records by id, all else stays."""

from __future__ import annotations

import re
from pathlib import Path

_KEY = re.compile(r"([A-Za-z_]+):")
_ID = re.compile(r"(?:  - \{?|    )\s*id: *([\w-]+)")

Section = list[str]


def write_block(path: Path, body: str) -> None:
    """Put a block of YAML into its file, as the page on reading these pages says."""
    if not path.exists():
        path.write_text(body, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    shown = _sections(body.splitlines())
    for key, section in shown.items():
        old = _sections(lines).get(key)
        new = _merged(old, section) if old else section
        at = _position(lines, old) if old else len(lines)
        lines[at : at + len(old or ())] = new
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _position(lines: list[str], section: Section) -> int:
    """Return where a section of a file begins."""
    return next(at for at in range(len(lines)) if lines[at : at + len(section)] == section)


def _sections(lines: list[str]) -> dict[str, Section]:
    """Return the lines of each key of a file, without comments and empty lines after it."""
    found: dict[str, Section] = {}
    for line in lines:
        key = _KEY.match(line)
        if key:
            found[key[1]] = [line]
        elif found:
            found[next(reversed(found))].append(line)
    return {key: _trimmed(section, "") for key, section in found.items()}


def _trimmed(section: Section, indent: str) -> Section:
    """Return lines without what only stands before the next: empty lines and comments."""
    end = len(section)
    while end > 1 and (not section[end - 1].strip() or section[end - 1].startswith(f"{indent}#")):
        end -= 1
    return section[:end]


def _merged(old: Section, new: Section) -> Section:
    """Return a section with the records of ``new`` in it; one without records is replaced."""
    if not _records(new):
        return new
    for name, record in _records(new).items():
        there = _records(old).get(name)
        at = _position(old, there) if there else len(old)
        old = [*old[:at], *record, *old[at + len(there or ()) :]]
    return old


def _records(section: Section) -> dict[str, Section]:
    """Return the lines of each record of a section."""
    records: list[Section] = []
    for line in section[1:]:
        if line.startswith("  - "):
            records.append([line])
        elif records:
            records[-1].append(line)
    found = ((next(filter(None, map(_ID.match, each)), None), each) for each in records)
    return {name[1]: _trimmed(record, "  ") for name, record in found if name}
