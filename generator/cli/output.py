"""Writing to standard output and standard error; light, as every command begins with it."""

from __future__ import annotations

import os
import re
import sys
from io import TextIOWrapper
from typing import Any, TextIO

import click

_UNSEEN = r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"


def say(text: str) -> None:
    """Write a line to standard output."""
    _write(text, sys.stdout)


def tell(text: str) -> None:
    """Write a line to standard error; where that is not possible, nobody can be told."""
    try:
        _write(text, sys.stderr)
    except OSError:
        _close(sys.stderr)


def say_json(value: Any) -> None:
    """Write one JSON value to standard output."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=2))


def visible(text: str) -> str:
    """Return ``text`` in one line, with characters escaped that could steer a terminal."""
    return re.sub(_UNSEEN, lambda found: f"\\x{ord(found[0]):02x}", text)


def counted_as(count: int, word: str) -> str:
    """Return a number with its English noun."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what has no UTF-8 form is escaped."""
    if sys.stdout is None:  # closed by the shell, as after >&-
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def finish() -> None:
    """Write out what is still held back; what cannot be written any more is dropped."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _close(stream)


def _nowhere() -> TextIO:
    """Return a stream that nobody reads."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 (no pathlib at the start)


def _write(text: str, stream: TextIO) -> None:
    """Write a line; where nobody reads on, go on in silence."""
    try:
        click.echo(text, file=stream)
    except BrokenPipeError:
        _close(stream)


def _close(stream: TextIO) -> None:
    """Let a stream that nobody reads lead nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
