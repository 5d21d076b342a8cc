"""How long what we say may stand without anybody having looked whether it still holds."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.base import Record
from generator.model.content import EvidenceKind
from generator.model.people import Status
from generator.model.scalars import Day, Text, Whole


class ShelfLife(Record):
    """How long one kind of item keeps.

    ``warn_after``: the months after which there is a warning.
    ``refuse_after``: the months after which a final is refused; absent, there is none.
    ``source``: where these lengths come from.
    ``checked_on``: the day on which somebody last looked there.
    """

    warn_after: Whole
    refuse_after: Whole | None = None
    source: Text
    checked_on: Day


class ShelfLives(Record):
    """``recommendations/shelf-lives.yaml``: how long facts keep before they are looked at again.

    ``evidence``: by kind of evidence; a kind that is absent does not age.
    ``cases``: by status of a case; a status that is absent does not age.
    ``holders``: of what the directory says of who holds an office.
    """

    evidence: Mapping[EvidenceKind, ShelfLife] = {}
    cases: Mapping[Status, ShelfLife] = {}
    holders: ShelfLife | None = None
