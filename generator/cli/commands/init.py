"""``brief init``."""

from __future__ import annotations

import click


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path())
def command(folder: str) -> int:
    """Make a workspace that builds at once.

    Each file in it explains itself. A folder that has something in it is left alone.
    """
    from generator.cli.work.init import run_init

    return run_init(folder)
