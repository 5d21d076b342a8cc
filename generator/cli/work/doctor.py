"""Looking at what the program needs on this machine, and how to get what is missing."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.output import say, say_json, visible
from generator.cli.work.finding import LOOKS, Finding
from generator.cli.work.making import silence, use_own_fonts


def run_doctor(root: Path, *, as_json: bool) -> int:
    """Print what was found; return 1 where something needed is missing."""
    use_own_fonts()
    with silence():
        found = [finding for look in LOOKS for finding in look(root)]
    if as_json:
        say_json([asdict(each) for each in found])
    else:
        for each in found:
            _say(each)
    return 0 if all(each.ok or not each.needed for each in found) else 1


def _say(finding: Finding) -> None:
    """Print one finding, with the remedy below it."""
    if finding.ok:
        mark = click.style("ok      ", fg="green")
    elif finding.needed:
        mark = click.style("missing ", fg="red")
    else:
        mark = click.style("optional", fg="yellow")
    say(f"{mark}  {finding.name}: {visible(finding.detail)}")
    if finding.remedy and not finding.ok:
        say(f"          {visible(finding.remedy)}")
