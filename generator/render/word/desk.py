"""What the small functions share while one letter is being written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docx.opc.part import XmlPart

from generator.letter import Colours, Direction, Note, PageRules
from generator.letter.brand import OWN_COLOURS
from generator.render.word.numbering import Numbering
from generator.render.word.ooxml.names import Element
from generator.render.word.package import WordPackage
from generator.render.word.stylebook import StyleBook


@dataclass(frozen=True, slots=True)
class Desk:
    """The file in the making, its styles and numberings, and what was written so far of it."""

    package: WordPackage
    styles: StyleBook
    numbering: Numbering
    notes: Mapping[int, Note]
    referred: frozenset[int]
    page: PageRules
    width: int
    rtl: bool
    east: bool
    script: str = "Latn"
    locale: str = "en"
    colours: Colours = OWN_COLOURS
    cache: Path | None = None
    called: set[int] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)

    @property
    def direction(self) -> Direction:
        """The direction of the letter."""
        return "rtl" if self.rtl else "ltr"


@dataclass(frozen=True, slots=True)
class Line:
    """Where an inline stands: its parent, the part with the links, and how it is set."""

    parent: Element
    part: XmlPart
    styles: tuple[str, ...] = ()
    language: str | None = None
    rtl: bool = False
    linked: bool = False
