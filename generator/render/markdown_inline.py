"""Runs of inlines → one Markdown text that a reader's program takes for nothing else.

A run becomes a flat row of pieces first. Only then is it known what stands next to what,
and that decides which characters would be markup.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from generator.letter import (
    Emphasis,
    Gap,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteCall,
    NoteReference,
    Span,
    Strong,
    Text,
    plain_text,
)
from generator.render.html_elements import is_followable


class Kind(Enum):
    """What a piece is: text still to be escaped, a delimiter, a new line, finished Markdown."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()
    SOURCE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line."""

    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands: inside which delimiters, and whether a new line may begin there."""

    delimiters: tuple[str, ...] = ()
    line_break: str = "  \n"
    in_link: bool = False


PARAGRAPH = Place()
HEADING = Place(line_break=" ")
CELL = Place(line_break="<br>")

_ALWAYS = re.compile(r"[\\`*_\[\]<~|]|&(?=[#A-Za-z])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_LINE_START = re.compile(r"^(\d{0,8})([#>+=:\-]|(?<=\d)[.)])", re.MULTILINE)
_HEADING_END = re.compile(r"#$")
_AUTOLINK = re.compile(r"[a-z]+:[A-Za-z0-9/._~:?#@!$&'()*+,;=-]+")


def paragraph_text(children: Inlines) -> str:
    """Return the Markdown of a paragraph; empty where it shows nothing."""
    return _LINE_START.sub(r"\1\\\2", _source(children, PARAGRAPH))


def heading_text(children: Inlines) -> str:
    """Return the Markdown of a heading, on one line."""
    return _HEADING_END.sub(r"\\#", _source(children, HEADING))


def cell_text(children: Inlines) -> str:
    """Return the Markdown of a cell of a table, on one line."""
    return _source(children, CELL).replace("\\|", "&#124;")


def _source(children: Inlines, place: Place) -> str:
    return _joined(_tidied(_pieces(children, place)))


# --- inlines → pieces -----------------------------------------------------------


def _pieces(children: Inlines, place: Place) -> list[Piece]:
    return [piece for child in children for piece in PIECES[type(child)](child, place)]


def _text(node: Text, _: Place) -> list[Piece]:
    return [Piece(Kind.TEXT, node.text)] if node.text else []


def _delimited(children: Inlines, place: Place, delimiter: str) -> list[Piece]:
    if delimiter in place.delimiters:
        return _pieces(children, place)
    inner = replace(place, delimiters=(*place.delimiters, delimiter))
    return [
        Piece(Kind.OPEN, delimiter),
        *_pieces(children, inner),
        Piece(Kind.CLOSE, delimiter),
    ]


def _emphasis(node: Emphasis, place: Place) -> list[Piece]:
    return _delimited(node.children, place, "_")


def _strong(node: Strong, place: Place) -> list[Piece]:
    return _delimited(node.children, place, "**")


def _link(node: Link, place: Place) -> list[Piece]:
    if place.in_link or not is_followable(node.address):
        return _pieces(node.children, place)
    shown = plain_text(node.children)
    if shown == node.address and _AUTOLINK.fullmatch(shown):
        return [Piece(Kind.SOURCE, f"<{shown}>")]
    inner = replace(place, line_break=" ", in_link=True)
    return [
        Piece(Kind.SOURCE, "["),
        *_pieces(node.children, inner),
        Piece(Kind.SOURCE, f"]({_destination(node.address)})"),
    ]


def _destination(address: str) -> str:
    """Return ``address`` as the destination of a link."""
    return re.sub(r"[\s<>()\\\[\]|*_`]", lambda match: f"%{ord(match[0]):02X}", address)


def _span(node: Span, place: Place) -> list[Piece]:
    return _pieces(node.children, place)


def _line_break(_: LineBreak, place: Place) -> list[Piece]:
    """End the line, and with it all that is open: a delimiter beside a new line opens nothing."""
    if place.line_break != PARAGRAPH.line_break:
        kind = Kind.TEXT if place.line_break == " " else Kind.SOURCE
        return [Piece(kind, place.line_break)]
    return [
        *(Piece(Kind.CLOSE, each) for each in reversed(place.delimiters)),
        Piece(Kind.BREAK, place.line_break),
        *(Piece(Kind.OPEN, each) for each in place.delimiters),
    ]


def _note_call(node: NoteCall, _: Place) -> list[Piece]:
    return [Piece(Kind.SOURCE, f"[^{node.number}]")]


def _note_reference(node: NoteReference, _: Place) -> list[Piece]:
    return [Piece(Kind.TEXT, str(node.number))]


def _gap(node: Gap, place: Place) -> list[Piece]:
    return _delimited((Text(node.label),), place, "**")


PIECES: Mapping[type[Inline], Callable[[Any, Place], list[Piece]]] = MappingProxyType(
    {
        Text: _text,
        Emphasis: _emphasis,
        Strong: _strong,
        Link: _link,
        Span: _span,
        LineBreak: _line_break,
        NoteCall: _note_call,
        NoteReference: _note_reference,
        Gap: _gap,
    }
)

# --- pieces → text --------------------------------------------------------------

_CANCEL = frozenset({(Kind.OPEN, Kind.CLOSE), (Kind.CLOSE, Kind.OPEN)})


def _tidied(pieces: Iterable[Piece]) -> list[Piece]:
    """Join neighbouring texts, and drop delimiters around nothing and breaks at the ends."""
    row: list[Piece] = []
    for piece in pieces:
        last = row[-1] if row else None
        if last and last.value == piece.value and (last.kind, piece.kind) in _CANCEL:
            row.pop()
        elif last and last.kind is piece.kind is Kind.TEXT:
            row[-1] = Piece(Kind.TEXT, last.value + piece.value)
        elif last or piece.kind is not Kind.BREAK:
            row.append(piece)
    while row and row[-1].kind is Kind.BREAK:
        row.pop()
    return row


def _joined(row: list[Piece]) -> str:
    edge = Piece(Kind.BREAK, "")
    neighbours = zip([edge, *row], row, [*row[1:], edge], strict=False)
    return "".join(_written(before, piece, after) for before, piece, after in neighbours)


def _written(before: Piece, piece: Piece, after: Piece) -> str:
    if piece.kind is Kind.BREAK:
        return "\\\n" if before.kind is Kind.BREAK else piece.value
    if piece.kind is not Kind.TEXT:
        return piece.value
    text = piece.value
    head = _edge(text[0], before, after if len(text) == 1 else None)
    tail = _edge(text[-1], None, after) if len(text) > 1 else ""
    return head + _escaped(text[len(head) > 0 : len(text) - (len(tail) > 0)]) + tail


def _edge(character: str, before: Piece | None, after: Piece | None) -> str:
    """Return the first or last character of a text where its neighbours change it, else nothing.

    Why: white space at the end of a line vanishes, and a delimiter beside a letter is none.
    """
    kind_before, kind_after = before and before.kind, after and after.kind
    if character.isspace():
        bare = kind_before in {Kind.BREAK, Kind.OPEN} or kind_after in {Kind.BREAK, Kind.CLOSE}
        return f"&#{ord(character)};" if bare else ""
    if before and before.value.startswith("[^") and character in "(:":
        return f"\\{character}"
    if after and after.value.startswith("[") and character in "!^":
        return f"\\{character}"
    if kind_before is Kind.CLOSE or kind_after is Kind.OPEN:
        return "" if _is_punctuation(character) else f"&#{ord(character)};"
    return ""


def _is_punctuation(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character)[0] == "P"


def _escaped(text: str) -> str:
    """Return ``text`` with a backslash before what is markup wherever it stands."""
    escaped = _ALWAYS.sub(r"\\\g<0>", text)
    return _CONTROL.sub(lambda match: f"&#{ord(match[0])};", escaped)
