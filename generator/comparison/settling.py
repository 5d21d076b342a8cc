"""Changes moved, where that makes no difference, to where sentences begin and end.

When the second of three sentences is gone, as many words are gone if the full stop of the first is
taken for that of the second; a reader means the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Code = tuple[str, int, int, int, int]
"""As `difflib` has them: what was done, to which words of the one, with which of the other."""


def settled(
    codes: Sequence[Code], one: Sequence[str], other: Sequence[str], ends: frozenset[int]
) -> list[Code]:
    """Return ``codes`` with what was only removed or only added moved to ``ends``, if it can be.

    ``ends``: the places in the one at which a sentence begins or ends.
    """
    result = list(codes)
    for at in range(1, len(result) - 1):
        before, (kind, i1, i2, j1, j2), after = result[at - 1 : at + 2]
        if kind not in ("delete", "insert") or before[0] != "equal" or after[0] != "equal":
            continue
        words, start, end = (one, i1, i2) if kind == "delete" else (other, j1, j2)
        steps = _steps(words, start, end, before[2] - before[1], after[2] - after[1])
        step = max(steps, key=lambda each: ((i1 + each in ends) + (i2 + each in ends), -abs(each)))
        result[at - 1] = ("equal", before[1], before[2] + step, before[3], before[4] + step)
        result[at] = (kind, i1 + step, i2 + step, j1 + step, j2 + step)
        result[at + 1] = ("equal", after[1] + step, after[2], after[3] + step, after[4])
    return result


def _steps(words: Sequence[str], start: int, end: int, before: int, after: int) -> Iterator[int]:
    """Yield by how many words a row of words can be moved and say the same."""
    yield 0
    for step in range(after):
        if words[start + step] != words[end + step]:
            break
        yield step + 1
    for step in range(1, before + 1):
        if words[start - step] != words[end - step]:
            break
        yield -step
