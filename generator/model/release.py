"""What must hold before a brief goes out: the embargo, its version, who approved it."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from generator.model.base import Record
from generator.model.scalars import Clock, Day, Digest, Slug, Text, TimeZone


class Embargo(Record):
    """Until when a document is not to be published; no final is built before.

    ``date``: the day.
    ``at``: the hour, as ``10:00``; absent, the day's first minute.
    ``time_zone``: the zone of that hour, as in the IANA database.
    """

    date: Day
    at: Clock = "00:00"
    time_zone: TimeZone

    @property
    def moment(self) -> datetime:
        """Return the moment at which it ends."""
        return datetime.combine(self.date, time.fromisoformat(self.at), ZoneInfo(self.time_zone))


class Supersedes(Record):
    """An earlier document that this one takes the place of.

    ``reference``: its number.
    ``date``: its date.
    """

    reference: Text
    date: Day


class Approval(Record):
    """What somebody approved, to the letter; written by ``brief approve``.

    ``delivery``: the delivery.
    ``by``: who approved it, as ``approvers`` of the workspace names them.
    ``date``: the day.
    ``content``: a hash of each letter that was approved; another text is not approved.
    """

    delivery: Slug
    by: Text
    date: Day
    content: tuple[Digest, ...]
