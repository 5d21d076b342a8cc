"""Text as outlines: shaped for every script, with fonts by their files and none of the system's.

Home of matplotlib's text; whatever of it looks for fonts is kept from looking.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.charts.style import Style

MILLIMETRES = 25.4 / 72
"""A point in millimetres."""
_VERSION = re.compile(r"^    __version__ = '([\d.]+)'$", re.MULTILINE)
_NO_FONTS: Mapping[str, Any] = {
    "_FontManager__default_weight": "normal",
    "default_size": None,
    "defaultFamily": {"ttf": "", "afm": ""},
    "afmlist": [],
    "ttflist": [],
    "__class__": "FontManager",
}
_BREAK = re.compile(r" |(?<=[\u2e80-\u9fff\uff00-\uffef])(?=[\u2e80-\u2fff\u3040-\u9fff])")


@cache
def matplotlib() -> Any:
    """Return matplotlib, which knows no fonts of the system and reads no settings.

    Why: it would look through all fonts of the machine when it is loaded, and write a list of them
    into the home folder of whoever runs it. It reads an empty list instead, which is removed.
    """
    library: Any = import_module("matplotlib")
    with TemporaryDirectory() as folder:
        source = Path(library.__file__).with_name("font_manager.py").read_text(encoding="utf-8")
        version = next((each[1] for each in _VERSION.finditer(source)), "")
        known = Path(folder, f"fontlist-v{version}.json")
        known.write_text(json.dumps({"_version": version, **_NO_FONTS}), encoding="utf-8")
        folders = library.get_cachedir, library.get_configdir
        library.get_cachedir = library.get_configdir = lambda: folder
        try:
            import_module("matplotlib.textpath")
            library.rcdefaults()
        finally:
            library.get_cachedir, library.get_configdir = folders
    return library


def settings_file() -> str:
    """Return matplotlib's own file of settings, without loading it."""
    found = find_spec("matplotlib")
    folders = (found.submodule_search_locations if found else None) or [""]
    return str(Path(folders[0], "mpl-data", "matplotlibrc"))


class Lettering:
    """Measures and outlines the texts of one chart."""

    def __init__(self, style: Style) -> None:
        matplotlib()
        from matplotlib.font_manager import get_font
        from matplotlib.textpath import TextToPath

        self._fonts = {True: style.bold, False: style.regular}
        self._outliner = TextToPath()
        self._get_font = get_font
        self._locale = style.locale

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a line is, in millimetres."""
        font = self._font(bold=bold)
        if not text:
            return 0.0
        font.set_text(text, 0.0, flags=self._flags(), language=self._locale)
        return float(font.get_width_height()[0]) / 64 * self._scale(size)

    def outline(self, text: str, size: float, *, bold: bool = False) -> tuple[Any, Any]:
        """Return the outline of a line as vertices in millimetres and codes; y runs upwards."""
        import numpy as np

        font = self._font(bold=bold)
        glyphs, shapes, _ = self._outliner.get_glyphs_with_font(font, text, language=self._locale)
        vertices, codes = [np.empty((0, 2))], [np.empty(0, dtype=np.uint8)]
        for name, x, y, scale in glyphs:
            points, kinds = shapes[name]
            if len(points):
                vertices.append((points * scale + [x, y]) * self._scale(size))
                codes.append(kinds)
        return np.concatenate(vertices), np.concatenate(codes)

    def lines(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """Return ``text`` in lines that are no wider than ``width``, as far as its words allow."""
        found: list[str] = []
        for piece, gap in _pieces(text):
            longer = f"{found[-1]}{gap}{piece}" if found else piece
            if found and self.width(longer, size, bold=bold) <= width:
                found[-1] = longer
            else:
                found.append(piece)
        return found

    def _font(self, *, bold: bool) -> Any:
        font = self._get_font(self._fonts[bold])
        font.clear()
        font.set_size(self._outliner.FONT_SCALE, self._outliner.DPI)
        return font

    def _flags(self) -> Any:
        from matplotlib.ft2font import LoadFlags

        return LoadFlags.NO_HINTING

    def _scale(self, size: float) -> float:
        return size / self._outliner.FONT_SCALE * MILLIMETRES


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what must stay together, and what stood before it: a space, or nothing."""
    at, gap = 0, ""
    for match in _BREAK.finditer(text):
        yield text[at : match.start()], gap
        at, gap = match.end(), match[0]
    yield text[at:], gap
