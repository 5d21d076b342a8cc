"""The face of those who sign a document: colours, logos, and a line of contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PAPER_COLOUR = "#ffffff"
"""That of what a page is printed on."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a page, each as ``#rrggbb``; these are the program's own.

    ``ink``: the text. ``quiet``: lines of the page, letterhead, captions. ``accent``: headings,
    links, numbers. ``hairline``: thin lines. ``mark``: what says that a page is a draft.
    ``gap``: what a draft lacks, on ``gap_ground``; all else stands on paper.
    """

    ink: str = "#1a1a1a"
    quiet: str = "#565b63"
    accent: str = "#1f3a5f"
    hairline: str = "#b9bec6"
    mark: str = "#9c1c1c"
    gap: str = "#7a4a00"
    gap_ground: str = "#fff1c9"


OWN_COLOURS = Colours()


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of a signatory: ``alt`` says what it shows, in the language of the letter.

    ``width`` and ``height`` are as drawn on its own, in millimetres.
    """

    data: bytes
    media_type: Literal["image/svg+xml", "image/png"]
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class Brand:
    """The face of one document; the default is the program's own, without a logo.

    ``logos``: of the signatories that have one, in their order. ``footer``: lines at the foot of
    the first page, in the language of the letter.
    """

    colours: Colours = OWN_COLOURS
    logos: tuple[Logo, ...] = ()
    footer: tuple[str, ...] = ()


PLAIN = Brand()
"""The program's own face."""
