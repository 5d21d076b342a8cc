"""Rules that somebody openly waives."""

from __future__ import annotations

from generator.model.base import Record
from generator.model.scalars import Code, Day, Slug, Text


class Waiver(Record):
    """A rule that somebody waives, for a time and with a reason; the manifest lists it.

    ``rule``: the name of the rule, as ``docs/rules.md`` has it.
    ``who``: the name of the person who takes the responsibility.
    ``why``: the reason.
    ``until``: the last day on which it holds, counted from the day of the build.
    ``delivery``: the delivery for which it holds; absent, all.
    ``id``: the record of which it holds; absent, all.
    """

    rule: Slug
    who: Text
    why: Text
    until: Day
    delivery: Slug | None = None
    id: Code | None = None
