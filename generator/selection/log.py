"""What comes up while choosing: decisions with their reasons, and problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.problems import Problem
from generator.selection.chosen import Decision, decision


@dataclass(slots=True)
class Log:
    """Decisions and problems as they come up."""

    decisions: list[Decision] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def leave_out(self, id: str, kind: str, reason: str) -> None:  # noqa: A002 (ids are called id everywhere)
        """Note that an item is left out."""
        self.decisions.append(decision(id, kind, reason, included=False))

    def unique(self) -> tuple[Decision, ...]:
        """Return one decision an item: the first that lets it in, else the first of all."""
        kept: dict[tuple[str, str], Decision] = {}
        for each in self.decisions:
            key = (each.kind, each.id)
            if key not in kept or (each.included and not kept[key].included):
                kept[key] = each
        return tuple(kept.values())
