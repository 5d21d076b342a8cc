"""The colours of a chart: shades of one, which differ in a copy without colour too."""

from __future__ import annotations

from dataclasses import dataclass

from generator.letter import Colours
from generator.letter.brand import PAPER_COLOUR
from generator.letter.contrast import TEXT, contrast, luminance, parts_of

_DARKEST = 0.18
"""The luminance that the first shade has at the most, so that white figures are read on it."""
_STRONGEST, _FAINTEST = 1.0, 0.2
_BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page that a chart is drawn in, each as ``#rrggbb``."""

    ink: str
    quiet: str
    accent: str
    hairline: str
    paper: str = PAPER_COLOUR

    @classmethod
    def of(cls, colours: Colours) -> Palette:
        """Return the palette of charts on a page of these colours."""
        return cls(colours.ink, colours.quiet, colours.accent, colours.hairline)

    def shades(self, number: int, *, faintest: float = _FAINTEST) -> tuple[str, ...]:
        """Return ``number`` shades of the accent, the strongest first."""
        strongest = self._dark_accent()
        step = (_STRONGEST - faintest) / max(number - 1, 1)
        return tuple(mixed(strongest, self.paper, _STRONGEST - step * at) for at in range(number))

    def on(self, fill: str) -> str:
        """Return the colour of figures on ``fill``: paper or ink, whichever is read better.

        On middling shades it is black: one of white and black has a contrast of 4.5 with any.
        """
        better = max((self.paper, self.ink), key=lambda each: contrast(each, fill))
        return better if contrast(better, fill) >= TEXT else _BLACK

    def across(self, fill: str) -> str:
        """Return the colour of lines across ``fill``."""
        dark = luminance(fill) < luminance(mixed(self._dark_accent(), self.paper, 0.5))
        return self.paper if dark else mixed(self._dark_accent(), self.paper, 0.6)

    def _dark_accent(self) -> str:
        share = 1.0
        while luminance(mixed(self.accent, self.ink, share)) > _DARKEST:
            share -= 0.05
        return mixed(self.accent, self.ink, share)


def mixed(one: str, other: str, share: float) -> str:
    """Return ``share`` of one colour in another."""
    pairs = zip(parts_of(one), parts_of(other), strict=True)
    parts = (round(a * share + b * (1 - share)) for a, b in pairs)
    return "#" + "".join(f"{each:02x}" for each in parts)
