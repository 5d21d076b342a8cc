"""Verifying files, and the table of what they are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from generator.cli.output import say_json
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import tell_problems, verdict
from generator.verification import Asked, Verified, verify

_COLUMNS = (
    Column("file", wraps=True),
    Column("verified"),
    Column("state"),
    Column("brief"),
    Column("delivery"),
    Column("addressee"),
    Column("locale"),
    Column("format"),
    Column("date"),
    Column("built on"),
    Column("version"),
    Column("signed by"),
    Column("signature"),
)


def run_verify(
    root: Path,
    files: tuple[Path, ...],
    *,
    out: Path | None,
    trusted: tuple[Path, ...],
    as_json: bool,
) -> int:
    """Print what each file is; return 1 unless all are what was built."""
    asked = Asked(root, out, trusted, datetime.now(UTC))
    found = [verify(each, asked) for each in files]
    problems = [problem for each in found for problem in each.problems]
    tell_problems(problems)
    if as_json:
        say_json([each.as_json() for each in found])
    else:
        say_table(_COLUMNS, [_row(each) for each in found])
    return verdict(problems)


def _row(each: Verified) -> tuple[str, ...]:
    """Return a line of the table; of a file that was changed, what it was made from."""
    known = each.known

    def said(key: str) -> str:
        return known.said(key) if known else ""

    form = f"{said('format')} (draft)" if known and known.draft else said("format")
    return (
        str(each.path),
        "yes" if each.verified else "no",
        each.state,
        known.brief if known else "",
        said("delivery"),
        said("addressee"),
        said("locale"),
        form,
        said("date"),
        said("built_on"),
        said("version"),
        ", ".join(signature.signer for signature in each.signatures),
        ", ".join(_held(each)),
    )


def _held(each: Verified) -> list[str]:
    """Return of each signature whether it holds, from when it is, and whether it is trusted."""
    told = []
    for signature in each.signatures:
        moment = signature.stamped_at or signature.signed_at
        parts = (
            "intact" if signature.intact and signature.whole else "broken",
            moment.strftime("%Y-%m-%d %H:%M %Z") if moment else "",
            "stamped" if signature.stamped_at else "",
            {True: "trusted", False: "not trusted", None: "signer not checked"}[signature.trusted],
        )
        told.append(", ".join(filter(None, parts)))
    return told
