"""Small PNG pictures, made by hand so that nothing is in them that a test did not put there."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int, *colours: bytes, more: bytes = b"") -> bytes:
    """Return a picture of upright stripes; ``more`` chunks stand before its pixels."""
    stripe = width // len(colours)
    widths = (*[stripe] * (len(colours) - 1), width - stripe * (len(colours) - 1))
    row = b"\0" + b"".join(each * wide for each, wide in zip(colours, widths, strict=True))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(row * height, 9)
    chunks = (chunk(b"IHDR", head), more, chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
