"""``brief sign``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import Session

_FILE = click.Path(path_type=Path)


@click.command("sign")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FILE)
@click.option("--key", metavar="FILE.p12", type=_FILE, help="The key, in a PKCS#12 file.")
@click.option(
    "--token",
    metavar="MODULE",
    type=_FILE,
    help="The key is on a token: the PKCS#11 module that comes with it, such as a .so file.",
)
@click.option("--token-label", metavar="NAME", help="What the token is called, if there are more.")
@click.option("--key-label", metavar="NAME", help="What the key is called on the token.")
@click.option("--cert-label", metavar="NAME", help="What its certificate is called, if otherwise.")
@click.option(
    "--passphrase-file",
    metavar="FILE",
    type=_FILE,
    help="Read the passphrase or PIN from the first line of this file; else you are asked for it.",
)
@click.option(
    "--timestamp",
    metavar="URL",
    help="Ask this authority for a time stamp: the only thing that is ever asked of the network.",
)
@options.built_in
@options.as_json
@click.pass_obj
def command(  # noqa: PLR0913 (one parameter for each option)
    session: Session,
    *,
    files: tuple[Path, ...],
    key: Path | None,
    token: Path | None,
    token_label: str | None,
    key_label: str | None,
    cert_label: str | None,
    passphrase_file: Path | None,
    timestamp: str | None,
    out: Path | None,
    as_json: bool,
) -> int:
    """Sign final PDFs, with a key in a file or on a token.

    Each signed file stands beside the one that was built: the signature is an update behind its
    bytes (PAdES B-B, with a time stamp B-T). The passphrase is never typed on the command line.
    """
    from generator.cli.work.sign import Typed, run_sign

    typed = Typed(key, token, token_label, key_label, cert_label, passphrase_file, timestamp)
    return run_sign(session.root, files, typed, out=out, as_json=as_json)
