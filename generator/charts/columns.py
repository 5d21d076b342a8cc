"""Columns by period, beside each other or of several parts; and lines by period."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.charts.shapes import Box, Dot, Stroke
from generator.charts.sheet import Sheet
from generator.letter import ChartSeries

_HEIGHT = 36.0
"""Millimetres of the highest column."""
_SLOT, _LEAST_SLOT, _FILLED = 27.0, 12.0, 0.58
_SIDE, _LEADER = 44.0, 2.6
"""The widest text beside the columns, and the line that leads to it."""
_BETWEEN = 0.45
"""Millimetres of paper between the parts of a column."""
_FORMS: tuple[Literal["disc", "square", "diamond"], ...] = ("disc", "square", "diamond")


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the columns stand, and how many millimetres one more makes."""

    left: float
    slot: float
    base: float
    unit: float

    def middle(self, at: int) -> float:
        """Return the middle of a column."""
        return self.left + self.slot * (at + 0.5)


def stacked(sheet: Sheet) -> None:
    """Lay out columns of parts, the whole above each, the parts named beside the last."""
    chart = sheet.chart
    names = [*(each.name for each in chart.series), *filter(None, (chart.rest,))]
    plot = _plot(sheet, _values(sheet), beside=max(map(sheet.width_of, names), default=0))
    last: list[Box] = []
    for at in range(len(chart.categories)):
        boxes = _parts(sheet, plot, at)
        last = boxes or last
    _axis(sheet, plot)
    _named(sheet, plot, last)


def _parts(sheet: Sheet, plot: _Plot, at: int) -> list[Box]:
    """Lay out one column, the first series at its foot."""
    chart, boxes = sheet.chart, list[Box]()
    category = chart.categories[at]
    whole = chart.whole.marks[at] if chart.whole else None
    marks = [(each.name, each.marks[at]) for each in chart.series]
    if any(mark is None for _, mark in marks) or (chart.whole and whole is None):
        _absent(sheet, plot, at)
        return []
    values = [(name, mark.value, mark.text) for name, mark in marks if mark]
    rest = whole.value - sum(value for _, value, _ in values) if whole else 0.0
    if rest > 0:
        values.append((chart.rest, rest, ""))
    width, low = plot.slot * _FILLED, plot.base
    for (name, value, text), fill in zip(values, sheet.shades, strict=False):
        high = value * plot.unit
        box = Box(
            x=plot.middle(at) - width / 2,
            y=low - high,
            width=width,
            height=high,
            fill=fill,
            hatch=sheet.hatch(fill, partial=category.partial),
            part=(name, category.label),
        )
        sheet.put(box)
        if boxes:
            seam = ((box.x, low), (box.x + width, low))
            sheet.put(Stroke(seam, sheet.style.palette.paper, thickness=_BETWEEN * 3))
        if text and not sheet.on_box(box, text):
            middle = box.y + high / 2 + sheet.above / 2
            sheet.words(box.x + width + 1, middle, text, bold=True)
        boxes.append(box)
        low -= high
    if whole:
        sheet.words(plot.middle(at), low - 1.4, whole.text, anchor="middle", bold=True)
    return boxes


def grouped(sheet: Sheet) -> None:
    """Lay out columns beside each other; where there are several, a line above names them."""
    chart = sheet.chart
    plot = _plot(sheet, _values(sheet), beside=0)
    several = len(chart.series) > 1
    width = plot.slot * (0.8 if several else _FILLED) / len(chart.series)
    for at, category in enumerate(chart.categories):
        if all(each.marks[at] is None for each in chart.series):
            _absent(sheet, plot, at)
            continue
        start = plot.middle(at) - width * len(chart.series) / 2
        for place, (each, fill) in enumerate(zip(chart.series, sheet.shades, strict=True)):
            mark = each.marks[at]
            if mark is None:
                _nothing(sheet, plot, start + width * (place + 0.5))
                continue
            high = mark.value * plot.unit
            box = Box(
                x=start + width * place,
                y=plot.base - high,
                width=width - (0.6 if several else 0),
                height=high,
                fill=fill,
                hatch=sheet.hatch(fill, partial=category.partial),
                part=(each.name, category.label),
            )
            sheet.put(box)
            middle = box.x + box.width / 2
            sheet.words(middle, box.y - 1.4, mark.text, anchor="middle", bold=True)
    _axis(sheet, plot)
    if several:
        _key(sheet, plot)


def lines(sheet: Sheet) -> None:
    """Lay out lines; to a time shorter than the others leads a broken line with a hollow point."""
    chart = sheet.chart
    names = [each.name for each in chart.series if len(chart.series) > 1]
    plot = _plot(sheet, _values(sheet), beside=max(map(sheet.width_of, names), default=0))
    ends: list[Box] = []
    for place, (each, colour) in enumerate(zip(chart.series, sheet.strokes, strict=True)):
        ends += _line(sheet, plot, each, colour, place)
    for at in range(len(chart.categories)):
        if all(each.marks[at] is None for each in chart.series):
            _absent(sheet, plot, at)
    _axis(sheet, plot)
    if names:
        _named(sheet, plot, ends)


