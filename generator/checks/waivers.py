"""Waivers are of rules that there are and that can be waived, for deliveries that there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.checks.nearest import Nearest
from generator.library import Entry, Library
from generator.model.brief import Brief
from generator.problems import Problem, is_waivable, problem, wordings


def waivers_hold(library: Library) -> Iterator[Problem]:
    """Yield a problem for each waiver of what cannot be waived."""
    known = Nearest()
    for kind in ("workspace", "brief"):
        for entry in library.entries(kind):
            if entry.record is not None:
                yield from _waivers(entry, cast("Brief", entry.record), known)


def _waivers(entry: Entry, record: Brief, known: Nearest) -> Iterator[Problem]:
    for at, each in enumerate(record.waivers):
        where = entry.place("waivers", at, "rule")
        kind = wordings().get(each.rule)
        if kind is None:
            close = known.to(each.rule, wordings())
            yield problem("waiver-unknown", where, id=entry.id, target=each.rule, nearest=close)
        elif not is_waivable(each.rule):
            why = kind.get("reason")
            yield problem("waiver-refused", where, id=entry.id, target=each.rule, why=why)
