"""Letters to many: what each costs, what a second process brings, what an interruption costs."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from generator import fonts
from generator.building import BuildRequest, Built, build
from generator.library import open_library
from generator.problems import Problem
from tests.bench.bare import lay_out
from tests.bench.measure import row
from tests.bench.offices import Bench, prepared

LETTERS = 100
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: on the clock, and of a processor, in seconds."""

    clock: float
    processor: float


def many(root: Path, folder: Path, *, letters: int = LETTERS, rounds: int = ROUNDS) -> None:
    """Print what letters to many cost; ``root`` has the content, ``folder`` takes the files."""
    bench = Bench(folder / "many", letters)
    fonts.isolate(os.environ)
    pages = prepared(root, bench)
    print(f"{letters} letters, each to another office, PDF and DOCX, {pages} pages each")
    _in_turn(bench)
    _side_by_side(bench, rounds)
    _interruption(bench)


class _Turns:
    """Hears of each letter of a build, and lays the same page out by the bare WeasyPrint."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._watch = Stopwatch()
        self.ours: list[Cost] = []
        self.theirs: list[Cost] = []

    def __call__(self, each: Built | Problem) -> None:
        """Stop the time of a letter when its second file is there, and that of its page."""
        if isinstance(each, Built) and each.format == "docx":
            self.ours.append(self._watch.lap())
            lay_out([self._bench.page(each.addressee)])
            self.theirs.append(self._watch.lap())


def _in_turn(bench: Bench) -> None:
    """Build on one core, and lay the page of each letter out after it, in the same process."""
    turns = _Turns(bench)
    wanted = BuildRequest(
        today=datetime.now(UTC).date(), briefs=("many",), out=bench.folder / "turns"
    )
    library, problems = open_library(bench.workspace)
    with _one_core():
        build(library, problems, wanted, turns)
    ours, theirs = turns.ours[1:], turns.theirs[1:]  # the first of each warms the process up
    _say("a letter by brief build, PDF and DOCX", ours)
    _say("its page by the bare WeasyPrint, warm", theirs)
    pairs = list(zip(ours, theirs, strict=True))
    clock = median(a.clock / b.clock for a, b in pairs)
    processor = median(a.processor / b.processor for a, b in pairs)
    print(
        f"  ratio pair by pair: median {clock:.2f} (at most 1.6), of the processor {processor:.2f}"
    )


def _side_by_side(bench: Bench, rounds: int) -> None:
    """Compare whole builds in one process with whole builds in two."""
    out = bench.folder / "out"
    pairs = [
        (_cost(bench.build(out, jobs=1)), _cost(bench.build(out, jobs=2))) for _ in range(rounds)
    ]
    _say("the whole build, --jobs 1", [one for one, _ in pairs])
    _say("the whole build, --jobs 2", [two for _, two in pairs])
    faster = median(one.clock / two.clock for one, two in pairs)
    print(f"  two are faster, round by round: median {faster:.2f} (at least 1.5)")


def _interruption(bench: Bench) -> None:
    """Kill a build in its middle; print how long the next one takes, and what it keeps."""
    out = bench.folder / "interrupted"
    words = bench.build(out, jobs=1)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(_files(out)) < bench.letters and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = _files(out)
    took = _cost(words).clock
    after = _files(out)
    kept = sum(after[name] == mark for name, mark in before.items())
    print(
        f"  killed after {len(before)} of {2 * bench.letters} files: the next build keeps {kept},"
        f" makes {len(after) - kept} and takes {took:.1f} s\n"
    )


def _files(out: Path) -> dict[str, tuple[int, int]]:
    """Return the files that were built, with what tells one that was written anew."""
    folder = out / "many"
    found = sorted(folder.glob("[!.]*")) if folder.exists() else []
    return {each.name: (each.stat().st_ino, each.stat().st_mtime_ns) for each in found}


def _say(name: str, costs: list[Cost]) -> None:
    """Print one line of the report."""
    processor = median(each.processor for each in costs)
    print(f"{row(name, [each.clock for each in costs])}  of the processor {processor:7.3f} s")


class Stopwatch:
    """Takes the time of one thing after another in this process."""

    def __init__(self) -> None:
        self._began = self._now()

    def _now(self) -> Cost:
        return Cost(time.perf_counter(), time.process_time())

    def lap(self) -> Cost:
        """Return what was taken since the last lap, and begin another."""
        before, self._began = self._began, self._now()
        now = self._began
        return Cost(now.clock - before.clock, now.processor - before.processor)


def _cost(words: list[str]) -> Cost:
    """Run a command, and return what it took with all its processes."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    took, now = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(took, now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime)


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep what is started on one core, where the system can."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
