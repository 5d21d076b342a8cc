"""SVG pictures: shapes and colours only; nothing that runs, loads, writes or remembers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isfinite
from xml.sax.saxutils import quoteattr

from generator.pictures.picture import MAX_BYTES, Picture, PictureRefusedError, refuse_narrow
from generator.pictures.shapes import ADDRESS, SVG, Element, shapes_of

_LENGTH = re.compile(
    r"\s*([0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?)\s*(px|mm|cm|in|pt|pc)?\s*\Z", re.IGNORECASE
)
_MM = {
    "": 25.4 / 96,
    "px": 25.4 / 96,
    "mm": 1.0,
    "cm": 10.0,
    "in": 25.4,
    "pt": 25.4 / 72,
    "pc": 25.4 / 6,
}
_BOX = 4
_LEAST, _MOST = 1e-3, 1e6
"""A side of a picture, in any unit: beyond these, numbers lose what makes a shape."""
_MOST_DRAWN = 20_000
"""Elements once each reference is followed; a logo has a few hundred."""
_MOST_TURNS = 6
"""References that lead to references."""


def read_svg(data: bytes) -> Picture:
    """Return the SVG in ``data``, or raise PictureRefusedError."""
    root = shapes_of(data)
    width, height = _size(root)
    names = _names(root)
    _refuse_too_many(root)
    made = "".join(_written(root, names)).encode()
    if len(made) > MAX_BYTES:
        raise PictureRefusedError(
            "picture-too-large", size=len(made) // 1000, limit=MAX_BYTES // 1000
        )
    return Picture(made, "image/svg+xml", width, height)


def _size(root: Element) -> tuple[float, float]:
    """Return how wide and high a picture is, in millimetres; it has a view box afterwards."""
    own = root.attributes
    box = [
        float(each)
        for each in re.findall(r"[-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?", own.get("viewBox", ""))
    ]
    lengths = [_LENGTH.match(own.pop(each, "")) for each in ("width", "height")]
    sizes = [float(each[1]) * _MM[(each[2] or "").lower()] for each in lengths if each]
    for stray in ("x", "y"):
        own.pop(stray, None)
    if len(box) != _BOX:
        if len(sizes) < len(lengths):
            raise PictureRefusedError("picture-size")
        box = [0.0, 0.0, *(each / _MM[""] for each in sizes)]
    sides = (*box[2:], *filter(None, sizes))
    if not all(map(isfinite, box)) or not all(_LEAST <= each <= _MOST for each in sides):
        raise PictureRefusedError("picture-size")
    refuse_narrow(box[2], box[3])
    own["viewBox"] = " ".join(f"{each:g}" for each in box)
    width = sizes[0] if len(sizes) == len(lengths) and sizes[0] > 0 else box[2] * _MM[""]
    return width, width * box[3] / box[2]


def _names(root: Element) -> dict[str, str]:
    """Return a new name for each id that something refers to: ids may tell who drew it."""
    elements = list(_all(root))
    referred = {target for each in elements for target in _targets(each)}
    found = (each.attributes["id"] for each in elements if each.attributes.get("id") in referred)
    return {name: f"p{number}" for number, name in enumerate(dict.fromkeys(found), 1)}


def _all(element: Element) -> Iterator[Element]:
    yield element
    for each in element.children:
        yield from _all(each)


def _targets(element: Element) -> Iterator[str]:
    """Yield the ids that an element refers to."""
    for key, value in element.attributes.items():
        if key == "href":
            yield value[1:]
        elif "url(" in value.lower():
            yield from (address[1:] for address in ADDRESS.findall(value))


def _refuse_too_many(root: Element) -> None:
    """Refuse a picture that refers to itself, or grows without end where it is drawn."""
    known = {each.attributes["id"]: each for each in _all(root) if "id" in each.attributes}
    left = _MOST_DRAWN

    def draw(element: Element, above: frozenset[str]) -> None:
        nonlocal left
        left -= 1
        for target in _targets(element):
            if left < 0 or target in above or len(above) == _MOST_TURNS:
                raise PictureRefusedError("picture-endless", line=element.line)
            if target in known:
                draw(known[target], above | {target})
        for each in element.children:
            draw(each, above)

    draw(root, frozenset())


def _written(element: Element, names: Mapping[str, str]) -> Iterator[str]:
    """Yield an element as text, with the names that stand for ids."""
    space = f' xmlns="{SVG}"' if element.name == "svg" else ""
    yield f"<{element.name}{space}"
    for key, value in sorted(element.attributes.items()):
        if key == "id":
            if value in names:
                yield f' id="{names[value]}"'
        elif key == "href":
            if value[1:] in names:
                yield f' href="#{names[value[1:]]}"'
        else:
            shown = ADDRESS.sub(lambda found: f"url(#{names.get(found[1][1:], 'none')})", value)
            yield f" {key}={quoteattr(' '.join(shown.split()))}"
    if element.children:
        yield ">"
        for each in element.children:
            yield from _written(each, names)
        yield f"</{element.name}>"
    else:
        yield "/>"
