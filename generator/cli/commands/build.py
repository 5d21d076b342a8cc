"""``brief build``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import completion, options
from generator.cli.group import Session


@click.command("build")
@click.argument("briefs", metavar="[BRIEF]...", nargs=-1, shell_complete=completion.briefs)
@options.making
@options.identities
@options.as_json
@click.pass_obj
def command(  # noqa: PLR0913 (one parameter for each option)
    session: Session,
    *,
    briefs: tuple[str, ...],
    deliveries: tuple[str, ...],
    locales: tuple[str, ...],
    formats: tuple[str, ...],
    out: str | None,
    on: date | None,
    draft: bool,
    jobs: int,
    identities: Path | None,
    as_json: bool,
) -> int:
    """Build the letters of the briefs named, or of all."""
    from generator.cli.work.early import early_press

    workspace = session.workspace()
    with early_press(briefs, formats, jobs=jobs) as press:
        from generator.cli.work.build import run_build
        from generator.cli.work.making import Making

        making = Making(
            workspace,
            briefs,
            deliveries,
            locales,
            formats,
            out,
            on,
            draft=draft,
            jobs=jobs,
            identities=identities,
        )
        return run_build(making, press, as_json=as_json)
