"""Did you mean …? The known id that looks most like a wrong one."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_COMPARISONS = 100_000
"""Pairs of ids that one check may compare. Why: with as many wrong ids as right ones the cost would
grow with the square of the content; whoever has so many needs the first hints only."""


class Nearest:
    """Suggests ids until its comparisons are used up."""

    def __init__(self) -> None:
        self._left = _COMPARISONS

    def to(self, word: str, known: Collection[str]) -> str | None:
        """Return the id of ``known`` that looks most like ``word``, if one does."""
        if len(known) > self._left:
            return None
        self._left -= len(known)
        return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)
