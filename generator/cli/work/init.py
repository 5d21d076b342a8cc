"""Making a workspace."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from generator.cli.output import say
from generator.scaffold.refusal import Refusal
from generator.scaffold.workspace import make_workspace


def run_init(folder: str) -> int:
    """Make a workspace and say what to do with it."""
    try:
        make_workspace(Path(folder))
    except Refusal as refusal:
        raise click.UsageError(str(refusal), ctx=click.get_current_context()) from None
    typed = "brief build" if folder == "." else f"brief -C {shlex.quote(folder)} build"
    say(f"A workspace is in {folder}; README.md there says what is where. Build its letter with:")
    say(f"    {typed}")
    return 0
