"""Drawings as pictures of pixels: not every Word shows SVG."""

from __future__ import annotations

from functools import lru_cache

_PIXELS_A_MM = 12
"""300 an inch, sharp in print."""


@lru_cache(maxsize=64)  # the letters of a build share their logos
def png_of(svg: bytes, width: float) -> bytes:
    """Return a drawing that is ``width`` millimetres wide as PNG, always the same bytes."""
    import resvg_py  # only letters with logos need it

    pixels = max(1, round(width * _PIXELS_A_MM))
    return resvg_py.svg_to_bytes(svg.decode(), width=pixels, skip_system_fonts=True)
