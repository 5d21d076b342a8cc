"""The text of PDF pages: glyph numbers, read back through the table that each font brings.

Why not by a library: those that measure every glyph, as selecting with a mouse asks for, take 8 ms
a page (PDFium), and this takes 1. A test holds it against PDFium.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from pikepdf import Stream

from generator.inspection.glyphs import STRING, Font, bytes_of, font_of, strings
from generator.inspection.pieces import Piece

_NUMBER = rb"([-+]?[\d.]+)"
_OPERATOR = re.compile(
    rb"\[((?:" + STRING + rb"|[^\[\]()<>]++)*+)\]\s*TJ\b"
    rb"|(" + STRING + rb")\s*(?:Tj\b|'|\")"
    rb"|/([^\s/<>\[\]()]+)\s+" + _NUMBER + rb"\s+Tf\b"
    rb"|" + rb"\s+".join([_NUMBER] * 6) + rb"\s+Tm\b"
    rb"|" + _NUMBER + rb"\s+" + _NUMBER + rb"\s+T[dD]\b"
    rb"|\b(T\*|BT)\b",
    re.DOTALL,
)
_TEXT = re.compile(rb"\bBT\b([^E]*+(?:E(?!T\b)[^E]*+)*)ET\b")
"""Not possessive as a whole: before Python 3.11.5 such a group in a group finds nothing."""
_MARKED = re.compile(rb"<<([^\n]*?)>>\s*(?:BDC|DP)\b")
_UNMOVED = b">0<"
"""Between glyphs that stand where their widths put them: as if they were one string."""
_PIECE = re.compile(STRING, re.DOTALL)
_MOVES = re.compile(rb"[>)]\s*" + _NUMBER)
_NO_FONT = Font("latin-1", {}, b"")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_BACKWARD = re.compile(f"[{_RIGHT_TO_LEFT}]")
"""Writing from right to left, which is drawn from its end."""
_TOUCHING = 0.12
"""How far apart runs on a line may be that make one word, in heights of the letters."""
_FORWARD = re.compile(f"[^{_RIGHT_TO_LEFT}\\s]+(?: +[^{_RIGHT_TO_LEFT}\\s]+)*")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class _Shown:
    """Glyphs of one font that were drawn with one operator."""

    glyphs: str
    array: bytes
    font: Font
    size: float

    @property
    def width(self) -> float:
        """Return how wide they are."""
        moved = sum(map(float, _MOVES.findall(self.array)))
        return (self.font.width(self.glyphs) - moved) / 1000 * self.size


@dataclass(frozen=True, slots=True)
class _Run:
    """What was drawn in one go, from left to right, and where it begins."""

    x: float
    y: float
    parts: list[_Shown]

    @property
    def size(self) -> float:
        """Return the height of the letters."""
        return self.parts[0].size

    @property
    def end(self) -> float:
        """Return where it ends."""
        return self.x + sum([each.width for each in self.parts])

    @property
    def text(self) -> str:
        """Return what the glyphs stand for."""
        return "".join([each.font.shown(each.glyphs) for each in self.parts])

    @property
    def in_reading_order(self) -> str:
        """Return it from the end on where it is writing from right to left.

        Names in other letters and numbers in such writing run forward.
        """
        if not _BACKWARD.search(self.text):
            return self.text
        backward = "".join([each.font.shown(each.glyphs[::-1]) for each in reversed(self.parts)])
        return _FORWARD.sub(lambda match: match[0][::-1], backward)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a file so far: streams, and the fonts that its pages share."""

    streams: set[tuple[int, int]] = field(default_factory=set)
    fonts: dict[tuple[int, int], Font] = field(default_factory=dict)

    def font(self, font: Any) -> Font:
        """Return a font of a page; each is read once."""
        if not font.is_indirect:
            return font_of(font, self.streams)
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = font_of(font, self.streams)
        return self.fonts[font.objgen]


