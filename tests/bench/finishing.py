"""What accessibility, archiving and finishing add to the bare layout and writing of a PDF."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from generator import fonts
from generator.building.preparing import dated, delivery_of, prepare
from generator.catalogues.lookup import Catalogues
from generator.library import open_library
from generator.loading.templates import Templates
from generator.render.html_page import print_html
from generator.render.letterhead import heard_once
from generator.render.pdf.archive import write
from generator.render.pdf.links import link_notes
from tests.bench.measure import RUNS, row

_LETTERS = (("brussels-2026", "leaders"), ("astana-2026", "un-treaty-body"))
_MOST = 35


def finishing(root: Path) -> None:
    """Lay letters out in this process, bare and as they are sent, in turn."""
    fonts.isolate(os.environ)
    library, _ = open_library(root)
    print("accessible and archival PDF, against neither variant nor tags, in one process")
    for brief, delivery in _LETTERS:
        entry = dated(library, brief, None)
        prepared = prepare(
            library,
            entry,
            delivery_of(entry, delivery),
            Catalogues(library).of("en"),
            locale="en",
            addressee=None,
            draft=True,
        )
        letter = prepared.letter_in("pdf")
        page = print_html(letter, Templates(library.workspace))
        _compare(f"{brief}, {delivery}", page, heard_once(letter))
    print()


def _compare(name: str, page: str, heard: tuple[str, ...]) -> None:
    """Print what one letter takes in both ways."""
    import weasyprint
    import weasyprint.pdf

    html = weasyprint.HTML(string=page)

    def finished(document: Any) -> None:
        link_notes(document)
        write(weasyprint.pdf, document, "0" * 32, heard)

    def bare(document: Any) -> None:
        document.write_pdf()

    times: dict[str, list[float]] = {"laid out": [], "bare": [], "finished": []}
    for _ in range(RUNS + 1):
        took = _taken(html.render)
        times["laid out"].append(took)
        for way, make in (("bare", bare), ("finished", finished)):
            document = html.render()
            times[way].append(_taken(partial(make, document)))
    laid_out, plain, ours = (each[1:] for each in times.values())
    print(f"  {name}")
    for what, each in (("laid out", laid_out), ("written bare", plain), ("written as sent", ours)):
        print(row(what, each))
    added = [
        100 * (theirs + most) / (theirs + least) - 100
        for theirs, least, most in zip(laid_out, plain, ours, strict=True)
    ]
    print(f"  added to both, round by round: median {median(added):.0f} % (at most {_MOST} %)")


def _taken(make: Callable[[], object]) -> float:
    """Return how much of the processor a call takes, in seconds."""
    began = time.process_time()
    make()
    return time.process_time() - began
