"""A drawing → a picture: SVG, or PNG of 300 dots an inch. Home of matplotlib's drawing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any

from generator.charts import DPI
from generator.charts.lettering import MILLIMETRES, Lettering, matplotlib
from generator.charts.shapes import Box, Dot, Drawing, Patch, Shape, Stroke, Words
from generator.charts.style import Style

_INCH = 25.4
_COLOURS = 32
_LONG = re.compile(r"-?\d+\.\d{3,}")
_GAP = 1.5
"""Millimetres between two lines across a box."""
_HATCH = 0.8
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_DOT = 1.05
"""Half the width of a dot, in millimetres."""
_CLOSED = (1, 2, 2, 2, 79)
"""The codes of a path of four corners, as matplotlib has them."""
_DASHES = (0.0, (2.4, 1.8))


def svg(drawing: Drawing, style: Style) -> bytes:
    """Return a drawing as SVG with all text as outlines."""
    width, height = drawing.width / MILLIMETRES, drawing.height / MILLIMETRES
    file = StringIO(newline="\n")
    renderer = _backend("svg").RendererSVG(width, height, file, metadata=_NO_METADATA)
    _paint(renderer, drawing, style, 1 / MILLIMETRES, height)
    renderer.finalize()
    _, _, root = file.getvalue().partition("<svg")
    return f"<svg{_LONG.sub(_rounded, root)}".encode()


def _backend(name: str) -> Any:
    """Return what of matplotlib draws in a format."""
    matplotlib()
    return import_module(f"matplotlib.backends.backend_{name}")


def _rounded(number: re.Match[str]) -> str:
    """Return a number of points to the hundredth, which nobody sees."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def png(drawing: Drawing, style: Style) -> bytes:
    """Return a drawing as PNG with few colours."""
    from PIL import Image

    scale = DPI / _INCH
    width, height = round(drawing.width * scale), round(drawing.height * scale)
    renderer = _backend("agg").RendererAgg(width, height, DPI)
    _paint(renderer, drawing, style, scale, height)
    layer = Image.frombuffer("RGBA", (width, height), bytes(renderer.buffer_rgba()))
    sheet = Image.new("RGBA", (width, height), style.palette.paper)
    picture = Image.alpha_composite(sheet, layer).convert("RGB")
    file = BytesIO()
    few = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True, dpi=(DPI, DPI))
    return file.getvalue()


def _paint(renderer: Any, drawing: Drawing, style: Style, scale: float, height: float) -> None:
    """Draw every shape; matplotlib counts upwards from the lower edge."""
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

    transform = Affine2D().scale(scale, -scale).translate(0, height)
    lettering = Lettering(style)

    def draw(
        points: Any,
        codes: Any = None,
        *,
        fill: str | None = None,
        line: str | None = None,
        thickness: float = 0.0,
        dashed: bool = False,
    ) -> None:
        context = renderer.new_gc()
        context.set_linewidth(thickness)
        context.set_foreground(line or fill)
        context.set_capstyle("butt")
        context.set_snap(False)
        if dashed:
            context.set_dashes(*_DASHES)
        face = _rgb(fill) if fill else None
        renderer.draw_path(context, Path(points, codes), transform, face)

    for shape in drawing.shapes:
        _SHAPES[type(shape)](shape, draw, lettering)


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


Draw = Callable[..., None]


def _box(box: Box, draw: Draw, _: Lettering) -> None:
    _patch(box, draw, _)
    for line in _across(box) if box.hatch else ():
        draw(line, line=box.hatch, thickness=_HATCH)


def _patch(box: Box | Patch, draw: Draw, _: Lettering) -> None:
    right, low = box.x + box.width, box.y + box.height
    corners = [(box.x, box.y), (right, box.y), (right, low), (box.x, low), (box.x, box.y)]
    draw(corners, _CLOSED, fill=box.fill)


def _across(box: Box) -> Iterator[list[tuple[float, float]]]:
    """Yield the lines across a box, from its lower left upwards, cut off at its edges."""
    offset = _GAP
    while offset < box.width + box.height:
        start = (box.x + max(0.0, offset - box.height), box.y + min(offset, box.height))
        end = (box.x + min(offset, box.width), box.y + max(0.0, offset - box.width))
        yield [start, end]
        offset += _GAP


def _stroke(stroke: Stroke, draw: Draw, _: Lettering) -> None:
    draw(list(stroke.points), line=stroke.colour, thickness=stroke.thickness, dashed=stroke.dashed)


def _dot(dot: Dot, draw: Draw, _: Lettering) -> None:
    points, codes = _outline(dot.form)
    points = points * _DOT + (dot.x, dot.y)
    if dot.hollow:
        draw(points, codes, fill="#ffffff", line=dot.colour, thickness=1.0)
    else:
        draw(points, codes, fill=dot.colour)


def _outline(form: str) -> tuple[Any, Any]:
    """Return the outline of a dot around its middle."""
    import numpy as np
    from matplotlib.path import Path

    if form == "disc":
        circle = Path.unit_circle()
        return circle.vertices, circle.codes
    corners = np.array([(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88), (-0.88, -0.88)])
    turned = np.array([(0.8, 0.8), (-0.8, 0.8)]) if form == "diamond" else np.eye(2)
    return corners @ turned, _CLOSED


def _words(words: Words, draw: Draw, lettering: Lettering) -> None:
    points, codes = lettering.outline(words.text, words.size, bold=words.bold)
    if not len(points):
        return
    width = lettering.width(words.text, words.size, bold=words.bold)
    x = words.x - {"left": 0.0, "middle": width / 2, "right": width}[words.anchor]
    draw(points * (1, -1) + (x, words.y), codes, fill=words.colour)


_SHAPES: dict[type[Shape], Callable[[Any, Draw, Lettering], None]] = {
    Box: _box,
    Patch: _patch,
    Stroke: _stroke,
    Dot: _dot,
    Words: _words,
}
