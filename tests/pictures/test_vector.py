"""SVG pictures: what is seen stays, all else goes or is refused."""

from __future__ import annotations

import pytest

from generator.pictures.picture import PictureRefusedError
from generator.pictures.reading import read_picture

DRAWN_BY_A_PROGRAM = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- Drawn by Ada Quill -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:ink="http://www.inkscape.org/namespaces/inkscape" ink:label="quill.svg"
     width="60mm" height="30mm" viewBox="0 0 120 60" id="ada-quill" data-author="ada">
  <title>Ada Quill</title><metadata><who>Ada Quill</who></metadata>
  <style>/* ada */ .a, .b { fill: #123456; font-family: Ada } .b { stroke: red }</style>
  <ink:view><ink:guide/></ink:view>
  <defs><linearGradient id="ada-fade"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
  <g style="fill: url(#ada-fade); -ink-font: Ada"><rect class="b" width="10" height="9"/></g>
  <use xlink:href="#ada-fade"/>
</svg>
"""


def made(inside: str, box: str = 'viewBox="0 0 9 9"') -> bytes:
    """Return an SVG with ``inside``."""
    start = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    return f"{start}\n{inside}</svg>".encode()


def test_shapes_and_colours_stay_and_nothing_else() -> None:
    """No remark, title, name, label or author; styles are attributes, ids mean nothing."""
    picture = read_picture("logo.svg", DRAWN_BY_A_PROGRAM.encode())
    assert picture.data.decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">'
        '<defs><linearGradient id="p1"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<g fill="url(#p1)"><rect fill="#123456" height="9" stroke="red" width="10"/></g>'
        '<use href="#p1"/></svg>'
    )
    assert (picture.media_type, picture.width, picture.height) == ("image/svg+xml", 60, 30)


def test_without_a_view_box_width_and_height_make_one() -> None:
    """96 pixels are an inch (CSS Values 3, 6.2)."""
    picture = read_picture("logo.svg", made("<rect/>", 'width="96" height="48px"'))
    assert (round(picture.width, 3), round(picture.height, 3)) == (25.4, 12.7)
    assert b'viewBox="0 0 96 48"' in picture.data


TEN_AND_TEN = '<g id="a0"><rect/></g>' + "".join(
    f'<g id="a{number + 1}">' + f'<use href="#a{number}"/>' * 10 + "</g>" for number in range(5)
)
ENTITY = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (made("<script>alert(1)</script>"), "picture-element", 2),
        (made("<g>\n<text>Ada</text></g>"), "picture-element", 3),
        (made('<image href="data:image/png;base64,AA"/>'), "picture-element", 2),
        (made("<foreignObject/>"), "picture-element", 2),
        (made('<a href="#x"><rect/></a>'), "picture-element", 2),
        (made('<rect onload="alert(1)"/>'), "picture-element", 2),
        (made('<animate attributeName="x"/>'), "picture-element", 2),
        (made('<use href="https://example.org/x.svg#a"/>'), "picture-address", 2),
        (made('<rect fill="url(https://example.org/x.svg#a)"/>'), "picture-address", 2),
        (made("<rect style=\"fill: URL( 'file:///etc/passwd' )\"/>"), "picture-address", 2),
        (made('<rect fill="u\\72l(https://example.org)"/>'), "picture-address", 2),
        (made('<rect style="fill:url(data:image/png;base64,AA)"/>'), "picture-address", 2),
        (made("<style>@import 'x.css';</style>"), "picture-styles", 2),
        (made("<style>rect { fill: red }</style>"), "picture-styles", 2),
        (made("<rect/>", ""), "picture-size", 1),
        (made("<rect/>", 'viewBox="0 0 0 9"'), "picture-size", 1),
        (made("<rect/>", 'viewBox="0 0 1e999 9"'), "picture-size", 1),
        (made("<rect/>", 'viewBox="0 0 1e300 1e300"'), "picture-size", 1),
        (made("<rect/>", 'viewBox="0 0 9 9" width="1e300mm" height="1e300mm"'), "picture-size", 1),
        (made("<rect/>", 'viewBox="0 0 1e-300 1e-300"'), "picture-size", 1),
        (made("<rect/>", 'viewBox="0 0 210 10"'), "picture-narrow", 1),
        (made('<g id="a"><use href="#a"/></g>'), "picture-endless", 2),
        (made(f'{TEN_AND_TEN}<use href="#a5"/>'), "picture-endless", 2),
        (made(f"{'<g>' * 99}{'</g>' * 99}"), "picture-endless", 2),
        (ENTITY, "picture-entities", 1),
        (made("<path d='M0 0'>"), "picture-broken", 2),
        (b"<html/>", "picture-broken", 1),
        (b"", "picture-broken", 1),
        (made(f'<path d="{"L1 1" * 60_000}"/>'), "picture-too-large", 1),
    ],
)
def test_what_a_logo_may_not_have_is_refused(data: bytes, rule: str, line: int) -> None:
    """What runs, loads, writes or grows is named with its line."""
    with pytest.raises(PictureRefusedError) as refused:
        read_picture("logo.svg", data)
    assert (refused.value.rule, refused.value.line) == (rule, line)
