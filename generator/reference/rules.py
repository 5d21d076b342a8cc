"""The rules that content and documents are held to, in the order in which they are worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

from generator.problems import wordings
from generator.reference.markdown import filled, plain, table
from generator.reference.told import told

_HEADING = re.compile(r"^# -+ (?P<section>.+)$|^\[(?P<rule>[a-z0-9-]+)\]$", re.MULTILINE)

_HEAD = """\
# Rules

Written by `python -m generator.reference` from the program itself; a test keeps it true.

Every rule that content and documents are held to: how grave a breach is, what is said of it, why
the rule is there, and whether somebody may waive it. An error stops the outputs that draw on what
has it; a warning and a note do not. *Words in italics* are filled in. What to do about each stands
in the [reference](reference.md#problems), and how a rule is waived under
[Waive a rule](write-a-brief.md#waive-a-rule).
"""


def rules() -> str:
    """Return the text of ``docs/rules.md``."""
    parts = [_HEAD]
    for section, names in _sections().items():
        parts += [f"## {section.capitalize()}\n", f"{told('rules')[section]}\n"]
        parts.append(
            table(
                ("rule", "severity", "what it says", "why", "waived"),
                _rows(names, told("plain")[section]),
            )
        )
    return "\n".join(parts)


def _sections() -> dict[str, list[str]]:
    """Return the rules by the section of ``problems.toml`` that they stand in."""
    text = resources.files("generator").joinpath("problems.toml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for match in _HEADING.finditer(text):
        if match["section"]:
            found[match["section"]] = []
        else:
            found[list(found)[-1]].append(match["rule"])
    return found


def _rows(names: list[str], otherwise: str) -> Iterator[tuple[str, ...]]:
    """Yield a line for each rule; ``otherwise``: why it is there if it does not say so."""
    for name in names:
        kind = wordings()[name]
        waived = told("waivable")["yes" if kind.get("waivable") else "no"]
        why = plain(kind.get("reason", otherwise))
        yield f"`{name}`", kind["severity"], filled(kind["message"]), why, waived
