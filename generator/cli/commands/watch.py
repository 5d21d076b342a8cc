"""``brief watch``."""

from __future__ import annotations

from datetime import date

import click

from generator.cli import completion, options
from generator.cli.group import Session


@click.command("watch")
@click.argument("brief", metavar="BRIEF", shell_complete=completion.briefs)
@options.making
@click.pass_obj
def command(  # noqa: PLR0913 (one parameter for each option)
    session: Session,
    *,
    brief: str,
    deliveries: tuple[str, ...],
    locales: tuple[str, ...],
    formats: tuple[str, ...],
    out: str | None,
    on: date | None,
    draft: bool,
    jobs: int,
) -> int:
    """Build a brief again whenever a file is saved; Ctrl-C ends it."""
    from generator.cli.work.making import Making
    from generator.cli.work.watch import run_watch

    return run_watch(
        Making(
            session.workspace(),
            (brief,),
            deliveries,
            locales,
            formats,
            out,
            on,
            draft=draft,
            jobs=jobs,
        )
    )
