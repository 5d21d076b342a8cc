"""The press: a process of its own that lays out PDFs while this one does everything else.

Why: WeasyPrint takes as long to load as the whole content, and as long to lay a letter out as
everything else together. The press loads it meanwhile, and lays a letter out while the Word file
of the same letter is written.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from generator.letter import Letter
from generator.render.base import Rendered, Resources
from generator.render.formats import FORMATS

FORMAT = "pdf"
"""The format that a press makes."""

Later = Callable[[], Rendered]
"""A file that is being made: called, it is waited for."""


class Press:
    """Lays letters out elsewhere, one after another."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def start(self, letter: Letter, resources: Resources) -> Later:
        """Begin to make the PDF of ``letter``."""
        files = {name: resources.read(name) for name in FORMATS[FORMAT].files}
        return self._pool.submit(_laid_out, letter, _Sent(files)).result


@dataclass(frozen=True, slots=True)
class _Sent:
    """The template files of a letter, sent along so that the press needs nothing else."""

    files: Mapping[str, bytes]

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``."""
        return self.files[name]


@contextmanager
def press() -> Iterator[Press | None]:
    """Start a press where the system can fork; elsewhere everything is done in one process."""
    if sys.platform != "linux":
        yield None
        return
    with ProcessPoolExecutor(
        max_workers=1, mp_context=get_context("fork"), initializer=_leave_ctrl_c
    ) as pool:
        pool.submit(FORMATS[FORMAT].load)
        yield Press(pool)


def _leave_ctrl_c() -> None:
    """Leave Ctrl-C to the process that waits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _laid_out(letter: Letter, resources: Resources) -> Rendered:
    """Make one PDF."""
    return FORMATS[FORMAT].render(letter, resources)
