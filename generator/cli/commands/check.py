"""``brief check``."""

from __future__ import annotations

import click

from generator.cli import options
from generator.cli.group import Session


@click.command("check")
@options.as_json
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.pass_obj
def command(session: Session, *, as_json: bool, strict: bool) -> int:
    """Show every problem in the workspace at once."""
    from generator.cli.work.check import run_check

    return run_check(session.workspace(), as_json=as_json, strict=strict)
