"""Pictures of charts that were drawn before, in a folder, by what they show.

A picture is written whole, so that several processes may draw at once; the oldest go when there
are many. Whoever empties the folder loses nothing but the time to draw.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator import fonts
from generator.charts.style import Style
from generator.letter import Chart

_BEGINS = {"svg": b"<svg", "png": b"\x89PNG"}
_ENDS = {"svg": b"</svg>\n", "png": b"IEND\xaeB`\x82"}
"""Of a picture that is whole: a disk that was full, or a copy broken off, leaves others."""

MOST = 200
"""How many pictures are kept."""


def kept(
    chart: Chart, style: Style, form: str, folder: Path | None, draw: Callable[[], bytes]
) -> bytes:
    """Return a picture from ``folder``; if it is not there whole, it is drawn and put there."""
    if folder is None:
        return draw()
    path = folder / f"{key_of(chart, style, form)}.{form}"
    with suppress(OSError):
        found = path.read_bytes()
        if found.startswith(_BEGINS[form]) and found.endswith(_ENDS[form]):
            return found
    data = draw()
    with suppress(OSError):
        _write(path, data)
    return data


def key_of(chart: Chart, style: Style, form: str) -> str:
    """Return what two pictures have in common that are the same, byte for byte.

    The caption is no part of the picture; of the fonts the names and versions count, and not where
    they stand on this machine.
    """
    shown = (chart.form, chart.categories, chart.series, chart.whole, chart.rest, chart.absent)
    from importlib.metadata import version  # costs as much as a chart from the cache

    names = tuple(Path(each).name for each in (*style.regular, *style.bold))
    look = (style.width, style.size, style.direction, style.locale, style.palette, names)
    made = (sorted(fonts.font_versions().items()), version("matplotlib"), _program(), form)
    return hashlib.sha256(repr((shown, look, made)).encode()).hexdigest()


@cache
def _program() -> str:
    """Return what tells this way of drawing from others."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(each.read_bytes() for each in sources)).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write a picture whole, and remove the oldest where there are too many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)
    pictures = sorted(path.parent.glob("[!.]*"), key=lambda each: each.stat().st_mtime_ns)
    for old in pictures[:-MOST]:
        old.unlink(missing_ok=True)
