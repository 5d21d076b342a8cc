"""What comes up while choosing: decisions with their reasons, and problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.problems import Problem
from generator.selection.decisions import Decision, decision


@dataclass(slots=True)
class Log:
    """Decisions and problems as they come up."""

    decisions: list[Decision] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def leave_out(self, id: str, kind: str, reason: str, **fields: object) -> None:  # noqa: A002 (ids are called id everywhere)
        """Note that an item is left out."""
        self.decisions.append(decision(id, kind, reason, included=False, **fields))

    def drop(self, id: str, kind: str, reason: str, **fields: object) -> None:  # noqa: A002 (as above)
        """Note that an item that was let in is left out after all."""
        self.decisions = [each for each in self.decisions if (each.kind, each.id) != (kind, id)]
        self.leave_out(id, kind, reason, **fields)

    def copy(self) -> Log:
        """Return a log that goes on from here, without changing this one."""
        return Log(list(self.decisions), list(self.problems))

    def unique(self) -> tuple[Decision, ...]:
        """Return one decision an item: the first that lets it in, else the first of all."""
        kept: dict[tuple[str, str], Decision] = {}
        for each in self.decisions:
            key = (each.kind, each.id)
            if key not in kept or (each.included and not kept[key].included):
                kept[key] = each
        return tuple(kept.values())
