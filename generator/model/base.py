"""What all records share."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from generator.model.scalars import Locale, Slug, Text


class Record(BaseModel):
    """A frozen value read from YAML; a key it does not know is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Sensitivity = Literal["public", "restricted", "internal"]
"""Who may read a record; what carries no word is internal."""

CLEARANCES: tuple[Sensitivity, ...] = ("public", "restricted", "internal")

Gender = Literal["f", "m", "x"]

GrammaticalCase = Literal[
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "prepositional",
    "locative",
    "ablative",
    "invariable",
]
"""The cases of Russian and Kazakh; ``invariable`` is one form that serves in every case."""

Forms = Mapping[GrammaticalCase, Text]
Names = Mapping[Locale, Text | Forms]
"""A name per locale: one form, or the forms that the language's grammar needs."""


class Citation(Record):
    """Where exactly a source says it.

    ``source``: the id of the source.
    ``locator``: the page, paragraph or section, as the note prints it.
    """

    source: Slug
    locator: Text | None = None


def last_day(partial: str) -> date:
    """Return the last day of a year, month or day: the latest that it can mean."""
    year, month, day = [*(int(part) for part in partial.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def may_read(clearance: Sensitivity, sensitivity: Sensitivity) -> bool:
    """Tell whether a delivery with ``clearance`` may show what is ``sensitivity``."""
    return CLEARANCES.index(sensitivity) <= CLEARANCES.index(clearance)
