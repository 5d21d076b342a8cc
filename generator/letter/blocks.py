"""What stacks on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.letter.charts import Chart
from generator.letter.inlines import Inlines


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


Block = Heading | Paragraph | ListBlock | Table | Chart | Group | Rule
