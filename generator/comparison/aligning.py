"""Which paragraph of a file is which of the letter: by what they say, wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from generator.comparison.words import Word, key_of, shared

Counts = Sequence[Counter[str]]

_ALIKE = 0.5
_ALIKE_ELSEWHERE = 0.7
"""What two paragraphs share at the least: at the same place, and anywhere."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs of the letter, and what stands for them in the file, by their numbers.

    More than one where somebody joined or split them. ``moved``: it stands elsewhere now.
    """

    built: tuple[int, ...]
    edited: tuple[int, ...]
    moved: bool = False


def aligned(built: Sequence[Sequence[Word]], edited: Sequence[Sequence[Word]]) -> list[Pair]:
    """Return all paragraphs of both, in pairs; one without the other was removed or added."""
    one, other = [key_of(each) for each in built], [key_of(each) for each in edited]
    pairs: list[Pair] = []
    gaps: list[tuple[range, range]] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += (Pair((i,), (j,)) for i, j in zip(range(i1, i2), range(j1, j2), strict=True))
        else:
            gaps.append((range(i1, i2), range(j1, j2)))
    counts = [Counter(each) for each in one], [Counter(each) for each in other]
    for here, there in gaps:
        pairs += _alike(here, there, *counts)
    pairs += _elsewhere(pairs, *counts)
    found = _grown(pairs, *counts)
    left, new = _unpaired(found, *counts)
    return [*found, *(Pair((i,), ()) for i in left), *(Pair((), (j,)) for j in new)]


def _unpaired(pairs: Sequence[Pair], built: Counts, edited: Counts) -> tuple[list[int], list[int]]:
    """Return the paragraphs of both that are in no pair."""
    taken = {i for pair in pairs for i in pair.built}
    given = {j for pair in pairs for j in pair.edited}
    left = [i for i in range(len(built)) if i not in taken]
    return left, [j for j in range(len(edited)) if j not in given]


def _alike(here: range, there: range, built: Counts, edited: Counts) -> list[Pair]:
    """Return the pairs of a gap, the most alike first."""
    scored = sorted(
        ((shared(built[i], edited[j]), -abs(i - j), i, j) for i in here for j in there),
        reverse=True,
    )
    return _picked([(i, j) for score, _, i, j in scored if score >= _ALIKE], moved=False)


def _elsewhere(pairs: Sequence[Pair], built: Counts, edited: Counts) -> list[Pair]:
    """Return the pairs of paragraphs that were moved."""
    left, new = _unpaired(pairs, built, edited)
    scored = sorted(((shared(built[i], edited[j]), i, j) for i in left for j in new), reverse=True)
    wanted = [(i, j) for score, i, j in scored if score >= _ALIKE_ELSEWHERE]
    return _picked(wanted, moved=True)


def _picked(candidates: Sequence[tuple[int, int]], *, moved: bool) -> list[Pair]:
    """Return pairs of ``candidates``, the first ones first, each paragraph in one."""
    taken: set[int] = set()
    given: set[int] = set()
    pairs = []
    for i, j in candidates:
        if i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            pairs.append(Pair((i,), (j,), moved))
    return pairs


def _grown(pairs: Sequence[Pair], built: Counts, edited: Counts) -> list[Pair]:
    """Return the pairs, each with the neighbours that only together say what the other says."""
    left, new = map(set, _unpaired(pairs, built, edited))
    grown = []
    for pair in pairs:
        best = pair
        for i in {best.built[0] - 1, best.built[-1] + 1} & left:
            wider = replace(best, built=tuple(sorted((*best.built, i))))
            if _score(wider, built, edited) > _score(best, built, edited):
                best = wider
        for j in {best.edited[0] - 1, best.edited[-1] + 1} & new:
            wider = replace(best, edited=tuple(sorted((*best.edited, j))))
            if _score(wider, built, edited) > _score(best, built, edited):
                best = wider
        left -= set(best.built)
        new -= set(best.edited)
        grown.append(best)
    return grown


def _score(pair: Pair, built: Counts, edited: Counts) -> float:
    here: Counter[str] = sum((built[i] for i in pair.built), Counter())
    return shared(here, sum((edited[j] for j in pair.edited), Counter()))
