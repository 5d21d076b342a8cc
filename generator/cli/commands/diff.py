"""``brief diff``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import completion, options
from generator.cli.group import Session


@click.command("diff")
@click.argument("file", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.option(
    "--brief",
    metavar="BRIEF",
    shell_complete=completion.briefs,
    help="It was made from a letter of this brief; by default from the one that it is most like.",
)
@click.option(
    "--delivery",
    metavar="D",
    shell_complete=completion.deliveries,
    help="It was made from a letter of this delivery.",
)
@click.option(
    "--locale",
    metavar="L",
    shell_complete=completion.locales,
    help="It was made from the letter in this locale.",
)
@options.built_in
@options.as_json
@click.pass_obj
def command(
    session: Session,
    *,
    file: Path,
    brief: str | None,
    delivery: str | None,
    locale: str | None,
    out: Path | None,
    as_json: bool,
) -> int:
    """Show what was edited in a Word file, and where it is written.

    Each line is a sentence that was changed, added, removed or remarked on, whether or not the
    changes were tracked, with the file and line in which it is written.
    """
    from generator.cli.work.diff import run_diff
    from generator.comparison import Wanted

    wanted = Wanted(brief, delivery, locale)
    return run_diff(session.workspace(), file, wanted, out=out, as_json=as_json)
