"""``brief translate``: update, status, export and import."""

from __future__ import annotations

import click

from generator.cli import completion, options
from generator.cli.group import Session

_FILE = click.Path(dir_okay=False)

_locale = click.option(
    "--locale",
    "locale",
    metavar="L",
    required=True,
    shell_complete=completion.locales,
    help="The language to translate into.",
)
_locales = click.option(
    "--locale",
    "locales",
    metavar="L",
    multiple=True,
    shell_complete=completion.locales,
    help="Only this language; may be given several times.",
)
_briefs = click.option(
    "--brief",
    "briefs",
    metavar="BRIEF",
    multiple=True,
    shell_complete=completion.briefs,
    help="Only what the letters of this brief say; may be given several times.",
)


class _InOrder(click.Group):
    """A group whose commands are shown in the order in which people meet them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (Click's signature)
        """Return the names as they were added."""
        return list(self.commands)


@click.group("translate", cls=_InOrder)
def command() -> None:
    """Bring catalogues up to date, and exchange files with translators."""


@command.command("update")
@_locales
@click.pass_obj
def update(session: Session, *, locales: tuple[str, ...]) -> int:
    """Bring the catalogues in locales/ up to date with the content and the templates.

    A translation whose source changed is kept, and marked as stale with the old source beside
    the new one. Nothing that was translated is lost.
    """
    from generator.cli.work.translate import run_update

    return run_update(session.workspace(), locales)


@command.command("status")
@_locales
@_briefs
@options.clearance
@options.as_json
@click.pass_obj
def status(
    session: Session,
    *,
    locales: tuple[str, ...],
    briefs: tuple[str, ...],
    clearance: str,
    as_json: bool,
) -> int:
    """Count what is missing, stale, translated and reviewed in each language."""
    from generator.cli.work.translate import run_status

    return run_status(session.workspace(), locales, briefs, clearance=clearance, as_json=as_json)


@command.command("export")
@_locale
@click.option(
    "--to",
    "ending",
    type=click.Choice(("xlsx", "po")),
    help="A spreadsheet or a gettext catalogue; by default what the name of FILE ends in.",
)
@options.clearance
@click.option("--all", "everything", is_flag=True, help="Also what needs no work.")
@_briefs
@click.argument("file", metavar="FILE", type=_FILE)
@click.pass_obj
def export(
    session: Session,
    *,
    locale: str,
    ending: str | None,
    clearance: str,
    everything: bool,
    briefs: tuple[str, ...],
    file: str,
) -> int:
    """Write what is to be translated to FILE, for a translator."""
    from generator.cli.work.exchange import run_export

    return run_export(
        session.workspace(),
        locale=locale,
        ending=ending,
        clearance=clearance,
        everything=everything,
        briefs=briefs,
        file=file,
    )


@command.command("import")
@_locale
@click.option(
    "--reviewed-by",
    "reviewer",
    metavar="NAME",
    help="Record that this native speaker has read every translation in FILE.",
)
@click.argument("file", metavar="FILE", type=_FILE)
@click.pass_obj
def import_(session: Session, *, locale: str, reviewer: str | None, file: str) -> int:
    """Take the translations of FILE back; what cannot be taken is reported row by row."""
    from datetime import date

    from generator.cli.work.exchange import run_import

    today = date.today()  # noqa: DTZ011 (the day where the reviewer works)
    return run_import(session.workspace(), locale=locale, reviewer=reviewer, today=today, file=file)
