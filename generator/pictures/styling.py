"""The styles of SVG pictures: properties of shapes, inline or by class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.pictures.picture import PictureRefusedError

Style = dict[str, str]

_NAMES = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color "
    "stop-color stop-opacity clip-path clip-rule mask display visibility"
)
_PROPERTIES = frozenset(_NAMES.split())
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}\s*", re.DOTALL)
_CLASSES = re.compile(r"\.[\w-]+(?:\s*,\s*\.[\w-]+)*")


def inline_style(text: str) -> Style:
    """Return the properties of shapes that ``text`` sets; others shape no shape."""
    pairs = (each.partition(":") for each in _REMARK.sub("", text).split(";"))
    found = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return {
        name: value.removesuffix("!important").strip()
        for name, value in found.items()
        if name in _PROPERTIES and value
    }


def style_rules(sheet: str, line: int) -> Iterator[tuple[str, Style]]:
    """Yield class and properties of each rule of a style sheet that has rules for classes only."""
    text = _REMARK.sub("", sheet).strip()
    at = 0
    while at < len(text):
        found = _RULE.match(text, at)
        if not found or not _CLASSES.fullmatch(found[1]):
            raise PictureRefusedError("picture-styles", line=line)
        style = inline_style(found[2])
        yield from ((each.strip()[1:], style) for each in found[1].split(","))
        at = found.end()
