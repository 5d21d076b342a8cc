"""The reference of keys, commands, problems and reasons, written from the program itself.

``python -m generator.reference`` writes ``docs/reference.md`` and ``docs/rules.md`` anew. What a
key means stands in the docstring of its model, on a line that begins with the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from generator.problems import wordings
from generator.reference.commands import commands, exit_codes
from generator.reference.files import files, meanings, records_below, values
from generator.reference.markdown import filled, table
from generator.reference.rules import rules

__all__ = ["FILE", "RULES", "meanings", "records_below", "reference", "rules"]

FILE = Path(__file__).resolve().parents[2] / "docs" / "reference.md"
RULES = FILE.with_name("rules.md")

_HEAD = """\
# Reference

Written by `python -m generator.reference` from the program itself; a test keeps it true.

- [Values](#values): what may stand behind a key
- [Files](#files): every kind of file with its keys
- [Commands](#commands): every command with its options
- [Exit codes](#exit-codes)
- [Problems](#problems): everything that `brief check` and `brief build` may say
- [Reasons](#reasons): everything that `brief explain` may say
"""


def reference() -> str:
    """Return the text of ``docs/reference.md``."""
    parts = [_HEAD, *values(), *files(), *commands(), *exit_codes(), *_problems(), *_reasons()]
    return "\n".join(parts)


def _problems() -> Iterator[str]:
    """Yield the section on problems."""
    yield "## Problems\n"
    yield (
        "An error stops the outputs that draw on it; a warning and a note do not; why each rule is"
        " there stands under [Rules](rules.md). *Words in italics* are filled in. Of several"
        " remedies the first that fits is shown.\n"
    )
    rows = []
    for rule, kind in wordings().items():
        hints = kind.get("hint", [])
        remedies = (filled(each) for each in ([hints] if isinstance(hints, str) else hints))
        row = (f"`{rule}`", kind["severity"], filled(kind["message"]), " – ".join(remedies))
        rows.append(row)
    yield table(("rule", "severity", "message", "remedy"), rows)


def _reasons() -> Iterator[str]:
    """Yield the section on reasons."""
    text = resources.files("generator.selection").joinpath("reasons.toml").read_text("utf-8")
    rows = ((f"`{name}`", filled(reason)) for name, reason in tomllib.loads(text).items())
    yield "## Reasons\n"
    yield table(("name", "reason"), rows)
