"""The press: a process of its own that lays out PDFs while this one does everything else.

Why: WeasyPrint takes as long to load as the whole content, and as long to lay a letter out as
everything else together. The press loads it meanwhile, and lays a letter out while the Word file
of the same letter is written.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from generator.letter import Letter
from generator.render.base import Rendered, RenderFailure, Resources
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
        """Begin to make the PDF of ``letter``; ``resources`` are sent along, and needed whole."""
        return self._pool.submit(_laid_out, letter, resources).result

    def end(self) -> None:
        """End the process, because others do its work."""
        self._pool.shutdown()


@contextmanager
def press() -> Iterator[Press | None]:
    """Start a press where the system can fork; elsewhere everything is done in one process."""
    if sys.platform != "linux":
        yield None
        return
    with ProcessPoolExecutor(
        max_workers=1, mp_context=get_context("fork"), initializer=end_with_the_command
    ) as pool:
        with ctrl_c_held():
            pool.submit(FORMATS[FORMAT].load)
        yield Press(pool)


@contextmanager
def ctrl_c_held() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: they never hear of it, and this one does afterwards.

    Why: Ctrl-C goes to every process of a command, and a process that has just begun would end
    with a traceback. One that ends while a file is made would leave this one waiting.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_the_command() -> None:
    """See to it that this process does not outlive the one that started it.

    Why: a command that is killed tells nobody, and its processes would wait for ever.
    """
    command = parent_process()
    if command:
        Thread(target=_end_after, args=(command,), daemon=True).start()


def _end_after(command: BaseProcess) -> None:
    """Wait for a process to end, and end this one."""
    command.join()
    os._exit(1)


def _laid_out(letter: Letter, resources: Resources) -> Rendered:
    """Make one PDF; what goes wrong is told from here, where it is known in which line."""
    try:
        return FORMATS[FORMAT].render(letter, resources)
    except RenderFailure:
        raise
    except Exception as error:  # noqa: BLE001 (it is told as a failure)
        raise RenderFailure.of(error) from None
