"""The colours of a chart: shades of one, which differ in a copy without colour too."""

from __future__ import annotations

from dataclasses import dataclass

_DARKEST = 0.18
"""The luminance that the first shade has at the most, so that white figures are read on it."""
_STRONGEST, _FAINTEST = 1.0, 0.2
_LINEAR_BELOW, _LINEAR, _OFFSET, _POWER = 0.04045, 12.92, 0.055, 2.4
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_FLARE = 0.05
_READ = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""
_BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the page, as ``page.css`` has them."""

    ink: str = "#1a1a1a"
    quiet: str = "#565b63"
    accent: str = "#1f3a5f"
    hairline: str = "#b9bec6"
    paper: str = "#ffffff"

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
        return better if contrast(better, fill) >= _READ else _BLACK

    def across(self, fill: str) -> str:
        """Return the colour of lines across ``fill``."""
        dark = luminance(fill) < luminance(mixed(self._dark_accent(), self.paper, 0.5))
        return self.paper if dark else mixed(self._dark_accent(), self.paper, 0.6)

    def _dark_accent(self) -> str:
        share = 1.0
        while luminance(mixed(self.accent, self.ink, share)) > _DARKEST:
            share -= 0.05
        return mixed(self.accent, self.ink, share)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as ``#1f3a5f`` (WCAG 2.2)."""
    parts = (each / 255 for each in _parts(colour))
    linear = (
        each / _LINEAR if each <= _LINEAR_BELOW else ((each + _OFFSET) / (1 + _OFFSET)) ** _POWER
        for each in parts
    )
    return sum(weight * each for weight, each in zip(_WEIGHTS, linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + _FLARE) / (dark + _FLARE)


def mixed(one: str, other: str, share: float) -> str:
    """Return ``share`` of one colour in another."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    parts = (round(a * share + b * (1 - share)) for a, b in pairs)
    return "#" + "".join(f"{each:02x}" for each in parts)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
