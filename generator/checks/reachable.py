"""Every recommendation can be selected by some brief, on some day, for some audience."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import cast

from generator.library import Library
from generator.model.content import Evidence, Recommendation
from generator.problems import Problem, problem


def recommendations_reachable(library: Library) -> Iterator[Problem]:
    """Yield a problem for each recommendation that no brief could ever select."""
    for entry in library.entries("recommendation"):
        record = cast("Recommendation | None", entry.record)
        reason = _obstacle(library, record) if record else None
        if reason:
            yield problem(
                "never-selected", entry.place("id"), id=entry.id, reason=_wordings()[reason]
            )


def _obstacle(library: Library, record: Recommendation) -> str | None:
    """Return why ``record`` can never be selected, if it cannot."""
    if record.audiences is not None and not record.audiences:
        return "no-audience"
    last = min((day for day in (record.until, record.deadline) if day), default=None)
    if last and record.since and last < record.since:
        return "dates"
    known = [found.date for each in record.evidence if (found := library.get(Evidence, each))]
    if last and known and min(known) > last:
        return "too-late"
    return None


@cache
def _wordings() -> dict[str, str]:
    """Return the wording of each reason."""
    text = resources.files("generator.checks").joinpath("reachable.toml").read_text("utf-8")
    return tomllib.loads(text)
