"""A sheet that a chart is laid out on: shapes are put on it, and it is cut to what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.charts.lettering import MILLIMETRES, Lettering
from generator.charts.shapes import Anchor, Box, Dot, Drawing, Patch, Shape, Stroke, Words
from generator.charts.style import Style
from generator.letter import Chart

_LINE = 1.28
"""The height of a line of text, in sizes of the type."""
_ABOVE = 0.74
"""How far figures and capitals reach above the base line."""
_FAINTEST_LINE = 0.6


@dataclass(slots=True)
class Sheet:
    """The sheet of one chart; everything is laid out from left to right."""

    chart: Chart
    style: Style
    lettering: Lettering
    shapes: list[Shape] = field(default_factory=list)
    shades: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        number = len(self.chart.series) + bool(self.chart.rest)
        self.shades = self.style.palette.shades(max(number, 1))

    @property
    def strokes(self) -> tuple[str, ...]:
        """Return a colour for each line: all of them dark enough for a thin stroke."""
        return self.style.palette.shades(len(self.chart.series), faintest=_FAINTEST_LINE)

    @property
    def size(self) -> float:
        """The size of the type, in points."""
        return self.style.size

    @property
    def line(self) -> float:
        """The height of a line, in millimetres."""
        return self.style.size * _LINE * MILLIMETRES

    @property
    def above(self) -> float:
        """How far figures reach above their base line, in millimetres."""
        return self.style.size * _ABOVE * MILLIMETRES

    def put(self, *shapes: Shape) -> None:
        """Put shapes on the sheet, above those that are there."""
        self.shapes += shapes

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        anchor: Anchor = "left",
        bold: bool = False,
        colour: str | None = None,
    ) -> None:
        """Put one line of text on the sheet, with its base line at ``y``."""
        shade = colour or self.style.palette.ink
        self.put(Words(x, y, text, self.size, shade, anchor, bold))

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        anchor: Anchor = "left",
        colour: str | None = None,
    ) -> None:
        """Put lines below each other; ``y`` is the upper edge of the first."""
        for at, text in enumerate(lines):
            base = y + self.above + at * self.line
            self.words(x, base, text, anchor=anchor, colour=colour)

    def wrapped(self, text: str, width: float, *, bold: bool = False) -> list[str]:
        """Return a text in lines of a width."""
        return self.lettering.lines(text, width, self.size, bold=bold) if text else []

    def width_of(self, text: str, *, bold: bool = False) -> float:
        """Return the width of one line."""
        return self.lettering.width(text, self.size, bold=bold)

    def on_box(self, box: Box, text: str) -> bool:
        """Put a number into the middle of a box, if there is room, on plain ground."""
        width = self.width_of(text, bold=True)
        if box.height < self.above * 1.5 or box.width < width + 1:
            return False
        x, y = box.x + box.width / 2, box.y + box.height / 2
        if box.hatch:
            high, wide = self.above + 1.4, width + 1.6
            self.put(Patch(x - wide / 2, y - high / 2, wide, high, box.fill))
        colour = self.style.palette.on(box.fill)
        self.words(x, y + self.above / 2, text, anchor="middle", bold=True, colour=colour)
        return True

    def hatch(self, fill: str, *, partial: bool) -> str | None:
        """Return the colour of the lines across a box of a time that is shorter than others."""
        return self.style.palette.across(fill) if partial else None

    def finished(self) -> Drawing:
        """Return the drawing: cut to what it holds, from right to left where the letter is so."""
        edges = [edge for each in self.shapes for edge in self._edges(each)]
        left, right = min(0.0, *(each[0] for each in edges)), max(each[0] for each in edges)
        top, low = min(each[1] for each in edges), max(each[1] for each in edges)
        width, height = right - left, low - top
        moved = (_moved(each, -left, -top) for each in self.shapes)
        if self.style.direction == "rtl":
            moved = (_mirrored(each, width) for each in moved)
        return Drawing(width, height, tuple(moved))

    def _edges(self, shape: Shape) -> tuple[tuple[float, float], ...]:
        match shape:
            case Box() | Patch():
                return (shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)
            case Stroke(points=points):
                return points
            case Dot(x=x, y=y):
                return (x - 1.5, y - 1.5), (x + 1.5, y + 1.5)
            case Words(x=x, y=y):
                width = self.lettering.width(shape.text, shape.size, bold=shape.bold)
                start = x - {"left": 0.0, "middle": width / 2, "right": width}[shape.anchor]
                below = self.size * MILLIMETRES * 0.3
                return (start, y - self.line + below), (start + width, y + below)


def _moved(shape: Shape, x: float, y: float) -> Shape:
    if isinstance(shape, Stroke):
        return replace(shape, points=tuple((a + x, b + y) for a, b in shape.points))
    return replace(shape, x=shape.x + x, y=shape.y + y)


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Box() | Patch():
            return replace(shape, x=width - shape.x - shape.width)
        case Stroke(points=points):
            return replace(shape, points=tuple((width - x, y) for x, y in points))
        case Dot():
            return replace(shape, x=width - shape.x)
        case Words():
            turned: dict[Anchor, Anchor] = {"left": "right", "right": "left", "middle": "middle"}
            return replace(shape, x=width - shape.x, anchor=turned[shape.anchor])
