"""What a catalogue says of a translation beside it: drafted by a machine, reviewed by somebody.

Both stand in the translator's comments of an entry, which every tool keeps, and carry a seal: a
translation that was changed since is neither any longer.

    # machine: 3f2a9c01
    # reviewed: Aigerim S., 2026-11-21, 3f2a9c01
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.catalogues.catalogue import Review, seal

_MACHINE = re.compile(r"machine: (?P<seal>[0-9a-f]{8})")
_REVIEWED = re.compile(
    r"reviewed: (?P<by>.+), (?P<on>\d{4}-\d{2}-\d{2}), (?P<seal>[0-9a-f]{8})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of a translation, and the translator's comment without it."""

    machine: bool
    review: Review | None
    comment: str


def read_marks(comment: str, source: str, texts: tuple[str, ...]) -> Marks:
    """Return what ``comment`` says of a translation; what its seal does not fit is passed over."""
    wanted = seal(source, texts)
    machine, review, rest = False, None, []
    for line in comment.splitlines():
        if match := _MACHINE.fullmatch(line.strip()):
            machine = match["seal"] == wanted
        elif match := _REVIEWED.fullmatch(line.strip()):
            review = _review(match) if match["seal"] == wanted else review
        else:
            rest.append(line)
    return Marks(machine, review, "\n".join(rest))


def _review(match: re.Match[str]) -> Review | None:
    """Return a review, unless its day is none of the calendar."""
    try:
        return Review(match["by"], date.fromisoformat(match["on"]))
    except ValueError:
        return None


def write_marks(
    comment: str, source: str, texts: tuple[str, ...], *, machine: bool, review: Review | None
) -> str:
    """Return a translator's comment that says so of a translation."""
    wanted = seal(source, texts)
    lines = [line for line in comment.splitlines() if not _is_mark(line)]
    if machine:
        lines.append(f"machine: {wanted}")
    if review:
        lines.append(f"reviewed: {review.by}, {review.on.isoformat()}, {wanted}")
    return "\n".join(lines)


def _is_mark(line: str) -> bool:
    return bool(_MACHINE.fullmatch(line.strip()) or _REVIEWED.fullmatch(line.strip()))


def without_comment(comment: str) -> str:
    """Return the marks of a translator's comment alone."""
    return "\n".join(line for line in comment.splitlines() if _is_mark(line))
