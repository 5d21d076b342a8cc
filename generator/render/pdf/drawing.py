"""The order in which a page is drawn: that in which it is read, and no operator too many.

WeasyPrint draws the numbers and signs of lists after everything else on their page (CSS 2, annex
E). Programs that copy a text or let it flow anew go by the order of drawing, and would put them
all at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_SAVE, _RESTORE = b"q", b"Q"
_KEPT = (" rg", " gs")
"""What a part of a page may take over from what is drawn before it: colour and transparency."""
_NO_SPACE = b">0<"
"""Between two glyphs that stand as the font has them."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The operators that draw one mark: where they begin and end, and what was set before."""

    begin: int
    end: int
    alone: bool
    before: tuple[str, ...]


def in_reading_order(operators: list[Any]) -> None:
    """Draw each mark that stands alone before the one that is read after it."""
    parts = dict(_parts(operators))
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


def _parts(operators: list[Any]) -> Iterator[tuple[int, _Part]]:
    """Yield what draws each mark."""
    states: list[dict[str, str]] = [{}]
    for at, each in enumerate(operators):
        if each == _SAVE:
            states.append(dict(states[-1]))
        elif each == _RESTORE:
            states.pop()
        elif isinstance(each, dict) and "MCID" in each:
            yield each["MCID"], _part(operators, at - 1, tuple(states[-1].values()))
        else:
            written = each.decode("latin-1") if isinstance(each, bytes) else str(each)
            if written.endswith(_KEPT):
                states[-1][written[-2:]] = written


def _part(operators: list[Any], begin: int, before: tuple[str, ...]) -> _Part:
    """Return what draws the mark that begins at an operator, with what saves and restores it."""
    end = operators.index(b"EMC", begin) + 1
    alone = False
    while operators[begin - 1] == _SAVE and operators[end : end + 1] == [_RESTORE]:
        begin, end, alone = begin - 1, end + 1, True
    return _Part(begin, end, alone, before)
