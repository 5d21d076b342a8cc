"""The story that a Word file tells: its paragraphs, with what was changed, by whom, and remarks.

Nothing in the file is trusted: what it refers to is not fetched, it may define no entities, and
what unpacks to more than a letter can have is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.inspection.saved import DamagedError, package
from generator.inspection.word_events import Comment, Mark, PartReader, Piece, RawParagraph

__all__ = ["Comment", "Mark", "Piece", "Story", "WordParagraph", "story_of"]

Part = Literal["text", "note", "header", "footer"]

_BODY = "word/document.xml"
_PARTS: tuple[tuple[str, Part], ...] = (
    (_BODY, "text"),
    ("word/footnotes", "note"),
    ("word/endnotes", "note"),
    ("word/header", "header"),
    ("word/footer", "footer"),
)
_COMMENTS = "word/comments.xml"


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph of the file, in pieces; in the text, a note, or the head or foot of pages."""

    part: Part
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return what it says when every change is accepted."""
        return "".join(each.text for each in self.pieces if not each.deleted).strip()

    @property
    def deleted(self) -> tuple[Piece, ...]:
        """Return what was taken out of it with changes tracked."""
        return tuple(each for each in self.pieces if each.deleted)


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that a Word file says."""

    paragraphs: tuple[WordParagraph, ...]
    comments: dict[str, Comment] = field(default_factory=dict)


def story_of(data: bytes) -> Story:
    """Return the story of a Word file; raise DamagedError where it is none."""
    parts = package(data)
    if _BODY not in parts:
        raise DamagedError
    found: dict[tuple[str, str], WordParagraph] = {}
    body: list[WordParagraph] = []
    for name, source in parts.items():
        part = _part_of(name)
        if part is None:
            continue
        for each in _joined(PartReader().read(source).paragraphs):
            paragraph = WordParagraph(part, each.pieces)
            if part in ("header", "footer"):
                found[part, paragraph.text] = paragraph  # the same on each kind of page
            else:
                body.append(paragraph)
    comments = PartReader().read(parts[_COMMENTS]).comments if _COMMENTS in parts else {}
    told = sorted((*body, *found.values()), key=lambda each: _ORDER[each.part])
    return Story(tuple(told), comments)


_ORDER = {"text": 0, "note": 1, "header": 2, "footer": 3}


def _part_of(name: str) -> Part | None:
    if not name.endswith(".xml"):
        return None
    return next((part for start, part in _PARTS if name.startswith(start)), None)


def _joined(paragraphs: Iterable[RawParagraph]) -> Iterator[RawParagraph]:
    """Yield paragraphs, those joined between which the end of the paragraph was deleted."""
    begun: RawParagraph | None = None
    for each in paragraphs:
        whole = replace(each, pieces=(*begun.pieces, *each.pieces)) if begun else each
        if each.end_deleted:
            begun = whole
            continue
        begun = None
        yield whole
    if begun:
        yield begun
