"""``brief explain``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import completion, options
from generator.cli.group import Session


@click.command("explain")
@click.argument("brief", metavar="BRIEF", shell_complete=completion.briefs)
@options.delivery
@options.locale
@options.identities
@options.as_json
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Write the explanation to this file, as a page for the browser.",
)
@click.pass_obj
def command(
    session: Session,
    *,
    brief: str,
    deliveries: tuple[str, ...],
    locales: tuple[str, ...],
    identities: Path | None,
    as_json: bool,
    page: str | None,
) -> int:
    """Say why each item is in or out, and how long the letters are."""
    from generator.cli.work.explain import run_explain

    return run_explain(
        session.workspace(),
        brief,
        deliveries=deliveries,
        locales=locales,
        identities=identities,
        as_json=as_json,
        page=page,
    )
