"""Pictures without what cameras and programs write into them; every pixel stays as it is."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.pictures.png import SIGNATURE, chunks

_PNG_SHOWN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB"}
    | {b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP"}
)
"""The chunks that a picture is drawn with (W3C PNG, third edition); text, time and EXIF are not."""
_JPEG = b"\xff\xd8"
_SCAN, _END = 0xDA, 0xD9
_DROPPED = frozenset({*range(0xE1, 0xE2), *range(0xE3, 0xEE), 0xEF, 0xFE})
"""Markers of EXIF, XMP, IPTC and remarks (ITU-T T.81, B.1.1.3): all for programs but 0 (JFIF), 2
(colours) and 14 (Adobe's colours), and comments."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def bare(data: bytes) -> bytes:
    """Return a PNG or JPEG picture without text, time, place and camera; others as they are."""
    try:
        if data.startswith(SIGNATURE):
            shown = (whole for kind, whole in chunks(data) if kind in _PNG_SHOWN)
            return SIGNATURE + b"".join(shown)
        if data.startswith(_JPEG):
            return _JPEG + b"".join(_segments(data))
    except (struct.error, IndexError):
        return data
    return data


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG that it is drawn with."""
    at = len(_JPEG)
    while at < len(data) - 1:
        marker = data[at + 1]
        if marker == _SCAN:
            end = data.rfind(b"\xff\xd9")
            yield data[at : end + 2] if end > at else data[at:]
            return
        if marker in _ALONE:
            yield data[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker not in _DROPPED:
            yield data[at : at + 2 + length]
        at += 2 + length
