"""Who was named in earlier files, and may not be named in a brief any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.output.withdrawal import Past, past_outputs
from generator.selection.decisions import Decision


@dataclass(frozen=True, slots=True)
class NamedBefore:
    """A file of an earlier build that named a person, by the id."""

    person: str
    past: Past

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``named_before`` in ``brief explain --json``."""
        return {"person": self.person, **self.past.as_json()}


def named_before(decisions: Iterable[Decision], out: Path) -> tuple[NamedBefore, ...]:
    """Return the files below ``out`` that named those whom ``decisions`` leave unnamed."""
    unnamed = {each.id for each in decisions if each.kind == "person" and not each.included}
    if not unnamed:
        return ()
    return tuple(
        NamedBefore(person, past)
        for past in past_outputs(out)
        for person in past.named
        if person in unnamed
    )
