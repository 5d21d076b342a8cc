"""What is started before the content is loaded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from generator.render.pdf_file import prepare
from generator.render.press import FORMAT, Press, press


@contextmanager
def early_press(formats: Sequence[str], *, jobs: int) -> Iterator[Press | None]:
    """Start a press where a PDF may be wanted and a second processor is there to make it."""
    wanted = jobs <= 1 and (not formats or FORMAT in formats) and (os.cpu_count() or 1) > 1
    if not wanted:
        yield None
        return
    prepare(os.environ)
    with press() as started:
        yield started
