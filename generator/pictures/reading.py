"""Reading a picture by its name."""

from __future__ import annotations

from functools import lru_cache

from generator.pictures.picture import Picture
from generator.pictures.raster import read_png
from generator.pictures.vector import read_svg


@lru_cache(maxsize=64)  # the letters of a build share their logos
def read_picture(name: str, data: bytes) -> Picture:
    """Return the picture in the file ``name``, or raise PictureRefusedError."""
    return read_svg(data) if name.endswith(".svg") else read_png(data)
