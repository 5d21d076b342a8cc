"""Adding a record or a brief."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.output import say
from generator.library import open_library
from generator.scaffold.adding import add
from generator.scaffold.refusal import Refusal
from generator.scaffold.wanted import Wanted


def run_new(root: Path, wanted: Wanted) -> int:
    """Add what is wanted and say where it stands."""
    library, _ = open_library(root)
    try:
        place = add(wanted, library)
    except Refusal as refusal:
        raise click.UsageError(str(refusal), ctx=click.get_current_context()) from None
    say(f"{place.file}:{place.line}: the {wanted.kind} “{wanted.id}” begins here.")
    say("    Fill in the keys that have no value; “brief check” lists them.")
    return 0
