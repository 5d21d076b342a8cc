"""How a letter has its charts drawn: with its fonts, its colours, and as wide as its text."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from generator import charts, fonts
from generator.charts.palette import Palette
from generator.charts.style import Style
from generator.fonts.families import Stack, script_of, stack
from generator.letter import Chart, Colours, Direction, PageRules
from generator.letter.charts import words_of
from generator.render.base import RenderFailure

_OF_TEXT = 0.8
_LEAST, _MOST = 6.8, 8.4
"""The size of the type in a chart, in points, whatever that of the text."""


class Setting(Protocol):
    """What a chart has of the letter that it stands in."""

    @property
    def page(self) -> PageRules:
        """The page, with its fonts."""

    @property
    def script(self) -> str:
        """The script of the letter, by its ISO 15924 code."""

    @property
    def direction(self) -> Direction:
        """The direction of the letter."""

    @property
    def locale(self) -> str:
        """The language of the letter."""

    @property
    def colours(self) -> Colours:
        """The colours of the page."""

    @property
    def cache(self) -> Path | None:
        """The folder of pictures that were drawn before, if they are kept."""


def picture_of(chart: Chart, form: charts.PictureForm, setting: Setting) -> bytes:
    """Return the picture of a chart; raise RenderFailure where a font lacks a character."""
    page = setting.page
    text = "".join(words_of(chart))
    faces = stack(page.heading_family, setting.script, text, kind="sans")
    size = min(max(page.font_size * _OF_TEXT, _LEAST), _MOST) * script_of(setting.script).size
    style = Style(
        width=round(page.text_width, 2),
        size=round(size, 2),
        regular=tuple(str(regular) for regular, _ in _files(faces, text)),
        bold=tuple(str(bold) for _, bold in _files(faces, text)),
        direction=setting.direction,
        locale=setting.locale,
        palette=Palette.of(setting.colours),
    )
    return charts.picture(chart, style, form, setting.cache)


def _files(faces: Stack, text: str) -> list[tuple[Path, Path]]:
    """Return the upright and the bold font of each family that is there."""
    try:
        known = fonts.font_files()
        names = [each for each in faces.names if each in known] or ["Noto Sans"]
        missing = fonts.missing_characters(text, *names)
    except fonts.FontsNotInstalledError as error:
        raise RenderFailure("fonts-missing", remedy=fonts.remedy()) from error
    if missing:
        named = " ".join(f"{one} (U+{ord(one):04X})" for one in missing)
        raise RenderFailure("glyph-missing", characters=named, family=", ".join(names))
    return [known[each] for each in names]
