"""The shapes of an SVG: what of a file is drawn, with its styles as attributes.

What is kept is listed, all else is dropped or refused, so that what a drawing program or a tracker
may put into a file (W3C, SVG 1.1 and SVG 2) cannot get into a letter. Text is refused: it would be
drawn in whatever font is there, and read aloud inside the letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.pictures.picture import PictureRefusedError
from generator.pictures.styling import Style, inline_style, style_rules

SVG = "http://www.w3.org/2000/svg"
ADDRESS = re.compile(r"url\(\s*['\"]?\s*(#?[^'\")\s]*)\s*['\"]?\s*\)", re.IGNORECASE)
_LINK = ("href", "http://www.w3.org/1999/xlink href")
_SHAPES = (
    "svg g path rect circle ellipse line polyline polygon defs use symbol clipPath mask "
    "linearGradient radialGradient stop"
)
_DRAWN = frozenset(_SHAPES.split())
_SILENT = frozenset({"title", "desc", "metadata"})
_MEASURES = (
    "d x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height points transform viewBox offset "
    "preserveAspectRatio gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits "
    "maskContentUnits"
)
_GEOMETRY = frozenset(_MEASURES.split())
_LINKING = frozenset({"use", "linearGradient", "radialGradient"})
_DEEPEST = 60


@dataclass(slots=True)
class Element:
    """An element that is drawn: its name, its attributes, what stands in it, its line."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)


def shapes_of(data: bytes) -> Element:
    """Return the root of the SVG in ``data``, or raise PictureRefusedError."""
    return _Reader().read(data)


class _Reader:
    """Reads a file into the elements that are drawn."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._open: list[Element] = []
        self._root: Element | None = None
        self._rules: dict[str, Style] = {}
        self._sheet: list[str] | None = None
        self._dropping = 0

    def read(self, data: bytes) -> Element:
        """Return the root with its styles applied."""
        parser = self._parser
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)  # noqa: FBT003 (expat takes no names)
        except expat.ExpatError as error:
            raise PictureRefusedError("picture-broken", line=error.lineno) from error
        if self._root is None or self._root.name != "svg":
            raise PictureRefusedError("picture-broken")
        self._apply(self._root)
        return self._root

    def _doctype(self, _name: str, _system: object, _public: object, inside: int) -> None:
        if inside:
            self._entity()

    def _entity(self, *_: object) -> None:
        raise PictureRefusedError("picture-entities", line=self._parser.CurrentLineNumber)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if self._dropping or space != SVG or name in _SILENT:
            self._dropping += 1
            return
        line = self._parser.CurrentLineNumber
        if name == "style":
            self._sheet = []
            return
        if name not in _DRAWN:
            raise PictureRefusedError("picture-element", line=line, element=name)
        if len(self._open) == _DEEPEST:
            raise PictureRefusedError("picture-endless", line=line)
        made = Element(name, _kept(name, attributes, line), line)
        if self._open:
            self._open[-1].children.append(made)
        elif self._root is None:
            self._root = made
        self._open.append(made)

    def _end(self, _tag: str) -> None:
        if self._dropping:
            self._dropping -= 1
        elif self._sheet is not None:
            line = self._parser.CurrentLineNumber
            for name, style in style_rules("".join(self._sheet), line):
                self._rules[name] = {**self._rules.get(name, {}), **style}
            self._sheet = None
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if self._sheet is not None and not self._dropping:
            self._sheet.append(text)

    def _apply(self, element: Element) -> None:
        """Turn classes and styles into attributes, the stronger ones last (SVG 2, 6.6)."""
        own = element.attributes
        classes = own.pop("class", "").split()
        inline = inline_style(own.pop("style", ""))
        for name, style in self._rules.items():
            if name in classes:
                own.update(style)
        own.update(inline)
        for value in own.values():
            _refuse_addresses(value, element.line)
        for each in element.children:
            self._apply(each)


def _kept(name: str, attributes: Mapping[str, str], line: int) -> dict[str, str]:
    """Return what an element is drawn with; ``href`` has one name."""
    kept: dict[str, str] = {}
    for key, value in attributes.items():
        if key.lower().startswith("on"):
            raise PictureRefusedError("picture-element", line=line, element=key)
        if key in _LINK:
            if not value.startswith("#"):
                raise PictureRefusedError("picture-address", line=line, address=value[:60])
            if name in _LINKING:
                kept["href"] = value
        elif key in _GEOMETRY or key in {"id", "class", "style"}:
            kept[key] = value
        else:
            kept.update(inline_style(f"{key}:{value}"))
    return kept


def _refuse_addresses(value: str, line: int) -> None:
    """Refuse a value that leads out of the picture, or hides where it leads."""
    addresses = ADDRESS.findall(value)
    hidden = "\\" in value or value.lower().count("url(") != len(addresses)
    if hidden or not all(each.startswith("#") for each in addresses):
        raise PictureRefusedError("picture-address", line=line, address=value[:60])
