"""The workspace's content with all its problems, and what is said of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.building.waiving import checked, ended
from generator.catalogues.checks import translations_hold
from generator.checks import check
from generator.library import Library, open_library
from generator.problems import Problem, in_order


def checked_library(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library of a workspace, and the problems of loading and of all checks."""
    library, problems = open_library(root)
    return library, in_order((*problems, *check(library)))


def all_problems(root: Path, today: date) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library of a workspace, and the problems of everything in it, today."""
    library, problems = checked_library(root)
    found = checked((*problems, *translations_hold(library)), library, today)
    return library, in_order((*found, *ended(library, today)))
