"""Places whose names have changed: which name holds when."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.model.base import Names, Record
from generator.model.scalars import Day, Name, Text


class PlaceName(Record):
    """What a place is called for some time.

    ``names``: the name in each locale, in the grammatical cases that a language needs.
    ``from``: the first day on which it holds; absent, it held before.
    ``to``: the last day on which it holds; absent, it still does.
    ``source``: where the days were read.
    """

    names: Names
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    source: Text | None = None

    def holds(self, on: date) -> bool:
        """Tell whether the place is called so on a day."""
        return (self.from_ or on) <= on <= (self.to or on)


class NamedPlace(Record):
    """A place whose name has changed: ``{id}`` prints the one that holds on the letter's date.

    ``names``: its names, the oldest first, without a gap and without two on one day.
    """

    id: Name
    names: tuple[PlaceName, ...]

    def called(self, on: date) -> PlaceName | None:
        """Return the name that holds on a day."""
        return next((each for each in self.names if each.holds(on)), None)


class PlacesFile(Record):
    """``recommendations/<country>/places.yaml``: places whose names have changed.

    ``places``: the places.
    """

    places: tuple[NamedPlace, ...]
