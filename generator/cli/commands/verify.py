"""``brief verify``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import Session


@click.command("verify")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.built_in
@click.option(
    "--trust",
    "trusted",
    metavar="FILE.pem",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Trust a signer for whom a certificate in this file vouches; may be given several times.",
)
@options.as_json
@click.pass_obj
def command(
    session: Session,
    *,
    files: tuple[Path, ...],
    out: Path | None,
    trusted: tuple[Path, ...],
    as_json: bool,
) -> int:
    """Say whether a file is exactly what was built.

    It is compared with the manifests of the folder that it was built in, whatever it is called
    now. If it is something else, it says what differs; of a signature, whose it is and whether it
    holds.
    """
    from generator.cli.work.verify import run_verify

    return run_verify(session.root, files, out=out, trusted=trusted, as_json=as_json)
