"""The documents that evidence and cases rest on."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Record, Sensitivity
from generator.model.scalars import Address, Code, Day, PartialDay, Sentence, Slug, Text


class Source(Record):
    """A document that evidence rests on.

    ``publisher``: who published it, as a note names them; a placeholder if they have an id here.
    ``title``: its title, in its own language.
    ``locale``: the language it is in.
    ``date``: the day, month or year on which it appeared.
    ``address``: where it stands on the web.
    ``archived``: where a copy is kept; for the office, not printed.
    ``retrieved``: the day on which somebody last opened it; for the office, not printed.
    ``kind``: what kind of document it is; for the office, not printed.
    """

    id: Slug
    publisher: Sentence
    title: Text | None = None
    locale: Code
    date: PartialDay
    address: Address | None = None
    archived: Address | None = None
    retrieved: Day | None = None
    kind: Literal[
        "court",
        "law",
        "official-statistic",
        "official-statement",
        "igo",
        "ngo",
        "media",
        "own-monitoring",
    ]
    sensitivity: Sensitivity = "internal"


class SourcesFile(Record):
    """``recommendations/<country>/sources.yaml``: the documents that evidence and cases rest on.

    ``sources``: the documents.
    """

    sources: tuple[Source, ...]
