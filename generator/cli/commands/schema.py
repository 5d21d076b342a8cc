"""``brief schema``."""

from __future__ import annotations

import click

from generator.cli.group import Session


@click.command("schema")
@click.argument("kind", metavar="[KIND]", required=False)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write a file for each kind to this folder, such as .schema in the workspace.",
)
@click.pass_obj
def command(session: Session, *, kind: str | None, out: str | None) -> int:
    """Print the JSON Schema of the YAML files, for editors.

    KIND is one of their kinds, such as theme or brief; without it, all are printed.

    The line that makes an editor use it stands in each schema under “$comment”, and is told on
    standard error.
    """
    from generator.cli.work.schema import run_schema

    return run_schema(session.root, kind, out=out)
