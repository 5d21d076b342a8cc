"""How a chart is set: what it shares with the letter around it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.palette import Palette
from generator.letter import Direction


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a chart; ``width`` is that of the text in millimetres, ``size`` in points.

    ``regular`` and ``bold``: the files of the fonts, in the order in which they are asked.
    """

    width: float
    size: float
    regular: tuple[str, ...]
    bold: tuple[str, ...]
    palette: Palette
    direction: Direction = "ltr"
    locale: str = "en"
