"""Pictures lose what is not drawn, and no pixel."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from generator.pictures.stripping import bare


def picture(form: str) -> bytes:
    """Return a picture with everything that a camera and a program write into one."""
    image = Image.new("RGB", (9, 7))
    image.putdata([(at, 255 - at, at * 2) for at in range(63)])
    exif = Image.Exif()
    exif[0x013B] = "Quozel"
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Quozel")
    text.add_itxt("XML:com.adobe.xmp", "<x>Quozel</x>", zip=True)
    made = BytesIO()
    options = {"pnginfo": text} if form == "PNG" else {"comment": b"Quozel", "xmp": b"Quozel"}
    image.save(made, form, exif=exif, **options)
    return made.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_nothing_but_the_picture_is_left(form: str) -> None:
    """The pixels are those of before."""
    before = picture(form)
    after = bare(before)
    assert b"Quozel" in before
    assert b"Quozel" not in after
    assert len(after) < len(before)
    opened = Image.open(BytesIO(after))
    assert not opened.getexif()
    assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert opened.tobytes() == Image.open(BytesIO(before)).tobytes()


def test_what_stands_behind_the_end_of_a_picture_goes() -> None:
    """Programs hide files there."""
    assert bare(picture("PNG") + b"Quozel").endswith(
        b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    )
    assert bare(picture("JPEG") + b"Quozel").endswith(b"\xff\xd9")


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG", b"\xff\xd8", b"\xff\xd8\xff\xe1"])
def test_what_is_no_whole_picture_stays(data: bytes) -> None:
    """A reader says what is wrong with it."""
    assert bare(data) == data
