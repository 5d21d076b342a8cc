"""A Word file compared with the letter that it was made from: what to change, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.comparison.aligning import Pair, aligned
from generator.comparison.built import BuiltLetter
from generator.comparison.changes import Compared, Edit, Kind, Marked, Side
from generator.comparison.owning import Finder, Span, owners
from generator.comparison.places import Places
from generator.comparison.words import words_in, words_of
from generator.inspection.word_story import Mark, Piece, Story, WordParagraph
from generator.problems import Place

_SEVERAL = re.compile(r"[\n,;()·，；（）]")
"""What stands between the parts of an address, or of what a note says of a source."""
_SHORTEST = 4
"""Characters of a text that is looked up in the content where nothing says where it is from."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what was written and what is now, by whom, and where it is to be made.

    ``part``: the text, a note, or the head or foot of the pages. ``id`` and ``field``: the record
    and the key of the sentence; without them it is a wording of a template, or stands in no text.
    ``place``: the content, catalogue or template to change; of what was added, of the sentence
    before. ``who`` and ``when``: as the file says, of a remark or of what was tracked.
    """

    kind: Kind
    part: str
    id: str | None
    field: str | None
    locale: str | None
    place: Place | None
    old: str
    new: str
    marked: Marked
    who: str | None = None
    when: str | None = None
    tracked: bool = False
    comment: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``changes`` in ``brief diff --json``."""
        return {
            "kind": self.kind,
            "part": self.part,
            "id": self.id,
            "field": self.field,
            "locale": self.locale,
            "file": self.place.file if self.place else None,
            "line": self.place.line if self.place else None,
            "old": self.old,
            "new": self.new,
            "words": [{"op": op, "text": text} for op, text in self.marked],
            "who": self.who,
            "when": self.when,
            "tracked": self.tracked,
            "comment": self.comment,
        }


def compare(letter: BuiltLetter, story: Story, places: Places) -> tuple[Change, ...]:
    """Return what differs between a letter as it was built and a file made from it, in order."""
    return tuple(_Comparison(letter, story, places).changes())


