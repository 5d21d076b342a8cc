"""Rows of one period, each counted by itself; and a whole with its parts."""

from __future__ import annotations

from generator.charts.shapes import Anchor, Box, Stroke
from generator.charts.sheet import Sheet

_BAR, _LONGEST = 4.4, 78.0
"""The height of a bar and the length of the longest, in millimetres."""
_NAMES = 0.42
"""The share of the width that names may have."""
_BETWEEN = 0.45
_HUNDRED = 100.0


def rows(sheet: Sheet) -> None:
    """Lay out a row for each series: its name, its bar, its number."""
    series = sheet.chart.series
    named = [sheet.wrapped(each.name, sheet.style.width * _NAMES) for each in series]
    indent = max((sheet.width_of(line) for lines in named for line in lines), default=0.0) + 3
    marks = [each.marks[0] for each in series]
    largest = max((each.value for each in marks if each), default=0) or 1
    room = max((sheet.width_of(each.text, bold=True) for each in marks if each), default=0) + 2
    longest = min(_LONGEST, sheet.style.width - indent - room)
    y, label = 0.0, sheet.chart.categories[0].label
    if label:
        sheet.lines(indent, y, [label], colour=sheet.style.palette.quiet)
        y += sheet.line + 1.2
    top = y
    for each, mark, lines, fill in zip(series, marks, named, sheet.shades, strict=True):
        height = max(_BAR, sheet.line * len(lines))
        first = y + (height - sheet.line * len(lines)) / 2 + (sheet.line - sheet.above) / 2
        sheet.lines(0, first, lines)
        if mark:
            length = longest * mark.value / largest
            box = Box(indent, y + (height - _BAR) / 2, length, _BAR, fill, part=(each.name, label))
            sheet.put(box)
            base = y + height / 2 + sheet.above / 2
            sheet.words(indent + length + 1.4, base, mark.text, bold=True)
        y += height + 2
    path = ((indent, top - 1), (indent, y - 1))
    sheet.put(Stroke(path, sheet.style.palette.ink, thickness=0.6))


def share(sheet: Sheet) -> None:
    """Lay out one whole: its number above, in it the parts with theirs, their names below."""
    chart, palette = sheet.chart, sheet.style.palette
    marks = [(each.name, each.marks[0]) for each in chart.series]
    values = [(name, mark.value, mark.text) for name, mark in marks if mark]
    parts = sum(value for _, value, _ in values)
    whole = chart.whole.marks[0] if chart.whole else None
    total = whole.value if whole else max(parts, _HUNDRED)
    if total - parts > total * 1e-9:
        values.append((chart.rest, total - parts, ""))
    width, height, x = sheet.style.width, 7.0, 0.0
    _whole(sheet, whole.text if whole else "", width)
    label = chart.categories[0].label
    for at, ((name, value, text), fill) in enumerate(zip(values, sheet.shades, strict=False)):
        length = width * value / total if total else 0.0
        box = Box(x, 0, length, height, fill, part=(name, label))
        sheet.put(box)
        if at:
            seam = ((x, 0.0), (x, height))
            sheet.put(Stroke(seam, palette.paper, thickness=_BETWEEN * 3))
        own = name if not text or sheet.on_box(box, text) else f"{name} {text}"
        anchor, where = _below(at, len(values), x, length)
        wrapped = sheet.wrapped(own, width / len(values) - 2)
        sheet.lines(where, height + 1.4, wrapped, anchor=anchor)
        x += length


def _whole(sheet: Sheet, text: str, width: float) -> None:
    """Span the whole with a line that has its number in the middle, and its time at the start."""
    palette, label = sheet.style.palette, sheet.chart.categories[0].label
    line = -sheet.above / 2 - 2.4
    if label:
        sheet.words(0, line - sheet.line * 0.8, label, colour=palette.quiet)
    if not text:
        return
    room = sheet.width_of(text, bold=True) / 2 + 1.4
    middle = width / 2
    for start, end in ((0.0, middle - room), (middle + room, width)):
        sheet.put(Stroke(((start, line), (end, line)), palette.hairline))
    for edge in (0.0, width):
        sheet.put(Stroke(((edge, line), (edge, line + 1.2)), palette.hairline))
    sheet.words(middle, line + sheet.above / 2, text, anchor="middle", bold=True)


def _below(at: int, number: int, x: float, length: float) -> tuple[Anchor, float]:
    """Return where the name of a part stands: the last ends with the whole."""
    if at == 0:
        return "left", x
    return ("right", x + length) if at == number - 1 else ("middle", x + length / 2)
