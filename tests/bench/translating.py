"""How long catalogues take, and what a letter costs in all its languages."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from tests.bench.measure import Command, in_turn, row
from tests.bench.workspace import make_workspace

_BRIEF = str(Path(sys.executable).parent / "brief")
_LOCALES = ("ar", "de", "es", "fr", "it", "kk", "pl", "ru", "uk", "zh")
_TEXTS_EACH = 6
"""Texts to translate in a made-up recommendation and its evidence."""


def catalogues(folder: Path) -> None:
    """Time update and status of growing catalogues in ten locales; the cost of a text stays."""
    print("brief translate, ten locales, every text translated")
    names = [word for each in _LOCALES for word in ("--locale", each)]
    commands = []
    sizes = (1_000, 10_000)
    for size in sizes:
        root = folder / f"translated-{size}"
        make_workspace(root, recommendations=size // _TEXTS_EACH)
        for verb in ("update", "status"):
            words = [_BRIEF, "-C", str(root), "translate", verb, *names]
            commands.append(Command(f"{verb}, {size:,} texts", words, {}))
        _translate(root, commands[-2])
    times = in_turn(*commands, runs=3)
    for command, each in zip(commands, times, strict=True):
        limit = "  (at most 15 s)" if "10,000" in command.name else ""
        print(row(command.name, each) + limit)
    for at, verb in enumerate(("update", "status")):
        small, large = median(times[at]) / sizes[0], median(times[at + 2]) / sizes[1]
        print(f"  cost of one in {verb}, large against small: {large / small:.2f} (at most 1)")
    print()


def _translate(root: Path, update: Command) -> None:
    """Make the catalogues, and translate everything in them."""
    in_turn(update, runs=1)
    for path in root.glob("locales/*/LC_MESSAGES/content.po"):
        text = path.read_text("utf-8")
        path.write_text(_filled(text), "utf-8")


def _filled(text: str) -> str:
    """Return a catalogue in which every translation is its source."""
    lines = text.split("\n")
    source = ""
    for at, line in enumerate(lines):
        if line.startswith('msgid "'):
            source = line.removeprefix("msgid ")
        elif line == 'msgstr ""' and source != '""':
            lines[at] = f"msgstr {source}"
    return "\n".join(lines)


def languages(root: Path, folder: Path) -> None:
    """Compare a brief in all its locales with the same brief in one."""
    words = [_BRIEF, "-C", str(root), "build", "brussels-2026", "--to", "pdf,docx", "--jobs", "1"]
    one = Command("one locale", [*words, "--locale", "en", "--out", str(folder / "one")], {})
    every = Command("four locales", [*words, "--out", str(folder / "every")], {})
    single, whole = in_turn(one, every, runs=3)
    print("brussels-2026, PDF and DOCX, one process")
    print(row(one.name, single))
    print(row(every.name, whole))
    ratios = [a / b for a, b in zip(whole, single, strict=True)]
    print(f"  all against one: {median(ratios):.2f} (at most 4)\n")
