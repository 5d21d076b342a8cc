"""``brief doctor``."""

from __future__ import annotations

import click

from generator.cli import options
from generator.cli.group import Session


@click.command("doctor")
@options.as_json
@click.pass_obj
def command(session: Session, *, as_json: bool) -> int:
    """Say what is missing here, and the command that mends it."""
    from generator.cli.work.doctor import run_doctor

    return run_doctor(session.root, as_json=as_json)
