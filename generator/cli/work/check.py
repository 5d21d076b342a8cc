"""Checking a workspace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.cli.output import counted_as, say, say_json
from generator.cli.work.content import all_problems
from generator.cli.work.making import today
from generator.cli.work.telling import summary, tell_problems, verdict
from generator.problems import Problem, Severity


def run_check(root: Path, *, as_json: bool, strict: bool) -> int:
    """Print every problem of the workspace; return 1 where one is an error."""
    library, problems = all_problems(root, today())
    if strict:
        problems = tuple(_graver(problems))
    if as_json:
        say_json([each.as_json() for each in problems])
        return verdict(problems)
    tell_problems(problems)
    files = counted_as(len(library.files), "file")
    say(f"{files}: {summary(problems) or 'no problems'}.")
    return verdict(problems)


def _graver(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Yield the problems with warnings as errors."""
    for each in problems:
        warning = each.severity is Severity.WARNING
        yield replace(each, severity=Severity.ERROR) if warning else each
