"""What was changed in one paragraph, told by the sentences that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from generator.comparison.owning import Span
from generator.comparison.settling import Code, settled
from generator.comparison.words import Word, key_of
from generator.inspection.word_story import Mark

Kind = Literal["changed", "removed", "added", "moved", "commented"]
Op = Literal["same", "removed", "added"]
Marked = tuple[tuple[Op, str], ...]
"""A text with what was taken out and put in, in order."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one sentence, or one added behind it.

    ``span``: the sentence in the paragraph, if the words belong to one. ``marks``: who did it,
    where that was tracked; ``tracked``: whether all of it was.
    """

    kind: Kind
    span: Span | None
    old: str
    new: str
    marked: Marked
    marks: tuple[Mark, ...] = ()
    tracked: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of the letter, or of the file: its text and its words."""

    text: str
    words: tuple[Word, ...]

    def said(self, start: int, end: int) -> str:
        """Return the text from one word to before another."""
        if start >= end:
            return ""
        return self.text[self.words[start].start : self.words[end - 1].end]


@dataclass(slots=True)
class _Touched:
    """What happened to one sentence: words taken out, and what was put in before which word."""

    removed: set[int] = field(default_factory=set)
    added: dict[int, tuple[int, int]] = field(default_factory=dict)


_ENDS = frozenset(".!?…:;。！？；：؟۔։")
"""Signs that end a sentence."""
Taken = Sequence[tuple[Mark, frozenset[str]]]
"""What was taken out with changes tracked: by whom, and which words."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A paragraph of the letter beside that of the file; ``owned``: whose each word is."""

    built: Side
    edited: Side
    owned: Sequence[Span]
    taken: Taken

    def edits(self) -> Iterator[Edit]:
        """Yield what was changed, sentence by sentence, in order."""
        touched: dict[Span, _Touched] = {}
        found: list[tuple[int, Edit]] = []
        for kind, i1, i2, j1, j2 in self._codes():
            if kind == "equal":
                continue
            for i in range(i1, i2):
                touched.setdefault(self.owned[i], _Touched()).removed.add(i)
            if j1 < j2:
                inside = self._inside(i1, i2)
                if inside is None:
                    found.append((i1, self._added(i1, j1, j2)))
                else:
                    at = min(i2, inside.end)
                    touched.setdefault(inside, _Touched()).added[at] = (j1, j2)
        found += ((span.start, self._edit(span, each)) for span, each in touched.items())
        yield from (each for _, each in sorted(found, key=lambda pair: pair[0]))

    def place_of(self, j: int) -> Span | None:
        """Return the sentence of the letter in which a word of the file stands."""
        i = 0
        for _, i1, i2, j1, j2 in self._codes():
            if j1 <= j < j2:
                i = min(i1 + j - j1, max(i1, i2 - 1))
                break
        return self.owned[min(i, len(self.owned) - 1)] if self.owned else None

    def _codes(self) -> list[Code]:
        """Return how the words of one become those of the other, by sentences if it can be."""
        one, other = key_of(self.built.words), key_of(self.edited.words)
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        ends = {i for i in range(1, len(one)) if self.owned[i] != self.owned[i - 1]}
        return settled(list(matcher.get_opcodes()), one, other, frozenset(ends | {0, len(one)}))

    def _inside(self, i1: int, i2: int) -> Span | None:
        """Return the sentence into which something was put; behind a full stop it is in none."""
        owned = self.owned
        if i1 < i2:
            return owned[i1]
        if i1 == 0:
            return None
        ends = i1 == len(owned) or owned[i1] != owned[i1 - 1]
        return None if ends and self.built.words[i1 - 1].same in _ENDS else owned[i1 - 1]

    def _added(self, at: int, j1: int, j2: int) -> Edit:
        """Return what was put between two sentences; it belongs behind the one before."""
        text = self.edited.said(j1, j2)
        last = len(self.owned) - 1
        span = self.owned[min(max(at - 1, 0), last)] if self.owned else None
        tracked = all(each.mark for each in self.edited.words[j1:j2])
        marks = self._marks([(j1, j2)])
        return Edit("added", span, "", text, (("added", text),), marks, tracked)

    def _edit(self, span: Span, touched: _Touched) -> Edit:
        """Return the change of one sentence."""
        put_in = list(touched.added.values())
        marked = tuple(self._marked(span, touched))
        new = "".join(text for op, text in marked if op != "removed")
        gone = {self.built.words[i].same for i in touched.removed}
        takers = tuple(mark for mark, words in self.taken if gone & words)
        known = {word for _, words in self.taken for word in words}
        tracked = gone <= known and all(
            self.edited.words[j].mark for j1, j2 in put_in for j in range(j1, j2)
        )
        whole = len(touched.removed) == span.end - span.start and not put_in
        return Edit(
            kind="removed" if whole else "changed",
            span=span,
            old=self.built.said(span.start, span.end),
            new=" ".join(new.split()),
            marked=marked,
            marks=tuple(dict.fromkeys((*self._marks(put_in), *takers))),
            tracked=tracked,
        )

    def _marked(self, span: Span, touched: _Touched) -> Iterator[tuple[Op, str]]:
        """Yield the words of a sentence with what was taken out and put in."""
        start = span.start
        for i in range(span.start, span.end + 1):
            last = i == span.end
            turns = not last and i > start and (i in touched.removed) != (start in touched.removed)
            if i > start and (last or turns or i in touched.added):
                op: Op = "removed" if start in touched.removed else "same"
                yield op, self.built.said(start, i) + ("" if last else _gap(self.built, i))
                start = i
            if i in touched.added:
                j1, j2 = touched.added[i]
                before = "" if i < span.end and _gap(self.built, i) else _gap(self.edited, j1)
                after = "" if last else _gap(self.edited, j2)
                yield "added", before * (i > span.start) + self.edited.said(j1, j2) + after

    def _marks(self, ranges: Sequence[tuple[int, int]]) -> tuple[Mark, ...]:
        """Return who put words in, where that was tracked."""
        words = (self.edited.words[j] for j1, j2 in ranges for j in range(j1, j2))
        return tuple(dict.fromkeys(each.mark for each in words if each.mark))


def _gap(side: Side, at: int) -> str:
    """Return what stands between a word and the one before."""
    if not 0 < at < len(side.words):
        return ""
    return side.text[side.words[at - 1].end : side.words[at].start]
