"""Small pictures of one colour."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int, colour: bytes, *remarks: bytes) -> bytes:
    """Return a picture in one colour, so many pixels wide and high, with remarks in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I4s", len(data), kind) + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = (b"\0" + colour * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    said = b"".join(chunk(b"tEXt", remark) for remark in remarks)
    parts = (chunk(b"IHDR", header), said, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
