"""Approvals are by those who may approve, and embargoes end in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.library import Library
from generator.model.brief import Brief
from generator.problems import Problem, problem


def releases_hold(library: Library) -> Iterator[Problem]:
    """Yield a problem for each approval that counts for nothing, and each embargo too long."""
    approvers = library.settings.approvers
    for entry in library.entries("brief"):
        brief = cast("Brief | None", entry.record)
        if brief is None:
            continue
        known = [each.id for each in brief.deliveries]
        for at, each in enumerate(brief.approvals):
            if approvers and each.by not in approvers:
                where = entry.place("approvals", at, "by")
                yield problem("approver-unknown", where, id=entry.id, key="by")
            if each.delivery not in known:
                where = entry.place("approvals", at, "delivery")
                yield problem(
                    "delivery-unknown",
                    where,
                    id=entry.id,
                    target=each.delivery,
                    nearest=None,
                    known=", ".join(known),
                )
        if brief.embargo and brief.embargo.date > brief.meeting.end:
            yield problem(
                "embargo-after",
                entry.place("embargo", key=True),
                id=entry.id,
                date=brief.embargo.date,
                end=brief.meeting.end,
            )
