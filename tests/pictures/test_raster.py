"""PNG pictures: whole, small, and nothing in them but pixels."""

from __future__ import annotations

import struct

import pytest

from generator.pictures.picture import PictureRefusedError
from generator.pictures.reading import read_picture
from tests.brands import logo
from tests.support.pngs import chunk


def test_only_pixels_stay() -> None:
    """Text, time, place and profiles of colour go; what is after the end goes too."""
    said = chunk(b"tEXt", b"Author\0Ada Quill") + chunk(b"tIME", b"\x07\xea\x03\x02\0\0\0")
    picture = read_picture("logo.png", logo(more=said) + b"Ada Quill")
    assert picture.data == logo()
    assert (picture.media_type, picture.width, picture.height) == ("image/png", 63.5, 31.75)


BROKEN = logo()[:-20] + b"\0" * 20
BOMB = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0))


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (BROKEN, "picture-broken"),
        (logo()[:100], "picture-broken"),
        (b"GIF89a", "picture-broken"),
        (BOMB + logo()[33:], "picture-broken"),
        (logo(210, 10), "picture-narrow"),
        (logo(2500, 10), "picture-too-many-pixels"),
        (logo(more=chunk(b"tRNS", b"\0" * 200_000)), "picture-too-large"),
    ],
    ids=["wrong sum", "cut", "no PNG", "more pixels than it says", "long", "wide", "heavy"],
)
def test_what_is_broken_or_too_large_is_refused(data: bytes, rule: str) -> None:
    """No picture that a reader cannot show, and none that fills a mailbox."""
    with pytest.raises(PictureRefusedError) as refused:
        read_picture("logo.png", data)
    assert refused.value.rule == rule
