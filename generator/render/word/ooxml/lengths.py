"""Lengths as Word writes them."""

from __future__ import annotations

_MM_AN_INCH = 25.4
_TWENTIETHS_AN_INCH = 1440
_EMU_A_MM = 36_000


def twentieths(millimetres: float) -> int:
    """Return a length in twentieths of a point (ST_TwipsMeasure)."""
    return round(millimetres * _TWENTIETHS_AN_INCH / _MM_AN_INCH)


def emu(millimetres: float) -> int:
    """Return a length in English metric units (ST_PositiveCoordinate)."""
    return round(millimetres * _EMU_A_MM)
