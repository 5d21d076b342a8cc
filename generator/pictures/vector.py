"""SVG pictures: shapes and colours only; nothing that runs, loads, writes or remembers.

What is kept is listed, all else is dropped or refused, so that what a drawing program or a tracker
may put into a file (W3C, SVG 1.1 and SVG 2) cannot get into a letter. Text is refused: it would be
drawn in whatever font is there, and read aloud inside the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from generator.pictures.picture import MAX_BYTES, Picture, PictureRefusedError
from generator.pictures.styling import Style, inline_style, style_rules

_SVG = "http://www.w3.org/2000/svg"
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
_URL = re.compile(r"url\(\s*['\"]?\s*(#?[^'\")\s]*)\s*['\"]?\s*\)", re.IGNORECASE)
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
_DEEPEST = 60
_MOST_DRAWN = 20_000
"""Elements once each reference is followed; a logo has a few hundred."""


@dataclass(slots=True)
class _Element:
    """An element that is drawn: its name, its attributes, what stands in it, its line."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[_Element] = field(default_factory=list)


def read_svg(data: bytes) -> Picture:
    """Return the SVG in ``data``, or raise PictureRefusedError."""
    root = _Reader().read(data)
    width, height = _size(root)
    names = _names(root)
    _refuse_too_many(root)
    made = "".join(_written(root, names)).encode()
    if len(made) > MAX_BYTES:
        raise PictureRefusedError(
            "picture-too-large", size=len(made) // 1000, limit=MAX_BYTES // 1000
        )
    return Picture(made, "image/svg+xml", width, height)


class _Reader:
    """Reads a file into the elements that are drawn."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._open: list[_Element] = []
        self._root: _Element | None = None
        self._rules: dict[str, Style] = {}
        self._sheet: list[str] | None = None
        self._dropping = 0

    def read(self, data: bytes) -> _Element:
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
        if self._dropping or space != _SVG or name in _SILENT:
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
        made = _Element(name, _kept(name, attributes, line), line)
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

    def _apply(self, element: _Element) -> None:
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
    """Refuse a value that leads out of the picture."""
    for address in _URL.findall(value):
        if not address.startswith("#"):
            raise PictureRefusedError("picture-address", line=line, address=address[:60])


def _size(root: _Element) -> tuple[float, float]:
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
    if min(box[2:]) <= 0:
        raise PictureRefusedError("picture-size")
    own["viewBox"] = " ".join(f"{each:g}" for each in box)
    width = sizes[0] if len(sizes) == len(lengths) and sizes[0] > 0 else box[2] * _MM[""]
    return width, width * box[3] / box[2]


def _names(root: _Element) -> dict[str, str]:
    """Return a new name for each id that something refers to: ids may tell who drew it."""
    elements = list(_all(root))
    referred = {target for each in elements for target in _targets(each)}
    found = (each.attributes["id"] for each in elements if each.attributes.get("id") in referred)
    return {name: f"p{number}" for number, name in enumerate(dict.fromkeys(found), 1)}


def _all(element: _Element) -> Iterator[_Element]:
    yield element
    for each in element.children:
        yield from _all(each)


def _targets(element: _Element) -> Iterator[str]:
    """Yield the ids that an element refers to."""
    for key, value in element.attributes.items():
        if key == "href":
            yield value[1:]
        elif "url(" in value.lower():
            yield from (address[1:] for address in _URL.findall(value))


def _refuse_too_many(root: _Element) -> None:
    """Refuse a picture that refers to itself, or grows without end where it is drawn."""
    known = {each.attributes["id"]: each for each in _all(root) if "id" in each.attributes}
    left = _MOST_DRAWN

    def draw(element: _Element, above: frozenset[str]) -> None:
        nonlocal left
        left -= 1
        for target in _targets(element):
            if left < 0 or target in above or len(above) == _DEEPEST // 10:
                raise PictureRefusedError("picture-endless", line=element.line)
            if target in known:
                draw(known[target], above | {target})
        for each in element.children:
            draw(each, above)

    draw(root, frozenset())


def _written(element: _Element, names: Mapping[str, str]) -> Iterator[str]:
    """Yield an element as text, with the names that stand for ids."""
    space = f' xmlns="{_SVG}"' if element.name == "svg" else ""
    yield f"<{element.name}{space}"
    for key, value in sorted(element.attributes.items()):
        if key == "id":
            if value in names:
                yield f' id="{names[value]}"'
        elif key == "href":
            if value[1:] in names:
                yield f' href="#{names[value[1:]]}"'
        else:
            shown = _URL.sub(lambda found: f"url(#{names.get(found[1][1:], 'none')})", value)
            yield f" {key}={quoteattr(' '.join(shown.split()))}"
    if element.children:
        yield ">"
        for each in element.children:
            yield from _written(each, names)
        yield f"</{element.name}>"
    else:
        yield "/>"
