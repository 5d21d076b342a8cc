"""PNG files as a row of chunks.

Source: W3C, Portable Network Graphics (PNG) Specification (Third Edition), 2025, 5.2 and 5.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FRAME = 12
"""Bytes of a chunk around its body: length and kind before it, a sum behind it."""
_HEAD = len(SIGNATURE) + 8
"""Where the body of the first chunk begins, which says how many pixels there are (11.2.1)."""


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and bytes of each chunk, the last as far as it is there; nothing after the end.

    Raise struct.error where a chunk does not even say what it is.
    """
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + length + FRAME
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end


def body(chunk: bytes) -> bytes:
    """Return what is in a chunk."""
    return chunk[8:-4]


def pixels_of(data: bytes) -> tuple[int, int]:
    """Return how many pixels wide and high a PNG is; raise struct.error where it is cut off."""
    width, height = struct.unpack_from(">II", data, _HEAD)
    return width, height
