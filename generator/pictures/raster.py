"""PNG pictures: whole, of a sensible size, and without what programs write into them.

Source: W3C, Portable Network Graphics (PNG) Specification (Third Edition), 2025.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.pictures.picture import MAX_BYTES, Picture, PictureRefusedError, refuse_narrow
from generator.pictures.png import FRAME, SIGNATURE, body, chunks

_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"})
"""What a still picture is drawn with; profiles of colour are heavy, and name who made them."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Of each type of colour, the samples of a pixel (11.2.1)."""
_MOST_PIXELS = 2400
"""On each side: 200 mm at 300 pixels an inch."""
_PIXELS_AN_INCH = 96
_MM_AN_INCH = 25.4
_HEAD = 13


def read_png(data: bytes) -> Picture:
    """Return the PNG in ``data``, or raise PictureRefusedError."""
    if not data.startswith(SIGNATURE):
        raise PictureRefusedError("picture-broken")
    kept = [(kind, whole) for kind, whole in _sound(data) if kind in _KEPT]
    if not kept or kept[0][0] != b"IHDR" or kept[-1][0] != b"IEND":
        raise PictureRefusedError("picture-broken")
    pixels = b"".join(body(whole) for kind, whole in kept if kind == b"IDAT")
    width, height = _checked(body(kept[0][1]), pixels)
    made = SIGNATURE + b"".join(whole for _, whole in kept)
    if len(made) > MAX_BYTES:
        raise PictureRefusedError(
            "picture-too-large", size=len(made) // 1000, limit=MAX_BYTES // 1000
        )
    scale = _MM_AN_INCH / _PIXELS_AN_INCH
    return Picture(made, "image/png", width * scale, height * scale)


def _sound(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and bytes of each chunk that is whole, and has the sum that it says."""
    try:
        for kind, whole in chunks(data):
            (length,) = struct.unpack_from(">I", whole)
            if whole[length + FRAME - 4 :] != struct.pack(">I", zlib.crc32(whole[4:-4])):
                raise PictureRefusedError("picture-broken")
            yield kind, whole
    except struct.error as error:
        raise PictureRefusedError("picture-broken") from error


def _checked(head: bytes, pixels: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a picture that has all its pixels, and no more."""
    if len(head) != _HEAD:
        raise PictureRefusedError("picture-broken")
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if width == 0 or height == 0 or colour not in _CHANNELS:
        raise PictureRefusedError("picture-broken")
    if max(width, height) > _MOST_PIXELS:
        raise PictureRefusedError(
            "picture-too-many-pixels", width=width, height=height, limit=_MOST_PIXELS
        )
    refuse_narrow(width, height)
    row = (width * depth * _CHANNELS[colour] + 7) // 8 + 1
    most = row * height * (2 if interlaced else 1) + 8 * height
    reader = zlib.decompressobj()
    try:
        found = len(reader.decompress(pixels, most + 1))
    except zlib.error as error:
        raise PictureRefusedError("picture-broken") from error
    if found > most or found < (width * height * depth * _CHANNELS[colour]) // 8:
        raise PictureRefusedError("picture-broken")
    return width, height
