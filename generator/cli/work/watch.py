"""Building again on every save."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import click
from watchfiles import Change, DefaultFilter, watch

from generator.cli.output import tell
from generator.cli.work.build import build_and_tell
from generator.cli.work.content import checked_library
from generator.cli.work.making import Making, use_own_fonts
from generator.library import Library
from generator.problems import Problem

Checked = tuple[Library, tuple[Problem, ...]]

_PLACES = ("recommendations", "briefs", "templates", "locales", "workspace.yaml")
"""What of a workspace a letter is made from."""


def run_watch(making: Making) -> int:
    """Build, and build again after every change, until Ctrl-C."""
    use_own_fonts()
    content = checked_library(making.root)
    build_and_tell(making, *content)
    tell("Watching; Ctrl-C ends this.")
    with _interruption() as stop:
        for changes in watch(making.root, watch_filter=Content(making), stop_event=stop):
            content = _built_again(making, content, [path for _, path in changes])
    raise KeyboardInterrupt


@contextmanager
def _interruption() -> Iterator[Event]:
    """Keep it in mind that Ctrl-C was pressed.

    Why: Python drops an interruption that comes while it cleans an object up, and the watch
    would then go on for ever.
    """
    stop = Event()

    def interrupt(_number: int, _frame: object) -> None:
        stop.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _built_again(making: Making, content: Checked, changed: Iterable[str]) -> Checked:
    """Build after a change; the library is kept where no file of content changed."""
    endings = (".yaml", ".yml", ".csv")
    if any(path.endswith(endings) or not Path(path).is_file() for path in changed):
        content = checked_library(making.root)
    try:
        build_and_tell(making, *content)
    except click.UsageError as error:
        tell(f"Error: {error.format_message()}")
    except OSError as error:
        tell(f"Error: {error.filename}: {error.strerror}")
    tell("Watching; Ctrl-C ends this.")
    return content


class Content(DefaultFilter):
    """Lets through the files that a letter is made from, not those that are built."""

    def __init__(self, making: Making) -> None:
        super().__init__()
        self._root = making.root.resolve()
        self._out = making.request().out.resolve()

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change is worth a build."""
        where = Path(path)
        absolute = where.parent.resolve() / where.name
        if absolute.is_relative_to(self._out) or not absolute.is_relative_to(self._root):
            return False
        parts = absolute.relative_to(self._root).parts
        hidden = any(part.startswith(".") for part in parts)
        return bool(parts) and parts[0] in _PLACES and not hidden and super().__call__(change, path)
