"""Golden files: text that a test expects, written anew with ``--update-golden``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"
PROBLEMS = (
    "problems/captions-of-a-table.txt",
    "problems/many-mistakes-in-a-table.txt",
    "problems/many-mistakes.txt",
)
LETTERS = (
    "letters/brussels-2026/leaders.en.md",
    "letters/geneva-2026/geneva.en.md",
    "letters/pre-election-2019/eu.en.md",
    "letters/pre-election-2019/missions.en.md",
    "letters/pre-election-2019/osce-pa.en.md",
)
DOCUMENTS = (
    "documents/astana-2026/eu-briefing.en.md",
    "documents/astana-2026/eu-email.en.md",
    "documents/astana-2026/eu-fact-sheet.en.md",
    "documents/astana-2026/eu-letter.en.md",
    "documents/astana-2026/eu-resolution.en.md",
    "documents/astana-2026/eu-speaking-points.en.md",
    "documents/astana-2026/osce-contribution.en.md",
    "documents/astana-2026/osce-fact-sheet.en.md",
    "documents/astana-2026/osce-letter.en.md",
    "documents/astana-2026/osce-speaking-points.en.md",
    "documents/astana-2026/un-fact-sheet.en.md",
    "documents/astana-2026/un-oral-statement.en.md",
    "documents/astana-2026/un-treaty-body.en.md",
    "documents/astana-2026/un-upr.en.md",
    "documents/astana-2026/un-written-statement.en.md",
    "documents/digest-2025-12/digest.en.md",
    "documents/kazakhstan-2022/report.en.md",
    "documents/observation-2019/statement.en.md",
)
KNOWN = frozenset((*PROBLEMS, *LETTERS, *DOCUMENTS))
"""Every golden file; one that no test reads is an orphan."""


@dataclass(frozen=True)
class Golden:
    """Compares a text with a golden file, or writes it anew."""

    update: bool

    def check(self, name: str, text: str) -> None:
        """Fail where ``text`` is not what the file ``name`` holds."""
        assert name in KNOWN, f"add {name} to tests/support/golden.py"
        path = FOLDER / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing: run the tests with --update-golden"
        assert text == path.read_text(encoding="utf-8"), "look, then run with --update-golden"


def orphans(*, remove: bool) -> list[str]:
    """Return the golden files that no test reads, and remove them if so wanted."""
    found = [path for path in sorted(FOLDER.rglob("*")) if path.is_file()]
    lost = [path for path in found if path.relative_to(FOLDER).as_posix() not in KNOWN]
    for path in lost if remove else ():
        path.unlink()
    return [path.relative_to(FOLDER).as_posix() for path in lost]
