"""Letters to many: what each costs, what a second process brings, what an interruption costs."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import cast

from generator import fonts
from generator.building.preparing import dated, prepare
from generator.catalogues.lookup import Catalogues
from generator.library import open_library
from generator.loading.templates import Templates
from generator.model.brief import Brief
from generator.render.html_page import print_html

LETTERS = 100
ROUNDS = 3
_CONTENT = ("recommendations", "briefs", "templates", "locales")
_MODEL = "brussels-2026"
_OFFICE = """
  - id: bench_{n}
    titles: {{en: Head of office {n}}}
    audience: eu
    rank: {n}
    postal: {{en: ["{n} Long Street", "{n} Brussels"]}}
    holders:
      - checked_on: 2026-01-01
        forms: {{en: {{block: [Head {n}], salutation: "Dear Head {n},", closing: Yours}}}}
"""
_DELIVERY = """
deliveries:
  - id: offices
    audience: eu
    document: letter
    addressees: [{offices}]
    jointly: false
    asks_first: true
    themes: [{themes}]
    locales: [en]
    formats: [pdf, docx]
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: on the clock, and of a processor, in seconds."""

    clock: float
    processor: float

    def less(self, start: Cost, letters: int) -> Cost:
        """Return the cost of one letter more: this of so many, without that of the first."""
        return Cost(
            (self.clock - start.clock) / (letters - 1),
            (self.processor - start.processor) / (letters - 1),
        )


@dataclass(frozen=True, slots=True)
class Bench:
    """A workspace with letters to many, and their pages for the bare WeasyPrint."""

    folder: Path
    letters: int

    def build(self, *options: str) -> list[str]:
        """Return the words of a build."""
        root = str(self.folder / "workspace")
        return [sys.executable, "-m", "generator", "-C", root, "build", *options]

    def bare(self, *, one: bool = False) -> list[str]:
        """Return the words that lay the same pages out with the bare WeasyPrint."""
        pages = sorted((self.folder / "pages").glob("*.html"))
        return [sys.executable, "-m", "tests.bench.bare", *map(str, pages[:1] if one else pages)]


def many(root: Path, folder: Path, *, letters: int = LETTERS, rounds: int = ROUNDS) -> None:
    """Print what letters to many cost; ``root`` has the content, ``folder`` takes the files."""
    bench = Bench(folder / "many", letters)
    pages = _prepared(root, bench)
    print(f"{letters} letters, each to another office, PDF and DOCX, {pages} pages each")
    out = str(bench.folder / "out")
    ours, theirs, faster, dearer = [], [], [], []
    for _ in range(rounds):
        with _one_core():
            first = _cost(bench.build("one", "--jobs", "1", "--out", out))
            whole = _cost(bench.build("many", "--jobs", "1", "--out", out))
            bare_first = _cost(bench.bare(one=True))
            ours.append(whole.less(first, letters))
            theirs.append(_cost(bench.bare()).less(bare_first, letters))
        two = _cost(bench.build("many", "--jobs", "2", "--out", out))
        faster.append(whole.clock / two.clock)
        dearer.append(two.processor / whole.processor)
    _say("brief build --jobs 1, one letter", ours)
    _say("bare WeasyPrint, warm, one page", theirs)
    pairs = list(zip(ours, theirs, strict=True))
    clock = median(a.clock / b.clock for a, b in pairs)
    processor = median(a.processor / b.processor for a, b in pairs)
    print(f"  ratio round by round: median {clock:.2f}, of the processor {processor:.2f} (≤ 1.6)")
    print(
        f"  --jobs 2 is faster by: median {median(faster):.2f} (at least 1.5),"
        f" and takes {median(dearer):.2f} of the processor"
    )
    _interruption(bench)


def _interruption(bench: Bench) -> None:
    """Kill a build in its middle; print how long the next one takes, and what it keeps."""
    out = bench.folder / "interrupted"
    words = bench.build("many", "--jobs", "1", "--out", str(out))
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
    clock, processor = ([getattr(each, key) for each in costs] for key in ("clock", "processor"))
    print(
        f"  {name:<44} min {min(clock):7.3f}  median {median(clock):7.3f}  max {max(clock):7.3f} s"
        f"  of the processor {median(processor):7.3f} s"
    )


def _cost(words: list[str]) -> Cost:
    """Run a command, and return what it took with all its processes."""
    isolated = dict(os.environ)
    fonts.isolate(isolated)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(
        words, env=isolated, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    took = time.perf_counter() - began
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(took, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)


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


def _prepared(root: Path, bench: Bench) -> int:
    """Make the workspace and the pages; return how many sheets a letter has."""
    workspace = bench.folder / "workspace"
    for name in _CONTENT:
        shutil.copytree(root / name, workspace / name)
    directory = workspace / "briefs/directory/offices.yaml"
    names = [f"bench_{n}" for n in range(100, 100 + bench.letters)]
    offices = "".join(_OFFICE.format(n=name.removeprefix("bench_")) for name in names)
    directory.write_text(directory.read_text("utf-8") + offices, "utf-8")
    model = (root / f"briefs/{_MODEL}.yaml").read_text("utf-8").partition("\ndeliveries:")[0]
    library, _ = open_library(root)
    themes = ", ".join(cast("Brief", library.get(Brief, _MODEL)).themes[:-1])
    for brief, addressees in (("many", names), ("one", names[:1])):
        delivery = _DELIVERY.format(offices=", ".join(addressees), themes=themes)
        path = workspace / f"briefs/{brief}.yaml"
        path.write_text(model.replace("BRU-", f"{brief.upper()}-") + delivery, "utf-8")
    return _pages(bench, names)


def _pages(bench: Bench, names: list[str]) -> int:
    """Write each letter as a page for the bare WeasyPrint; return how many sheets one has."""
    library, _ = open_library(bench.folder / "workspace")
    entry = dated(library, "many", None)
    delivery = cast("Brief", entry.record).deliveries[0]
    translations = Catalogues(library).of("en")
    folder = bench.folder / "pages"
    folder.mkdir()
    for name in names:
        prepared = prepare(
            library, entry, delivery, translations, locale="en", addressee=name, draft=False
        )
        page = print_html(prepared.letter_in("pdf"), Templates(library.workspace))
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    from tests.bench.bare import lay_out

    fonts.isolate(os.environ)
    return lay_out([folder / f"{names[0]}.html"])
