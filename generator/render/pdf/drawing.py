"""The order in which a page is drawn: that in which it is read, and no operator too many.

WeasyPrint draws the numbers and signs of lists, and pictures, after everything else on their page
(CSS 2, annex E). Programs that copy a text or let it flow anew go by the order of drawing, and
would put them all at its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_SAVE, _RESTORE = b"q", b"Q"
_KEPT = (" rg", " gs")
"""What a part of a page may take over from what is drawn before it: colour and transparency."""
_NO_SPACE = b">0<"
"""Between two glyphs that stand as the font has them."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The operators that draw one mark, ``alone`` from others: where they begin and end.

    ``before`` is what was set before them, and holds among them.
    """

    begin: int
    end: int
    alone: bool
    before: tuple[str, ...]


def in_reading_order(operators: list[Any]) -> None:
    """Draw each mark that stands alone before the one that is read after it."""
    parts = _parts(operators)
    moves = _moves(parts)
    moved = {at: number for number in moves for at in range(parts[number].begin, parts[number].end)}
    arriving: dict[int, list[int]] = {}
    for number, target in sorted(moves.items()):
        arriving.setdefault(target, []).append(number)
    drawn: list[Any] = []
    for at, each in enumerate(operators):
        for number in arriving.get(at, ()):
            part = parts[number]
            first, *rest = operators[part.begin : part.end]
            drawn += [first, *part.before, *rest]
        if at not in moved:
            drawn.append(each)
    operators[:] = drawn


def without_empty_spaces(page: bytes) -> bytes:
    """Return what draws a page without the spaces of no width that WeasyPrint puts everywhere."""
    return page.replace(_NO_SPACE, b"")


def _moves(parts: Mapping[int, _Part]) -> Mapping[int, int]:
    """Return before which operator each mark goes that is drawn after the next one."""
    moves: dict[int, int] = {}
    for number in sorted(parts, reverse=True):
        following = parts.get(number + 1)
        if following is None or not parts[number].alone:
            continue
        target = moves.get(number + 1, following.begin)
        if target < parts[number].begin:
            moves[number] = target
    return moves


def _parts(operators: list[Any]) -> Mapping[int, _Part]:
    """Return what draws each mark: where it can be, all from saving a state to restoring it."""
    parts: dict[int, _Part] = {}
    saved: list[_Saved] = [_Saved(0, {})]
    for at, each in enumerate(operators):
        if each == _SAVE:
            saved.append(_Saved(at, dict(saved[-1].state)))
        elif each == _RESTORE:
            done = saved.pop()
            if len(done.marks) == 1:
                before = tuple(saved[-1].state.values())
                parts[done.marks[0]] = _Part(done.begin, at + 1, alone=True, before=before)
        elif isinstance(each, dict) and "MCID" in each:
            parts[each["MCID"]] = _Part(at - 1, at, alone=False, before=())
            for one in saved:
                one.marks.append(each["MCID"])
        else:
            written = each.decode("latin-1") if isinstance(each, bytes) else str(each)
            if written.endswith(_KEPT):
                saved[-1].state[written[-2:]] = written
    return parts


@dataclass(slots=True)
class _Saved:
    """A state that was saved: where, what has been set in it, and which marks were drawn since."""

    begin: int
    state: dict[str, str]
    marks: list[int] = field(default_factory=list)
