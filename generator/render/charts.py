"""How a letter has its charts drawn: with its fonts, its colours, and as wide as its text."""

from __future__ import annotations

from pathlib import Path

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


def picture_of(  # noqa: PLR0913 (all that a picture is made of)
    chart: Chart,
    page: PageRules,
    form: charts.PictureForm,
    *,
    script: str,
    direction: Direction,
    locale: str,
    colours: Colours,
    cache: Path | None,
) -> bytes:
    """Return the picture of a chart; raise RenderFailure where a font lacks a character."""
    text = "".join(words_of(chart))
    faces = stack(page.heading_family, script, text, kind="sans")
    size = min(max(page.font_size * _OF_TEXT, _LEAST), _MOST) * script_of(script).size
    style = Style(
        width=round(page.text_width, 2),
        size=round(size, 2),
        regular=tuple(str(regular) for regular, _ in _files(faces, text)),
        bold=tuple(str(bold) for _, bold in _files(faces, text)),
        direction=direction,
        locale=locale,
        palette=Palette.of(colours),
    )
    return charts.picture(chart, style, form, cache)


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