def _line(sheet: Sheet, plot: _Plot, series: ChartSeries, colour: str, place: int) -> list[Box]:
    """Lay out the line of one series; return where its name belongs."""
    dots = [
        Dot(
            x=plot.middle(at),
            y=plot.base - mark.value * plot.unit,
            colour=colour,
            form=_FORMS[place % len(_FORMS)],
            hollow=category.partial,
            part=(series.name, category.label),
        )
        if mark
        else None
        for at, (mark, category) in enumerate(
            zip(series.marks, sheet.chart.categories, strict=True)
        )
    ]
    for one, other in pairwise(dots):
        if one and other:
            path = ((one.x, one.y), (other.x, other.y))
            dashed = one.hollow or other.hollow
            sheet.put(Stroke(path, colour, thickness=1.2, dashed=dashed))
    sheet.put(*filter(None, dots))
    for at, (dot, mark) in enumerate(zip(dots, series.marks, strict=True)):
        if dot and mark:
            y = dot.y - 2.2 if _is_upper(sheet, series, at) else dot.y + 2.2 + sheet.above
            sheet.words(dot.x, y, mark.text, anchor="middle", bold=True)
    last = next((each for each in reversed(dots) if each), None)
    return [Box(last.x, last.y, 1.4, 0, colour, part=(series.name, ""))] if last else []


def _is_upper(sheet: Sheet, series: ChartSeries, at: int) -> bool:
    """Tell whether the number of a series stands above its point: that of the lowest is below."""
    marks = [each.marks[at] for each in sheet.chart.series]
    values = [each.value for each in marks if each]
    own = series.marks[at]
    return len(values) == 1 or own is None or own.value > min(values)


def _values(sheet: Sheet) -> float:
    """Return the largest number of a chart."""
    drawn = (*sheet.chart.series, *filter(None, (sheet.chart.whole,)))
    return max((mark.value for each in drawn for mark in each.marks if mark), default=0) or 1


def _plot(sheet: Sheet, largest: float, *, beside: float) -> _Plot:
    """Return where the columns stand, with room for what is written beside them."""
    side = min(beside, _SIDE) + _LEADER + 1.5 if beside else 0.0
    number = len(sheet.chart.categories)
    slot = max(_LEAST_SLOT, min(_SLOT, (sheet.style.width - side) / number))
    return _Plot(0.0, slot, 0.0, _HEIGHT / largest)


def _axis(sheet: Sheet, plot: _Plot) -> None:
    """Lay out the base line, from which everything is measured, and the times below it."""
    palette, number = sheet.style.palette, len(sheet.chart.categories)
    line = ((plot.left, plot.base), (plot.left + plot.slot * number, plot.base))
    sheet.put(Stroke(line, palette.ink, thickness=0.6))
    for at, each in enumerate(sheet.chart.categories):
        wrapped = sheet.wrapped(each.label, plot.slot - 1.5)
        sheet.lines(plot.middle(at), plot.base + 1.5, wrapped, anchor="middle")


def _absent(sheet: Sheet, plot: _Plot, at: int) -> None:
    """Say in the place of a column that there is no figure."""
    lines = sheet.wrapped(sheet.chart.absent, plot.slot - 2)
    top = plot.base - 1.5 - sheet.line * len(lines)
    quiet = sheet.style.palette.quiet
    sheet.lines(plot.middle(at), top, lines, anchor="middle", colour=quiet)


def _nothing(sheet: Sheet, plot: _Plot, x: float) -> None:
    """Mark the place of one of several columns of which there is no figure."""
    sheet.words(x, plot.base - 1.4, "–", anchor="middle", colour=sheet.style.palette.quiet)


def _named(sheet: Sheet, plot: _Plot, boxes: list[Box]) -> None:
    """Name the parts beside the last column, with a line to each; names keep apart."""
    lowest = plot.base
    for box in sorted(boxes, key=lambda each: -each.y):
        wrapped = sheet.wrapped(box.part[0], _SIDE)
        height = sheet.line * len(wrapped)
        middle = box.y + box.height / 2
        top = min(middle - height / 2, lowest - height)
        lowest = top - sheet.line * 0.3
        start, end = box.x + box.width + 0.8, plot.left + plot.slot * len(sheet.chart.categories)
        path = ((start, middle), (end, top + height / 2))
        sheet.put(Stroke(path, sheet.style.palette.hairline))
        sheet.lines(end + 1.2, top + (sheet.line - sheet.above) / 2, wrapped)


def _key(sheet: Sheet, plot: _Plot) -> None:
    """Name columns that stand beside each other, in a line above them all."""
    x, y = plot.left, plot.base - _HEIGHT - sheet.line * 2.6
    for each, fill in zip(sheet.chart.series, sheet.shades, strict=True):
        side = sheet.above
        sheet.put(Box(x, y, side, side, fill))
        sheet.words(x + side + 1.2, y + side, each.name)
        x += side + 1.2 + sheet.width_of(each.name) + 6
