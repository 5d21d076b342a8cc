"""What is started before the content is loaded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from generator import charts
from generator.render.pdf_file import prepare
from generator.render.press import FORMAT, Press, press


@contextmanager
def early_press(
    briefs: Sequence[str], formats: Sequence[str], *, jobs: int
) -> Iterator[Press | None]:
    """Start a press for one brief of which a PDF may be wanted.

    Many briefs go to as many processes, and ``--jobs 1`` asks for no other process.
    """
    wanted = len(briefs) == 1 and jobs > 1 and (not formats or FORMAT in formats)
    if not wanted:
        yield None
        return
    prepare(os.environ)
    charts.prepare(os.environ)
    with press() as started:
        yield started
