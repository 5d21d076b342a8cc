"""What decides how a person is spoken of: named, described, in coarse facts, or not at all."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import Names, Record
from generator.model.scalars import Day, Locale, PartialDay, Slug, Text

PrivateField = Literal[
    "address",
    "identity_number",
    "telephone",
    "birth_date",
    "health",
    "relatives",
    "lawyer",
]
"""What is never printed unless a case of the person says so for the audience."""

COARSE_FORMS = ("region", "month", "age_band")
PRIVATE_FORMS: tuple[PrivateField, ...] = get_args(PrivateField)
PERSON_FORMS: tuple[str, ...] = (*COARSE_FORMS, *PRIVATE_FORMS)
"""What a placeholder of a person may ask for, beside a grammatical case."""


def _month(value: str) -> str:
    """Return a month; a year is none, and a day would tell too much."""
    if not re.fullmatch(r"\d{4}-\d{2}", value):
        raise PydanticCustomError("month-form", "month")
    return value


Month = Annotated[PartialDay, AfterValidator(_month)]


class Naming(Record):
    """Why a person may be named; without it nobody is.

    A consent holds only with all of ``given_by``, ``given_on`` and ``how``; a public record only
    where its source may be read by the reader and is no later than the letter.

    ``basis``: they agreed, or their name is public already.
    ``source``: the source that made the name public; ``public-record`` needs it.
    ``given_by``: who agreed: the person, the family, a guardian or the lawyer.
    ``given_on``: the day on which they agreed; an earlier letter does not name the person.
    ``how``: how they agreed, so that it can be found again.
    ``audiences``: the audiences to which they may be named; absent, all.
    ``locales``: the locales in which they may be named; absent, all.
    ``until``: the last day on which they may be named; absent, there is none.
    ``withdrawn_on``: the day on which the consent was taken back; from then on no letter names
    the person, whatever its date.
    """

    basis: Literal["consent", "public-record"]
    source: Slug | None = None
    given_by: Literal["self", "family", "guardian", "lawyer"] | None = None
    given_on: Day | None = None
    how: Literal["written", "oral", "recorded"] | None = None
    audiences: tuple[Slug, ...] = ()
    locales: tuple[Locale, ...] = ()
    until: Day | None = None
    withdrawn_on: Day | None = None

    @property
    def undocumented(self) -> tuple[str, ...]:
        """Return the keys that a consent needs and this one lacks."""
        needed = ("given_by", "given_on", "how") if self.basis == "consent" else ()
        return tuple(key for key in needed if getattr(self, key) is None)


class Coarse(Record):
    """Facts of a person that are too coarse to tell who it is.

    ``region``: where, no closer than a region.
    ``month``: when, no closer than a month.
    ``age_band``: an age in a range, in figures: 20–29.
    """

    region: Names | None = None
    month: Month | None = None
    age_band: Text | None = None


class Private(Record):
    """What a letter never tells unless a case of the person ``discloses`` it to the audience.

    Of a person who is not named only ``health`` is ever told: all else would tell who it is.

    ``address``: where they live.
    ``identity_number``: the number of a passport or of another document.
    ``telephone``: a number at which they can be reached.
    ``birth_date``: the exact day of birth.
    ``health``: what is known of their health, beyond that it is bad.
    ``relatives``: who belongs to their family.
    ``lawyer``: how their lawyer can be reached.
    """

    address: Text | Names | None = None
    identity_number: Text | Names | None = None
    telephone: Text | Names | None = None
    birth_date: Day | None = None
    health: Text | Names | None = None
    relatives: Text | Names | None = None
    lawyer: Text | Names | None = None


class LegalStatus(Record):
    """What somebody who is accused was before the law, from a day on.

    ``from``: the first day on which it was true.
    ``as``: how a letter says it, in brackets behind the name: charged with torture.
    ``source``: the source that says so.
    """

    from_: Day = Field(alias="from")
    as_: Names = Field(alias="as")
    source: Slug
