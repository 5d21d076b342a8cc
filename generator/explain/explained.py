"""What an explanation says: a brief, its deliveries, and where somebody was named before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.explain.named_before import NamedBefore
from generator.problems import Problem, waivers_used
from generator.selection.decisions import Decision

_ALWAYS = ("words", "pages")


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a document must have arrived, and how many days are left of it, rounded down."""

    moment: datetime
    time_zone: str
    days_left: int

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief explain --json``."""
        return {
            "moment": self.moment.isoformat(),
            "time_zone": self.time_zone,
            "days_left": self.days_left,
        }


@dataclass(frozen=True, slots=True)
class DeliveryExplanation:
    """One letter: a delivery in one locale, for one addressee where each gets its own.

    ``pages`` is ``None`` where no PDF can be laid out. ``counts`` and ``limits`` are by unit, as
    the document type counts. ``untranslated``: the texts that lack a translation that holds.
    ``errors``: how many errors stop it; without any it is ready. ``waived``: those that somebody
    waived.
    """

    delivery: str
    document: str
    addressee: str | None
    locale: str
    words: int | None
    pages: int | None
    counts: dict[str, int]
    limits: dict[str, int]
    commitments: tuple[str, ...]
    untranslated: int
    errors: int
    deadline: Deadline | None
    included: tuple[Decision, ...]
    excluded: tuple[Decision, ...]
    waived: tuple[Problem, ...] = ()

    @property
    def bars(self) -> tuple[tuple[str, int | None, int | None], ...]:
        """Return each unit with how much there is of it and how much there may be.

        Words and pages always, other units where they have a limit.
        """
        units = dict.fromkeys((*_ALWAYS, *self.limits))
        return tuple((unit, self.counts.get(unit), self.limits.get(unit)) for unit in units)

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief explain --json``."""
        return {
            "delivery": self.delivery,
            "document": self.document,
            "addressee": self.addressee,
            "locale": self.locale,
            "words": self.words,
            "pages": self.pages,
            "counts": dict(self.counts),
            "limits": dict(self.limits),
            "commitments": list(self.commitments),
            "untranslated": self.untranslated,
            "ready": self.errors == 0,
            "errors": self.errors,
            "deadline": self.deadline.as_json() if self.deadline else None,
            "waivers": waivers_used(self.waived),
            "included": [_decision(each) for each in self.included],
            "excluded": [_decision(each) for each in self.excluded],
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """A brief explained, delivery by delivery.

    ``named_before``: files of any brief that named somebody whom this one may not name.
    """

    brief: str
    deliveries: tuple[DeliveryExplanation, ...]
    problems: tuple[Problem, ...]
    named_before: tuple[NamedBefore, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return what ``brief explain --json`` prints."""
        return {
            "brief": self.brief,
            "deliveries": [each.as_json() for each in self.deliveries],
            "named_before": [each.as_json() for each in self.named_before],
        }


def _decision(each: Decision) -> dict[str, str]:
    return {"id": each.id, "kind": each.kind, "reason": each.reason}
