"""What the gates and the last look add to the making of a letter."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from generator.building import BuildRequest, build, document, writing
from generator.building.preparing import Prepared
from generator.checks import check
from generator.library import open_library
from generator.model.brief import Brief
from tests.bench.measure import RUNS, Command, in_turn, row

_BRIEF, _DELIVERY, _LOCALE = "brussels-2026", "leaders", "en"
_LETTERS = 12
_ADDED = (
    (Prepared, "gated"),
    (Prepared, "unfiled"),
    (document, "names_told"),
    (writing, "found_in"),
)
"""What gates and looks: whose, and how it is called."""


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
    """Time letter after letter in this process, and what of it gates and looks."""
    one = _builder(root)
    one()
    spent: list[float] = []
    with ExitStack() as clocks:
        for owner, name in _ADDED:
            clocks.enter_context(patch.object(owner, name, _clocked(getattr(owner, name), spent)))
        letters = [_taken(one) for _ in range(_LETTERS)]
    each = 1000 * sum(spent) / _LETTERS
    print(row("letter in a warm process", letters))
    print(f"  of which gates and last look: {each:.0f} ms a letter (at most 25 ms)\n")


def _clocked(call: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    """Return a function that notes how much of the processor each call takes, in seconds."""

    def clocked(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return call(*given, **named)
        finally:
            spent.append(time.process_time() - began)

    return clocked


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
