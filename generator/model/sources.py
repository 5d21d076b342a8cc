"""The documents that evidence and cases rest on."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.base import Record, Sensitivity
from generator.model.scalars import Address, Code, Day, PartialDay, Sentence, Slug, Text


def _sha256(value: Any) -> str:
    """Return a digest of 64 hexadecimal digits."""
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise PydanticCustomError("sha256-form", "sha256")
    return str(value)


Sha256 = Annotated[
    str,
    BeforeValidator(_sha256),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
]


class Source(Record):
    """A document that evidence rests on.

    ``publisher``: who published it, as a note names them; a placeholder if they have an id here.
    ``title``: its title, in its own language.
    ``locale``: the language it is in.
    ``date``: the day, month or year on which it appeared.
    ``address``: where it stands on the web.
    ``archived``: where a copy is kept; for the office, not printed.
    ``sha256``: the SHA-256 of that copy, so that nobody can change it unseen; not printed.
    ``retrieved``: the day on which somebody last opened it; for the office, not printed.
    ``kind``: what kind of document it is; for the office, not printed.
    ``relies_on``: the sources whose account it repeats; with these it is no second voice.
    """

    id: Slug
    publisher: Sentence
    title: Text | None = None
    locale: Code
    date: PartialDay
    address: Address | None = None
    archived: Address | None = None
    sha256: Sha256 | None = None
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
    relies_on: tuple[Slug, ...] = ()
    sensitivity: Sensitivity = "internal"


class SourcesFile(Record):
    """``recommendations/<country>/sources.yaml``: the documents that evidence and cases rest on.

    ``sources``: the documents.
    """

    sources: tuple[Source, ...]
