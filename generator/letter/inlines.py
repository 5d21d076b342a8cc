"""What stands in a line of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters exactly as the reader sees them."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text set in italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Text set in bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Text that opens ``address`` (http, https or mailto) when followed."""

    address: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Text in another language or writing direction."""

    children: tuple[Inline, ...]
    locale: str | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside one paragraph, as in an address."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The raised number that calls note ``number`` (from 1, in order of appearance)."""

    number: int


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The number of another note, named in running text: "see note 3"."""

    number: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a draft lacks, shown in place; a final never has one."""

    label: str


Inline = Text | Emphasis | Strong | Link | Span | LineBreak | NoteCall | NoteReference | Gap
Inlines = tuple[Inline, ...]
