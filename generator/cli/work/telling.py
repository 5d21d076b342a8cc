"""Problems, told to the user on standard error, and the exit code they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click

from generator.cli.exits import DONE, FAULT, PROBLEMS
from generator.cli.output import counted_as, tell, visible
from generator.problems import PROGRAM_FAULT, Problem, Severity, errors, in_order

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def tell_problems(problems: Iterable[Problem]) -> None:
    """Write each problem with its place, in the order of files and lines, the remedy below it."""
    for each in in_order(problems):
        place = f"{each.place.file}:{each.place.line}:{each.place.column}"
        severity = click.style(str(each.severity), fg=_COLOURS[each.severity])
        tell(f"{visible(place)}: {severity}: {visible(each.message)}")
        if each.hint:
            tell(f"    {visible(each.hint)}")


def tell_elsewhere(all_problems: Iterable[Problem], told: Iterable[Problem]) -> None:
    """Say that there are errors which do not concern what was asked for."""
    elsewhere = len(errors(all_problems)) - len(errors(told))
    if elsewhere > 0:
        tell(f"{counted_as(elsewhere, 'error')} elsewhere; “brief check” shows all.")


def summary(problems: Iterable[Problem]) -> str:
    """Return how many problems there are of each severity, as in “1 error, 2 notes”."""
    counted = Counter(each.severity for each in problems)
    return ", ".join(counted_as(counted[each], each) for each in Severity if counted[each])


def verdict(problems: Iterable[Problem]) -> int:
    """Return the exit code: 3 where the program failed, 1 where there is an error, else 0."""
    found = tuple(problems)
    if any(each.rule == PROGRAM_FAULT for each in found):
        return FAULT
    return PROBLEMS if errors(found) else DONE