def page_text(holder: Any, reading: Reading, depth: int = 0) -> Iterator[Piece]:
    """Yield the text of a page and of the drawings on it."""
    resources = holder.get("/Resources", {})
    fonts = {str(name)[1:]: reading.font(each) for name, each in _items(resources, "/Font")}
    contents = holder if isinstance(holder, Stream) else holder.get("/Contents", ())
    streams = [contents] if isinstance(contents, Stream) else list(contents)
    reading.streams.update(each.objgen for each in streams)
    source = b"\n".join(each.read_bytes() for each in streams)
    yield Piece("alternative text", "\n".join(_marked(source)))
    runs = list(_runs(source, fonts))
    text = _lines(runs, [each.text for each in runs])
    yield Piece("page text", text)
    if _BACKWARD.search(text):
        yield Piece("page text", _lines(runs, [each.in_reading_order for each in runs]))
    if depth < _DEEPEST:
        for each in _drawings(holder, resources):
            if each.objgen not in reading.streams:
                yield from page_text(each, reading, depth + 1)


def _items(holder: Any, key: str) -> Iterable[tuple[str, Any]]:
    """Return what a dictionary has under a key."""
    found = holder.get(key)
    return () if found is None else found.items()


def _drawings(holder: Any, resources: Any) -> Iterator[Any]:
    """Yield the streams that a page draws with: pictures of strokes, glyphs, annotations."""
    found = [each for key in ("/XObject", "/Pattern") for _, each in _items(resources, key)]
    for _, font in _items(resources, "/Font"):
        found += [each for _, each in _items(font, "/CharProcs")]
    for annotation in holder.get("/Annots", ()):
        for _, each in _items(annotation, "/AP"):
            found += [each] if isinstance(each, Stream) else [one for _, one in each.items()]
    for each in found:
        if isinstance(each, Stream) and each.get("/Subtype") != "/Image":
            yield each


def _marked(source: bytes) -> Iterator[str]:
    """Yield the strings that are said of marked content, as what stands for it."""
    for said in _MARKED.findall(source):
        yield from strings(said)


def _runs(source: bytes, fonts: Mapping[str, Font]) -> Iterator[_Run]:
    """Yield the runs of glyphs of a page: what begins at one place is one."""
    for (x, y), parts in groupby(_drawn(source, fonts), key=itemgetter(0)):
        yield _Run(x, y, [each for _, each in parts])


def _drawn(
    source: bytes, fonts: Mapping[str, Font]
) -> Iterator[tuple[tuple[float, float], _Shown]]:
    """Yield what each operator draws, and where the text began that it goes on with."""
    if b"(" not in source:  # else the words of the operators may stand in what is shown
        source = b"\n".join(_TEXT.findall(source)).replace(_UNMOVED, b"")
    font, size, x, y, scale = _NO_FONT, 1.0, 0.0, 0.0, 1.0
    for match in _OPERATOR.finditer(source):
        array, alone, name = match[1], match[2], match[3]
        if array is not None or alone is not None:
            shown = array if alone is None else alone
            yield (x, y), _Shown(_glyphs(shown, font), shown, font, size * scale)
        elif name:
            font, size = fonts.get(name.decode("latin-1"), _NO_FONT), float(match[4])
        elif match[5]:
            scale, x, y = abs(float(match[5])) or 1.0, float(match[9]), float(match[10])
        elif match[11]:
            x, y = x + float(match[11]) * scale, y + float(match[12]) * scale
        elif match[13]:
            y += size * scale


def _glyphs(array: bytes, font: Font) -> str:
    """Return the glyph numbers of what is shown, a character each."""
    if b"(" in array:
        numbers = b"".join(map(bytes_of, _PIECE.findall(array)))
    else:
        digits = b"".join([each.partition(b">")[0] for each in array.split(b"<")[1:]]).decode()
        numbers = bytes.fromhex(digits + "0" * (len(digits) % 2))
    return numbers.decode(font.coding, "replace")


def _lines(runs: list[_Run], texts: list[str]) -> str:
    """Return runs as lines: those that touch on one line are one word."""
    parts = texts[:1]
    for (before, after), text in zip(pairwise(runs), texts[1:], strict=True):
        parts += (_between(before, after), text)
    return "".join(parts)


def _between(before: _Run, after: _Run) -> str:
    """Return what stands between two runs: nothing, a space, or the end of a line."""
    if abs(before.y - after.y) > _TOUCHING * before.size:
        return "\n"
    near = _TOUCHING * before.size
    touching = abs(after.x - before.end) < near or abs(before.x - after.end) < near
    return "" if touching else " "