class _Comparison:
    """The paragraphs of both, side by side."""

    def __init__(self, letter: BuiltLetter, story: Story, places: Places) -> None:
        self._places = places
        self._remaining = dict(story.comments)
        self._finder = Finder.of(letter.origins)
        self._parts = [part for part, _ in letter.paragraphs]
        self._built = [Side(text, words_of(text)) for _, text in letter.paragraphs]
        told = [each for each in story.paragraphs if each.text]
        self._paragraphs = told
        self._edited = [_side([each]) for each in told]
        self._taken = [
            (piece.mark, frozenset(word.same for word in words_of(piece.text)))
            for each in story.paragraphs
            for piece in each.deleted
            if piece.mark
        ]

    def changes(self) -> Iterator[Change]:
        """Yield every change, in the order of the letter; remarks behind what they are about."""
        pairs = aligned([each.words for each in self._built], [each.words for each in self._edited])
        at = {j: pair.built[-1] for pair in pairs if pair.built for j in pair.edited}
        for pair in sorted(pairs, key=lambda each: self._order(each, at)):
            yield from self._in(pair) if pair.built else self._new(pair, at)

    def _order(self, pair: Pair, at: dict[int, int]) -> tuple[float, int]:
        """Return where a pair stands in the letter; what is new, behind what it follows."""
        if pair.built:
            return pair.built[0], 0
        return self._before(pair.edited[0], at) + 0.5, pair.edited[0]

    def _before(self, j: int, at: dict[int, int]) -> int:
        """Return the paragraph of the letter behind which one of the file stands."""
        return next((at[k] for k in range(j - 1, -1, -1) if k in at), -1)

    def _in(self, pair: Pair) -> Iterator[Change]:
        """Yield the changes of a paragraph that the letter has."""
        part = self._parts[pair.built[0]]
        built = _whole([self._built[i] for i in pair.built])
        spans = self._finder.spans(built.words)
        owned = owners(spans, len(built.words))
        edited = _side([self._paragraphs[j] for j in pair.edited])
        compared = Compared(built, edited, owned, self._taken)
        if pair.edited:
            for edit in compared.edits():
                yield self._change(edit, part, built)
            if pair.moved:
                yield self._moved(built, edited, owned, part)
        else:
            yield from self._gone(compared, part)
        yield from self._remarks(pair, compared, part)

    def _gone(self, compared: Compared, part: str) -> Iterator[Change]:
        """Yield the sentences of a paragraph that is not there any more."""
        for edit in compared.edits():
            if edit.span and edit.span.origin and not edit.span.origin.id:
                others = {span.origin.id for span in compared.owned if span.origin}
                if others != {None}:
                    continue  # the wording around a sentence goes with it
            yield self._change(edit, part, compared.built)

    def _change(self, edit: Edit, part: str, built: Side) -> Change:
        origin = edit.span.origin if edit.span else None
        mark = edit.marks[0] if edit.marks else None
        return Change(
            kind=edit.kind,
            part=part,
            id=origin.id if origin else None,
            field=origin.key if origin else None,
            locale=origin.locale if origin else None,
            place=self._place(edit.span, built),
            old=edit.old,
            new=edit.new,
            marked=edit.marked,
            who=mark.who if mark else None,
            when=mark.when or None if mark else None,
            tracked=edit.tracked,
        )

    def _place(self, span: Span | None, built: Side) -> Place | None:
        """Return where the words of a span stand: as is known, or as the content has them."""
        if span is None:
            return None
        if span.origin:
            return self._places.of(span.origin)
        text = built.said(span.start, span.end)
        parts = sorted(_SEVERAL.split(text), key=len, reverse=True)
        wanted = (*text.split("\n"), *(each.strip() for each in parts))
        found = (self._places.of_text(each) for each in wanted if len(each) >= _SHORTEST)
        return next((each for each in found if each), None)

    def _moved(self, built: Side, edited: Side, owned: Sequence[Span], part: str) -> Change:
        span = _main(owned)
        mark = next((word.mark for word in edited.words if word.mark), None)
        edit = Edit("moved", span, built.text, edited.text, (), (mark,) if mark else (), bool(mark))
        return self._change(edit, part, built)

    def _new(self, pair: Pair, at: dict[int, int]) -> Iterator[Change]:
        """Yield a paragraph that was added; its place is that of the sentence before."""
        j = pair.edited[0]
        edited, before = self._edited[j], self._before(j, at)
        span, side = None, Side("", ())
        if before >= 0:
            side = self._built[before]
            span = owners(self._finder.spans(side.words), len(side.words))[-1]
        marks = tuple(dict.fromkeys(word.mark for word in edited.words if word.mark))
        tracked = bool(marks) and all(word.mark for word in edited.words)
        marked: Marked = (("added", edited.text),)
        edit = Edit("added", span, "", edited.text, marked, marks, tracked)
        part = self._paragraphs[j].part
        yield self._change(edit, part, side)
        owned = [span] * len(side.words) if span else []
        yield from self._remarks(pair, Compared(side, edited, owned, self._taken), part)

    def _remarks(self, pair: Pair, compared: Compared, part: str) -> Iterator[Change]:
        """Yield the remarks on the words of a paragraph, or at one of its places."""
        pieces = [piece for j in pair.edited for piece in self._paragraphs[j].pieces]
        for id_ in dict.fromkeys(name for piece in pieces for name in piece.comments):
            comment = self._remaining.pop(id_, None)
            if comment is None:
                continue
            words = compared.edited.words
            on = [j for j, word in enumerate(words) if id_ in word.comments]
            about = compared.edited.said(on[0], on[-1] + 1) if on else ""
            span = compared.place_of(on[0] if on else len(words) - 1)
            mark = Mark(deleted=False, who=comment.who, when=comment.when)
            edit = Edit("commented", span, about, about, (("same", about),), (mark,))
            yield replace(self._change(edit, part, compared.built), comment=comment.text)


def _side(paragraphs: Sequence[WordParagraph]) -> Side:
    """Return paragraphs of the file as one side, every change accepted."""
    pieces: list[Piece] = []
    for each in paragraphs:
        pieces += [Piece("\n")] if pieces else []
        pieces += (piece for piece in each.pieces if not piece.deleted)
    return Side(*words_in(pieces))


def _whole(sides: Sequence[Side]) -> Side:
    """Return paragraphs of the letter as one."""
    if len(sides) == 1:
        return sides[0]
    text = "\n".join(each.text for each in sides)
    return Side(text, words_of(text))


def _main(owned: Sequence[Span]) -> Span | None:
    """Return the sentence that says most of a paragraph, of the content if there is one."""
    content = [each for each in owned if each.origin and each.origin.id]
    return max(content or owned, key=lambda each: each.end - each.start, default=None)
