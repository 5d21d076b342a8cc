"""``brief list``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli import completion, options
from generator.cli.group import Session

if TYPE_CHECKING:
    from generator.model.base import Sensitivity

KINDS = (
    "briefs",
    "themes",
    "recommendations",
    "evidence",
    "people",
    "cases",
    "sources",
    "commitments",
    "audiences",
    "documents",
)


@click.command("list")
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@click.option(
    "--theme",
    metavar="T",
    shell_complete=completion.themes,
    help="Only what belongs to this theme.",
)
@click.option(
    "--audience",
    metavar="A",
    shell_complete=completion.audiences,
    help="Only what this audience may be told.",
)
@options.clearance
@options.as_json
@click.pass_obj
def command(
    session: Session,
    *,
    kind: str,
    theme: str | None,
    audience: str | None,
    clearance: Sensitivity,
    as_json: bool,
) -> int:
    """List what the workspace holds.

    KIND is briefs, themes, recommendations, evidence, people, cases, sources, commitments,
    audiences or documents. In the place of a text above the clearance stands “…”; people whom not
    every reader of that clearance may know by name are listed without it.
    """
    from generator.cli.work.list import run_list

    return run_list(
        session.workspace(),
        kind,
        theme=theme,
        audience=audience,
        clearance=clearance,
        as_json=as_json,
    )
