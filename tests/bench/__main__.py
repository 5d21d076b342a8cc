"""Print how long the program takes, against what the same work costs at least."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from generator import fonts
from generator.building.preparing import dated, delivery_of, prepare
from generator.catalogues.lookup import Catalogues
from generator.library import open_library
from generator.loading.templates import Templates
from generator.render.html_page import print_html
from tests.bench.drawing import drawing
from tests.bench.finishing import finishing
from tests.bench.fitting import fitting
from tests.bench.looking import looking
from tests.bench.many import many
from tests.bench.measure import Command, in_turn, peak_megabytes, row
from tests.bench.translating import catalogues, languages
from tests.bench.workspace import make_workspace

_BIN = Path(sys.executable).parent
_ROOT = Path(__file__).resolve().parents[2]
_BRIEF, _DELIVERY, _LOCALE = "brussels-2026", "leaders", "en"


def main() -> None:
    """Run every measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _letter(folder)
        _help()
        _check(folder)
        catalogues(folder)
        languages(_ROOT, folder)
        looking(_ROOT, folder)
        drawing(_ROOT, folder)
        finishing(_ROOT)
        fitting(_ROOT)
        many(_ROOT, folder)


def _letter(folder: Path) -> None:
    """Compare a whole build with the bare weasyprint command on the HTML that the build makes."""
    page = folder / "letter.html"
    library, _ = open_library(_ROOT)
    entry = dated(library, _BRIEF, None)
    delivery = delivery_of(entry, _DELIVERY)
    translations = Catalogues(library).of(_LOCALE)
    prepared = prepare(
        library, entry, delivery, translations, locale=_LOCALE, addressee=None, draft=False
    )
    if prepared.composed.letter is None:
        raise SystemExit("the letter cannot be composed")
    page.write_text(
        print_html(prepared.composed.letter, Templates(library.workspace)), encoding="utf-8"
    )
    isolated: dict[str, str] = {}
    fonts.isolate(isolated)
    build = Command(
        "brief build (PDF and DOCX)",
        [
            *(str(_BIN / "brief"), "-C", str(_ROOT), "build", _BRIEF, "--locale", _LOCALE),
            *("--to", "pdf,docx", "--out", str(folder / "out")),
        ],
        {},
    )
    bare = Command(
        "weasyprint on the same HTML",
        [str(_BIN / "weasyprint"), str(page), str(folder / "bare.pdf")],
        isolated,
    )
    ours, theirs = in_turn(build, bare)
    print(f"{_BRIEF}, locale {_LOCALE}, whole process")
    print(row(build.name, ours))
    print(row(bare.name, theirs))
    pairs = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(f"  ratio pair by pair: median {median(pairs):.2f} (at most 1.5)\n")


def _help() -> None:
    """Time the start of the program against the start of Python alone."""
    help_ = Command("brief --help", [str(_BIN / "brief"), "--help"], {})
    python = Command("python -c pass", [sys.executable, "-c", "pass"], {})
    ours, theirs = in_turn(help_, python, runs=15)
    print("starting")
    print(row(help_.name, ours) + "  (at most 0.12 s)")
    print(row(python.name, theirs) + "\n")


def _check(folder: Path) -> None:
    """Time a check of growing workspaces; the cost of one recommendation must not grow."""
    print("brief check on a made-up workspace")
    sizes = (1_000, 3_000, 10_000)
    commands = []
    for size in sizes:
        root = folder / f"workspace-{size}"
        make_workspace(root, recommendations=size)
        words = [str(_BIN / "brief"), "-C", str(root), "check"]
        commands.append(Command(f"{size:,} recommendations", words, {}))
    times = in_turn(*commands, runs=5)
    for size, command, each in zip(sizes, commands, times, strict=True):
        print(row(command.name, each) + f"  {median(each) / size * 1000:6.3f} s per 1,000")
    peak = peak_megabytes(commands[-1].words)
    print(f"  peak memory at {sizes[-1]:,}: {peak:.0f} MB (at most 1,000)")
    growth = (median(times[-1]) / sizes[-1]) / (median(times[0]) / sizes[0])
    print(f"  cost of one, at {sizes[-1]:,} against {sizes[0]:,}: {growth:.2f} (at most 1)")
    print(f"  processors: {os.cpu_count()}\n")


if __name__ == "__main__":
    main()
