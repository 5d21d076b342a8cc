"""What the gates and the last look add to the making of a letter."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from unittest.mock import patch

from generator.building import BuildRequest, build, document, writing
from generator.building.preparing import Prepared
from generator.checks import check
from generator.library import open_library
from generator.model.brief import Brief
from tests.bench.measure import RUNS, Command, in_turn, row

_BRIEF, _DELIVERY, _LOCALE = "brussels-2026", "leaders", "en"
_LETTERS = 12


@contextmanager
def blind() -> Iterator[None]:
    """Make letters without gates and without a last look."""
    with ExitStack() as off:
        off.enter_context(patch.object(Prepared, "gated", lambda *_: ()))
        off.enter_context(patch.object(Prepared, "unfiled", lambda *_: {}))
        off.enter_context(patch.object(document, "names_told", lambda *_: ()))
        off.enter_context(patch.object(writing, "found_in", lambda *_, **__: None))
        off.enter_context(patch.object(writing, "load", lambda _: None))
        yield


def looking(root: Path, folder: Path) -> None:
    """Compare a letter in PDF and DOCX with the same letter unlooked at: cold, and warm."""
    print("gates and last look, one letter, PDF and DOCX")
    words = [str(root), str(folder / "looked")]
    runs = [
        Command(name, [sys.executable, "-m", "tests.bench.looking", *words, *more], {})
        for name, more in (("with", []), ("without", ["blind"]))
    ]
    with_, without = in_turn(*runs, runs=2 * RUNS)
    print(row("whole process, with", with_))
    print(row("whole process, without", without))
    added = [100 * (a / b - 1) for a, b in zip(with_, without, strict=True)]
    print(f"  added pair by pair: median {median(added):.0f} % (at most 20 %)")
    _warm(root)


def _warm(root: Path) -> None:
    """Time letter after letter in this process, in turn with and without."""
    one = _builder(root)
    one()
    looked, unlooked = [], []
    for _ in range(_LETTERS):
        looked.append(_taken(one))
        with blind():
            unlooked.append(_taken(one))
    added = [1000 * (a - b) for a, b in zip(looked, unlooked, strict=True)]
    print(row("letter in a warm process, with", looked))
    print(row("letter in a warm process, without", unlooked))
    print(f"  added pair by pair: median {median(added):.0f} ms (at most 25 ms)\n")


def _builder(root: Path) -> Callable[[], None]:
    """Return what makes one letter anew."""
    library, problems = open_library(root)
    problems = (*problems, *check(library))

    def one() -> None:
        with tempfile.TemporaryDirectory() as out:
            request = BuildRequest(
                briefs=(_BRIEF,),
                deliveries=(_DELIVERY,),
                locales=(_LOCALE,),
                formats=("pdf", "docx"),
                out=Path(out),
                today=next(library.all(Brief)).date,
            )
            build(library, problems, request, lambda _: None)

    return one


def _taken(make: Callable[[], None]) -> float:
    """Return how much of the processor a call takes, in seconds."""
    began = time.process_time()
    make()
    return time.process_time() - began


def _command(root: str, out: str) -> None:
    """Run the command line's own build."""
    from generator.cli import main

    words = ["brief", "-C", root, "build", _BRIEF, "--delivery", _DELIVERY, "--locale", _LOCALE]
    sys.argv = [*words, "--to", "pdf,docx", "--out", out]
    main()


if __name__ == "__main__":
    with ExitStack() as stack:
        if "blind" in sys.argv:
            stack.enter_context(blind())
        _command(sys.argv[1], sys.argv[2])
