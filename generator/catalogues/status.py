"""How far the translation into a locale has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.catalogues.catalogue import STATES, State
from generator.catalogues.lookup import Translations
from generator.catalogues.messages import Message


@dataclass(frozen=True, slots=True)
class Status:
    """The messages of a locale, counted by state; of the finished ones, those of a machine."""

    locale: str
    states: Counter[State]
    machine: int

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief translate status --json``."""
        counted: dict[str, Any] = {state: self.states[state] for state in STATES}
        return {"locale": self.locale, **counted, "machine": self.machine}


def status(locale: str, messages: Iterable[Message], translations: Translations) -> Status:
    """Return how many of ``messages`` are in which state."""
    states: Counter[State] = Counter()
    machine = 0
    for each in messages:
        found = translations.of(each.context, each.source)
        state = found.state(each.source) if found else "missing"
        states[state] += 1
        machine += bool(found and found.machine and state == "translated")
    return Status(locale, states, machine)
