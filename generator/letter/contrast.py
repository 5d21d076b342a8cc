"""How well one colour can be told from another.

Source: W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
Read on 2026-11-21.
"""

from __future__ import annotations

TEXT = 4.5
"""The least contrast of small text (success criterion 1.4.3, level AA)."""
_LINEAR_BELOW, _LINEAR, _OFFSET, _POWER = 0.04045, 12.92, 0.055, 2.4
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_FLARE = 0.05


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours: 1 (none) to 21 (black and white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + _FLARE) / (dark + _FLARE)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``: 0 for black, 1 for white."""
    parts = (each / 255 for each in parts_of(colour))
    return sum(weight * _linear(each) for weight, each in zip(_WEIGHTS, parts, strict=True))


def parts_of(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of ``#rrggbb``, from 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    if part <= _LINEAR_BELOW:
        return part / _LINEAR
    return float(((part + _OFFSET) / (1 + _OFFSET)) ** _POWER)
