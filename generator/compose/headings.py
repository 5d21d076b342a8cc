"""The headings that a template makes: what is wrong with them, as a problem at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.letter import Letter
from generator.letter.structure import Flaw, flaws
from generator.loading.templates import Templates
from generator.loading.workspace import Workspace
from generator.problems import Place, Problem, problem

_HEADING = re.compile(r"(?:\{%[^%]*%\}|[-*+]|\d+[.)]|\s)*(#{1,6})(?=\s|\Z)")
"""A line that is a heading, or an entry of a list that begins with one."""


def headings_told(letter: Letter, workspace: Workspace, template: str) -> Iterator[Problem]:
    """Yield what is wrong with the headings of ``letter``, which ``template`` made."""
    found = tuple(flaws(letter))
    lines = tuple(_lines(Templates(workspace).text(template))) if found else ()
    for each in found:
        place = Place(f"templates/{template}", _line_of(each, lines))
        yield problem(
            each.rule,
            place,
            number=each.number,
            level=each.level,
            after=each.after,
            marks="#" * (each.after + 1),
        )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the number and the level of each line that is a heading."""
    for number, line in enumerate(text.splitlines(), start=1):
        match = _HEADING.match(line)
        if match:
            yield number, len(match[1])


def _line_of(flaw: Flaw, lines: tuple[tuple[int, int], ...]) -> int:
    """Return the line of the heading where only one can be meant, else the first of the file.

    That is the only one of its level, or the only one that stands after one of the level before.
    """
    wanted = (flaw.after, flaw.level)
    pairs = pairwise(((0, 0), *lines))
    after = [at for (_, before), (at, level) in pairs if (before, level) == wanted]
    alike = [at for at, level in lines if level == flaw.level]
    return next((found[0] for found in (after, alike) if len(found) == 1), 1)
