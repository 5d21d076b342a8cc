"""The Letter: a frozen, format-neutral document that every renderer walks.

Inlines stand in a line of text, blocks stack on a page. A *role* is a word of
the template (``asks``, ``signatories``) around a group of blocks; it becomes a
CSS class and a Word style, so that a new role needs no Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.mail import Mail

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


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the subject of the document and stands once."""

    level: int
    children: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an ordered one with ``start`` above 1 goes on counting from the list before it."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1


Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; ``aligns`` has one entry a column."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    aligns: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together, as between ``::: role`` and ``:::``."""

    role: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text."""


Block = Heading | Paragraph | ListBlock | Table | Group | Rule


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: ``number`` runs from 1 in the order of the calls."""

    number: int
    children: Inlines


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; nothing else goes into its metadata."""

    title: str
    authors: tuple[str, ...]
    subject: str
    reference: str
    keywords: tuple[str, ...]
    date: date


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines that every page carries, in the language of the letter.

    ``page_number`` holds ``{page}`` and ``{pages}`` where the numbers stand.
    ``running_title`` stands at the head of each page after the first. ``mark`` says of each page
    that it is a draft, or a courtesy copy.
    """

    page_number: str
    running_title: str
    notice: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class PageRules:
    """Page and type rules of the document type; lengths in millimetres, sizes in points.

    A ``plain`` document has no bold, no italics and no underlining.
    """

    size: Literal["A4", "Letter"] = "A4"
    margin_top: float = 22.0
    margin_bottom: float = 22.0
    margin_inner: float = 25.0
    margin_outer: float = 25.0
    family: str = "Noto Serif"
    heading_family: str = "Noto Sans"
    font_size: float = 10.0
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One document for one reader in one locale, ready for every renderer.

    ``script`` is the script of the locale, by its ISO 15924 code: it says which fonts draw it.
    ``mail``: of an e-mail, its envelope.
    """

    locale: str
    direction: Direction
    properties: Properties
    lines: PageLines
    page: PageRules
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    notes_heading: str
    words: int
    script: str = "Latn"
    mail: Mail | None = None


def inlines_of(block: Block) -> Iterator[Inlines]:
    """Yield every run of inlines in ``block``, in reading order."""
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield children
        case ListBlock(items=items):
            for item in items:
                for inner in item.blocks:
                    yield from inlines_of(inner)
        case Table(header=header, rows=rows):
            yield from header
            for row in rows:
                yield from row
        case Group(blocks=blocks):
            for inner in blocks:
                yield from inlines_of(inner)
        case Rule():
            return


def plain_text(children: Inlines) -> str:
    """Return what a reader reads of ``children``, without note numbers."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text=text):
                parts.append(text)
            case Emphasis(children=inner) | Strong(children=inner):
                parts.append(plain_text(inner))
            case Link(children=inner) | Span(children=inner):
                parts.append(plain_text(inner))
            case LineBreak():
                parts.append("\n")
            case NoteReference(number=number):
                parts.append(str(number))
            case Gap(label=label):
                parts.append(label)
            case NoteCall():
                continue
    return "".join(parts)
