"""What a chart adds to the making of a letter: drawn anew, and from the cache."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from statistics import median

from tests.bench.measure import RUNS, Command, in_turn, row

_CONTENT = ("recommendations", "briefs", "templates", "locales")
_BRIEF, _DELIVERY, _LOCALE = "geneva-2026", "geneva", "en"
_LEFT_OUT = ("media", "expression", "kz-media-blocking", "kz-false-information")
"""Themes and requests without which there is room for a chart: no page more is laid out for it."""
_ANEW = """
import shutil, sys
shutil.rmtree(sys.argv[1], ignore_errors=True)
sys.argv[1:] = sys.argv[2:]
from generator.cli import main
main()
"""


def drawing(root: Path, folder: Path) -> None:
    """Compare a letter in PDF and DOCX without a chart with the same letter with one."""
    print("a chart in a letter, PDF and DOCX, whole process")
    plain, charted = _copy(root, folder / "plain"), _copy(root, folder / "charted", charts=1)
    anew = ["-c", _ANEW, str(charted / "output" / ".internal" / ".kept")]
    commands = [
        Command("without a chart", [sys.executable, "-m", "generator", *_build(plain)], {}),
        Command(
            "a chart from the cache", [sys.executable, "-m", "generator", *_build(charted)], {}
        ),
        Command("a chart drawn anew", [sys.executable, *anew, *_build(charted)], {}),
    ]
    without, kept, drawn = in_turn(*commands, runs=RUNS)
    for command, times in zip(commands, (without, kept, drawn), strict=True):
        print(row(command.name, times))
    for name, times, most in (
        ("from the cache", kept, ""),
        ("drawn anew", drawn, " (at most 0.7)"),
    ):
        added = [a - b for a, b in zip(times, without, strict=True)]
        print(f"  {name}, added pair by pair: median {median(added):.2f} s{most}")
    print()


def _copy(root: Path, folder: Path, charts: int = 0) -> Path:
    """Return a copy of the content, whose letter has so many charts."""
    for name in _CONTENT:
        shutil.copytree(root / name, folder / name)
    brief = folder / "briefs" / f"{_BRIEF}.yaml"
    text = brief.read_text(encoding="utf-8")
    for each in _LEFT_OUT:
        text = re.sub(rf"\n +- {each}(?=\n)", "", text)
    brief.write_text(text.replace("select:\n", f"select:\n  charts: {charts}\n"), encoding="utf-8")
    return folder


def _build(workspace: Path) -> list[str]:
    return [
        *("-C", str(workspace), "build", _BRIEF, "--delivery", _DELIVERY, "--locale", _LOCALE),
        *("--to", "pdf,docx", "--out", str(workspace / "out")),
    ]
