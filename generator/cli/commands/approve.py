"""``brief approve``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import completion, options
from generator.cli.group import Session


@click.command("approve")
@click.argument("brief", metavar="BRIEF", shell_complete=completion.briefs)
@options.delivery
@options.locale
@click.option("--by", metavar="NAME", help="Who approves, as workspace.yaml names them.")
@options.out
@options.identities
@click.pass_obj
def command(
    session: Session,
    *,
    brief: str,
    deliveries: tuple[str, ...],
    locales: tuple[str, ...],
    by: str | None,
    out: str | None,
    identities: Path | None,
) -> int:
    """Show what is not approved yet, and record who approves it.

    Without --by it shows what changed since the last approval, and records nothing.
    """
    from generator.cli.work.approve import run_approve

    return run_approve(
        session.workspace(),
        brief,
        deliveries=deliveries,
        locales=locales,
        by=by,
        out=out,
        identities=identities,
    )
