"""``brief new``."""

from __future__ import annotations

from datetime import date

import click

from generator.cli import completion
from generator.cli.group import Session

KINDS = ("brief", "recommendation", "evidence", "person", "case", "source")


@click.command("new")
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@click.argument("name", metavar="ID")
@click.option(
    "--theme",
    metavar="T",
    shell_complete=completion.themes,
    help="The theme of a recommendation, of evidence or of a case.",
)
@click.option(
    "--country",
    metavar="FOLDER",
    shell_complete=completion.countries,
    help="The country's folder in recommendations/; not needed while there is only one.",
)
@click.option(
    "--code", metavar="CC", help="The country's two capital letters, where its folder is new."
)
@click.pass_obj
def command(
    session: Session,
    *,
    kind: str,
    name: str,
    theme: str | None,
    country: str | None,
    code: str | None,
) -> int:
    """Add a brief, recommendation, evidence, person, case or source.

    A skeleton with comments goes into the right file; nothing that stands there is changed.
    “brief check” then says, line by line, what is still to be filled in.
    """
    from generator.cli.work.new import run_new
    from generator.scaffold.wanted import Wanted

    today = date.today()  # noqa: DTZ011 (a letter has the date of the place where it is written)
    wanted = Wanted(kind, name, theme=theme, country=country, code=code, today=today)
    return run_new(session.workspace(), wanted)
