"""Tables of addressees for the fictional workspace, in which no office exists."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

MISSIONS = "briefs/directory/missions.csv"
CAPTIONS = (
    "id",
    "rank",
    "title.en",
    "block.en",
    "salutation.en",
    "closing.en",
    "country",
    "email",
    "audience",
    "checked_on",
)


def row(number: int, **cells: str) -> dict[str, str]:
    """Return the row of a mission, some of its cells replaced."""
    made = {
        "id": f"mission_{number}",
        "rank": str(number),
        "title.en": f"Head of Mission {number}",
        "block.en": f"Head of Mission {number} | Embassy Row {number}, Strelsau",
        "salutation.en": "Excellency,",
        "closing.en": "Yours sincerely,",
        "country": f"X{chr(ord('A') + number % 26)}",
        "email": f"mission{number}@example.org",
        "audience": "eu",
        "checked_on": "2026-01-05",
    }
    return {**made, **{key.replace("__", "."): value for key, value in cells.items()}}


def table(
    rows: Iterable[Mapping[str, str]],
    *,
    captions: Sequence[str] = CAPTIONS,
    separator: str = ",",
    line_end: str = "\n",
) -> str:
    """Return a table as a spreadsheet program writes it."""
    text = StringIO()
    writer = csv.DictWriter(text, captions, delimiter=separator, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
