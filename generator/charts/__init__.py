"""Charts as pictures: a chart of a letter → SVG for pages, PNG for Word. Home of matplotlib.

matplotlib costs as much to load as a page to lay out: it is loaded when a chart is drawn that was
not drawn before.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from generator.charts.cache import kept
from generator.charts.shapes import Drawing
from generator.charts.style import Style
from generator.letter import Chart

DPI = 300
"""How sharp a PNG is, in dots an inch."""

PictureForm = Literal["svg", "png"]


def prepare(environ: MutableMapping[str, str]) -> None:
    """Let matplotlib read its own settings only, not those of whoever runs the program."""
    from generator.charts.lettering import settings_file

    environ["MATPLOTLIBRC"] = settings_file()
    environ.pop("MPLBACKEND", None)


def picture(chart: Chart, style: Style, form: PictureForm, cache: Path | None = None) -> bytes:
    """Return the picture of a chart; one that was drawn before comes from the folder ``cache``."""
    return kept(chart, style, form, cache, lambda: _drawn(chart, style, form))


def drawing(chart: Chart, style: Style) -> Drawing:
    """Return what the picture of a chart is drawn of."""
    from generator.charts import columns, rows
    from generator.charts.lettering import Lettering
    from generator.charts.sheet import Sheet

    forms = {
        "columns": columns.grouped,
        "stacked": columns.stacked,
        "line": columns.lines,
        "rows": rows.rows,
        "share": rows.share,
    }
    sheet = Sheet(chart, style, Lettering(style))
    forms[chart.form](sheet)
    return sheet.finished()


@lru_cache(maxsize=16)
def _drawn(chart: Chart, style: Style, form: PictureForm) -> bytes:
    from generator.charts import paint

    draw = paint.svg if form == "svg" else paint.png
    return draw(drawing(chart, style), style)
