"""What a file is made of, as the last look reads it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["text", "markup", "raw", "baggage"]
"""What somebody may read, what only shapes it (styles, classes), bytes, a character each, and what
no file may carry."""

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a file, and the part of the file that it stands in."""

    part: str
    text: str
    kind: Kind = "text"

    def inside(self, part: str) -> Piece:
        """Return it as a piece of what stands in ``part`` of another file."""
        return replace(self, part=part)


def markup_pieces(part: str, text: str) -> Iterator[Piece]:
    """Yield a text in some XML: without its tags, and the tags."""
    yield Piece(part, html.unescape(_TAG.sub(" ", text)))
    yield Piece(part, html.unescape(" ".join(_TAG.findall(text))))


def raw_piece(part: str, data: bytes) -> Piece:
    """Return bytes of no known form, a character each."""
    return Piece(part, data.decode("latin-1"), "raw")
