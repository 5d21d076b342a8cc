"""The last look: a finished file is opened again, and searched for what must not be in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.inspection.forbidden import Forbidden
from generator.inspection.own import Own
from generator.inspection.pieces import Piece
from generator.inspection.texts import pieces_of
from generator.language.finding import plain_words

_SEVERAL = re.compile(r"[^\W_]+(?:[-_][^\W_]+)+")
_PART = re.compile(r"[-_]|[^\W_]+")
_SHORTEST = 3
"""A user called by fewer letters is in too many texts."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that must not be there: what it is, and in which part; never the string itself."""

    kind: str
    part: str


def look(name: str, data: bytes, own: Own, forbidden: Forbidden) -> tuple[Hit, ...]:
    """Return what the file ``name`` of a letter has that it must not have.

    A file in which the letter's own words are not found was not read: that is a hit of the kind
    ``unread``. Raises UnreadableFileError.
    """
    pieces = tuple(pieces_of(name, data))
    hits = dict.fromkeys(hit for piece in pieces for hit in _hits(piece, own, forbidden))
    if not own.is_in(piece.text for piece in pieces if piece.kind == "text"):
        hits[Hit("unread", "text")] = None
    return tuple(hits)


def _hits(piece: Piece, own: Own, forbidden: Forbidden) -> Iterator[Hit]:
    """Yield what must not be in a piece."""
    if piece.kind == "baggage" and not own.letter.mail:  # an e-mail carries attachments
        yield Hit("baggage", piece.part)
    if any(path in piece.text and path not in own.text for path in _paths(piece, forbidden)):
        yield Hit("machine", piece.part)
    if piece.kind not in {"text", "markup"}:
        return
    names = forbidden.names if piece.kind == "text" else forbidden.long_names
    if any(names.found_in(piece.text)):
        yield Hit("name", piece.part)
    if piece.kind == "markup" or (own.letter.mail and piece.part == "attachments"):
        return  # what is attached was looked at as the file of another letter, with its own words
    yield from (Hit(kind, piece.part) for kind in _told(piece.text, own, forbidden))


def _told(text: str, own: Own, forbidden: Forbidden) -> Iterator[str]:
    """Yield the kinds of what a text tells that is no name, and that the letter does not say."""
    if any(each not in own.text for each in _ids(text) & forbidden.ids):
        yield "id"
    if any(_is_secret(each, own, forbidden) for each in forbidden.values.found_in(text)):
        yield "value"
    if _has_passage(text, forbidden):
        yield "text"
    words = frozenset(plain_words(text))
    for each in forbidden.surroundings.names:
        alone = len(each) >= _SHORTEST and words.issuperset(plain_words(each))
        if alone and _whole(each, text) and not _whole(each, own.text):
            yield "machine"


def _is_secret(value: str, own: Own, forbidden: Forbidden) -> bool:
    """Tell whether a value stands neither in the letter nor in anything that its reader may see."""
    return value not in own.closed and value not in forbidden.known_values


def _whole(word: str, text: str) -> bool:
    """Tell whether a text has a word as it is written, and not inside another."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def _paths(piece: Piece, forbidden: Forbidden) -> Iterator[str]:
    """Yield the paths as they would stand in a piece."""
    for path in forbidden.surroundings.paths:
        yield path
        if piece.kind == "raw":
            yield from (path.encode(each).decode("latin-1") for each in _CODINGS)


_CODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def _ids(text: str) -> set[str]:
    """Return every part of a text that may be an id: words that hyphens or strokes join."""
    found: set[str] = set()
    having = " ".join({each for each in text.split() if "-" in each or "_" in each})
    for joined in set(_SEVERAL.findall(having)):
        parts = _PART.findall(joined)
        for start in range(0, len(parts), 2):
            found.update("".join(parts[start:end]) for end in range(start + 3, len(parts) + 1, 2))
    return found


def _has_passage(text: str, forbidden: Forbidden) -> bool:
    """Tell whether a text has a passage that its reader may not read."""
    words = plain_words(text)
    for size, passages in forbidden.passages.items():
        found = passages.intersection(zip(*(words[at:] for at in range(size)), strict=False))
        if found - forbidden.known if found else False:
            return True
    return False
