"""The letter as a whole: its blocks and notes, its page, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from generator.letter.blocks import Block
from generator.letter.brand import PLAIN, Brand
from generator.letter.inlines import Direction, Inlines
from generator.mail import Mail


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


Paper = Literal["A4", "Letter"]
_WIDTHS: Mapping[Paper, float] = MappingProxyType({"A4": 210.0, "Letter": 215.9})
"""Millimetres (ISO 216; eight and a half inches)."""


@dataclass(frozen=True, slots=True)
class PageRules:
    """Page and type rules of the document type; lengths in millimetres, sizes in points.

    A ``plain`` document has no bold, no italics and no underlining.
    """

    size: Paper = "A4"
    margin_top: float = 22.0
    margin_bottom: float = 22.0
    margin_inner: float = 25.0
    margin_outer: float = 25.0
    family: str = "Noto Serif"
    heading_family: str = "Noto Sans"
    font_size: float = 10.0
    plain: bool = False

    @property
    def text_width(self) -> float:
        """How wide the text is, in millimetres."""
        return _WIDTHS[self.size] - self.margin_inner - self.margin_outer


@dataclass(frozen=True, slots=True)
class Letter:
    """One document for one reader in one locale, ready for every renderer.

    ``script`` is the script of the locale, by its ISO 15924 code: it says which fonts draw it.
    ``mail``: of an e-mail, its envelope. ``brand``: the face of those who sign it.
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
    brand: Brand = PLAIN
