"""PNG pictures: whole, of a sensible size, and without what programs write into them.

Source: W3C, Portable Network Graphics (PNG) Specification (Third Edition), 2025.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.pictures.picture import MAX_BYTES, Picture, PictureRefusedError, refuse_narrow

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
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
    if not data.startswith(_SIGNATURE):
        raise PictureRefusedError("picture-broken")
    chunks = [(kind, body, whole) for kind, body, whole in _chunks(data) if kind in _KEPT]
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise PictureRefusedError("picture-broken")
    width, height = _checked(
        chunks[0][1], b"".join(body for kind, body, _ in chunks if kind == b"IDAT")
    )
    made = _SIGNATURE + b"".join(whole for _, _, whole in chunks)
    if len(made) > MAX_BYTES:
        raise PictureRefusedError(
            "picture-too-large", size=len(made) // 1000, limit=MAX_BYTES // 1000
        )
    scale = _MM_AN_INCH / _PIXELS_AN_INCH
    return Picture(made, "image/png", width * scale, height * scale)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, body and bytes of each chunk; nothing after the end."""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        body = data[at + 8 : end - 4]
        if end > len(data) or struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(kind + body):
            raise PictureRefusedError("picture-broken")
        yield kind, body, data[at:end]
        if kind == b"IEND":
            return
        at = end


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
