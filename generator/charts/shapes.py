"""What a chart is drawn of: shapes on a sheet, in millimetres from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that stands for a number; ``part`` names what it shows, by series and category.

    ``hatch``: the colour of the lines across it, of a time that is shorter than the others.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str
    hatch: str | None = None
    part: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle that stands for nothing: the ground of a text."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point, its thickness in points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    thickness: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A point that stands for a number; a hollow one for a time shorter than the others."""

    x: float
    y: float
    colour: str
    form: Literal["disc", "square", "diamond"] = "disc"
    hollow: bool = False
    part: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is that of its base line, ``size`` is in points."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = "left"
    bold: bool = False


Shape = Box | Patch | Stroke | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished sheet."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
