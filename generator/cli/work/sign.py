"""Signing files: the key and its passphrase, and the table of what was signed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli.output import say_json
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import tell_problems, verdict
from generator.problems import Place, Problem, problem
from generator.signing.keys import Key, KeyFile, KeyUnusableError, Token
from generator.signing.library import is_there
from generator.verification import Asked
from generator.verification.sign import Signed, sign

_COLUMNS = (
    Column("brief"),
    Column("delivery"),
    Column("addressee"),
    Column("locale"),
    Column("signed at"),
    Column("path", wraps=True),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of the key and of the time stamp."""

    key: Path | None
    token: Path | None
    token_label: str | None
    key_label: str | None
    cert_label: str | None
    passphrase_file: Path | None
    timestamp: str | None

    def check(self) -> None:
        """Refuse what names no key, or two, or an authority that is no web address."""
        if (self.key is None) == (self.token is None):
            raise click.UsageError("Give the key with --key FILE.p12 or with --token MODULE.")
        if self.token and not self.key_label:
            raise click.UsageError("Say with --key-label what the key is called on the token.")
        if self.timestamp and not self.timestamp.startswith(("https://", "http://")):
            raise click.UsageError("The address of an authority begins with https:// or http://.")

    def named(self) -> Key:
        """Return the key that was named, with its passphrase."""
        if self.token:
            return Token(
                self.token,
                self.token_label,
                self.key_label or "",
                self.cert_label,
                self._passphrase(),
            )
        return KeyFile(self.key or Path(), self._passphrase())

    def _passphrase(self) -> str:
        """Return the passphrase: from a file, or from whoever sits there, without showing it."""
        if self.passphrase_file:
            text = self.passphrase_file.read_text(encoding="utf-8")
            return text.split("\n", 1)[0].rstrip("\r")
        if not sys.stdin.isatty():
            raise click.UsageError(
                "Nobody can be asked for the passphrase here; give it with --passphrase-file."
            )
        return str(
            click.prompt("Passphrase", hide_input=True, default="", show_default=False, err=True)
        )


def run_sign(
    root: Path, files: tuple[Path, ...], typed: Typed, *, out: Path | None, as_json: bool
) -> int:
    """Sign each file; print what was signed, and why something was not."""
    typed.check()
    place = Place((typed.key or typed.token or Path()).as_posix())
    signed: list[Signed] = []
    problems: list[Problem] = []
    if not is_there():
        problems.append(problem("signing-missing", place))
    else:
        asked = Asked(root, out, (), datetime.now(UTC).replace(microsecond=0))
        try:
            for each in _signed(files, typed, asked):
                if isinstance(each, Signed):
                    signed.append(each)
                else:
                    problems += each
        except KeyUnusableError as error:
            problems.append(problem(error.rule, place))
        except UnicodeDecodeError:
            problems.append(problem("key-unusable", place))
    tell_problems(problems)
    if as_json:
        say_json([each.as_json() for each in signed])
    elif signed:
        say_table(_COLUMNS, [_row(each) for each in signed])
    return verdict(problems)


def _signed(
    files: tuple[Path, ...], typed: Typed, asked: Asked
) -> Iterator[Signed | tuple[Problem, ...]]:
    """Yield what became of each file; raise KeyUnusableError, or OSError of the key's file."""
    from generator.signing.stamping import Authority

    stamper = Authority(typed.timestamp) if typed.timestamp else None
    with typed.named().signer() as signer:
        for each in files:
            yield sign(each, asked, signer, stamper)


def _row(each: Signed) -> tuple[str, ...]:
    """Return a line of the table."""
    record = each.record
    named = ("delivery", "addressee", "locale", "signed_at")
    path = os.path.relpath(each.path) if each.path.is_relative_to(Path.cwd()) else str(each.path)
    return (each.brief, *(str(record.get(name) or "") for name in named), path)
