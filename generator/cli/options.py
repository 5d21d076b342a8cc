"""Options that several commands share, and the values they take."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli import completion

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("pdf", "docx", "html", "md", "eml")
"""The formats of ``--to``; a test compares them with those that can be made."""


class Day(click.ParamType[date]):
    """A day such as 2026-06-22."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or say what is wrong with it."""
        if isinstance(value, date):
            return value
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            self.fail(f"“{value}” is not a day such as 2026-06-22.", param, ctx)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"The calendar has no day {value}; the order is year-month-day.", param, ctx)


class Formats(click.ParamType[tuple[str, ...]]):
    """Formats with commas between them."""

    name = "formats"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the formats, each once, in the order typed."""
        if isinstance(value, tuple):
            return value
        names = tuple(dict.fromkeys(each.strip().lower() for each in value.split(",")))
        for name in names:
            if name not in FORMATS:
                near = get_close_matches(name, FORMATS, n=1, cutoff=0.4)
                hint = f"Did you mean “{near[0]}”?" if near else f"There are {', '.join(FORMATS)}."
                self.fail(f"“{name}” is not a format. {hint}", param, ctx)
        return names


as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON value to standard output."
)
delivery = click.option(
    "--delivery",
    "deliveries",
    metavar="D",
    multiple=True,
    shell_complete=completion.deliveries,
    help="Only this delivery; may be given several times.",
)
locale = click.option(
    "--locale",
    "locales",
    metavar="L",
    multiple=True,
    shell_complete=completion.locales,
    help="Only this locale, of the deliveries that have it; may be given several times.",
)
out = click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Where the files are; by default output/ in the workspace.",
)
built_in = click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where letters were built; by default the folder that FILE lies in, else output/.",
)
clearance = click.option(
    "--clearance",
    type=click.Choice(("public", "restricted", "internal")),
    default="public",
    help="What who reads this may know; what is above it is left out.",
)
identities = click.option(
    "--identities",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Real names for documents that are not public; kept outside the workspace and git.",
)


def making(function: F) -> F:
    """Add the options of commands that make files."""
    for option in reversed(
        (
            delivery,
            locale,
            click.option(
                "--to",
                "formats",
                metavar="pdf,docx,html,md,eml",
                type=Formats(),
                default=(),
                help="These formats instead of those that the delivery names.",
            ),
            out,
            click.option(
                "--date",
                "on",
                metavar="YYYY-MM-DD",
                type=Day(),
                help="Date the letters so, and cite nothing that became known later.",
            ),
            click.option(
                "--draft",
                is_flag=True,
                help="Build what can be built, marked as a draft, with each gap shown in place.",
            ),
            click.option(
                "--jobs",
                metavar="N",
                type=click.IntRange(min=1),
                default=lambda: os.cpu_count() or 1,
                help="How many documents to make at a time; by default one for each processor.",
            ),
        )
    ):
        function = option(function)
    return function
