"""Charts as a letter has them: figures with the numbers, times and names that sentences have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from generator.compose.pieces import Pieces
from generator.compose.speaker import Speaker
from generator.language import dates
from generator.language.typography import separators
from generator.letter import Category, Chart, ChartSeries, Inlines, Mark, plain_text
from generator.letter.charts import Form
from generator.markup.document import inline_markup
from generator.markup.tokens import Tokens
from generator.model.charts import ChartKind
from generator.model.content import Figure
from generator.model.periods import days_of, is_part_of_a_year
from generator.selection.chosen import Selection
from generator.selection.cited import ChosenChart, ChosenSeries

_SHORTER = 0.9
"""A time that is so much shorter than the longest is a part: no month is, beside another."""

_FORMS: Mapping[ChartKind, tuple[Form, Form]] = MappingProxyType(
    {
        "bar": ("rows", "columns"),
        "line": ("rows", "line"),
        "stacked": ("share", "stacked"),
        "share": ("share", "stacked"),
    }
)
"""How each kind is drawn: where there is one time only, and where there are several."""


@dataclass(frozen=True, slots=True)
class Charts:
    """Makes the charts of one document."""

    speaker: Speaker
    selection: Selection
    tokens: Tokens

    def placed(self, item: Any, absent: Any, caller: Any) -> Markup:
        """Return the token of a chart; its caption stands in the template's call block."""
        chosen = next(each for each in self.selection.charts if each.id == item["id"])
        caption = inline_markup(str(caller()), self.tokens)
        drawn = self.chart(chosen, caption, plain_text(Pieces(self.tokens).inlines(absent)))
        return Markup(self.tokens.keep_block(drawn))  # noqa: S704 (a token)

    def chart(self, chosen: ChosenChart, caption: Inlines, absent: str) -> Chart:
        """Return a chart with its caption; ``absent`` stands where a time has no figure."""
        times = _times(each.period for each in chosen.figures())
        title = plain_text(self.speaker.say(chosen.title))
        one, several = _FORMS[chosen.kind]
        drawn = Chart(
            form=several if len(times) > 1 else one,
            title=title,
            caption=caption,
            categories=tuple(self._category(each, times) for each in times),
            series=tuple(self._series(each, times) for each in chosen.series),
            alternative="",
            whole=self._drawn(title, chosen.whole, times) if chosen.whole else None,
            rest=plain_text(self.speaker.say(chosen.rest)) if chosen.rest else "",
            absent=absent,
        )
        return _described(drawn, separators(self.speaker.locale))

    def _category(self, period: str, times: tuple[str, ...]) -> Category:
        label = dates.period(period, self.speaker.locale) if period else ""
        return Category(label, partial=period in _shorter(times))

    def _series(self, chosen: ChosenSeries, times: tuple[str, ...]) -> ChartSeries:
        """Return a series by its label, else by who counted it."""
        if chosen.label:
            name = plain_text(self.speaker.say(chosen.label))
        elif chosen.figures[0].counted_by:
            name = self._figure(chosen.figures[0], ":counted_by")
        else:
            name = ""
        return self._drawn(name[:1].upper() + name[1:], chosen.figures, times)

    def _drawn(self, name: str, figures: tuple[Figure, ...], times: tuple[str, ...]) -> ChartSeries:
        by_time = {each.period or "": Mark(each.value, self._figure(each)) for each in figures}
        return ChartSeries(name, tuple(map(by_time.get, times)))

    def _figure(self, figure: Figure, form: str = "") -> str:
        """Return a figure as a sentence has it."""
        return plain_text(self.speaker.word(f"{{{figure.id}{form}}}", {}, self.selection.place))


def has_gaps(chosen: ChosenChart) -> bool:
    """Tell whether a chart lacks a figure of a time that it shows: it says so there."""
    drawn = (*(each.figures for each in chosen.series), *filter(None, (chosen.whole,)))
    known = [frozenset(each.period or "" for each in figures) for figures in drawn]
    times = _times(each.period for each in chosen.figures())
    return any(not each.issuperset(times) for each in known)


def _times(periods: Iterable[str | None]) -> tuple[str, ...]:
    """Return the times of figures in order; between years of which there are some, all years."""
    known = sorted({each or "" for each in periods}, key=_earliest)
    years = {days_of(each)[0].year: each for each in known if each and _is_of_one_year(each)}
    if len(years) < len(known):
        return tuple(known)
    return tuple(years.get(year, str(year)) for year in range(min(years), max(years) + 1))


def _earliest(period: str) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days_of(period)) if period else ()


def _is_of_one_year(period: str) -> bool:
    start, end = days_of(period)
    return start.year == end.year and start != end


def _shorter(times: tuple[str, ...]) -> frozenset[str]:
    """Return the times that are parts of a year beside whole years, or beside longer parts."""
    parts = {each: _length(each) for each in times if each and is_part_of_a_year(each)}
    if len(parts) < len(times):
        return frozenset(parts)
    longest = max(parts.values(), default=0)
    return frozenset(each for each, days in parts.items() if days < _SHORTER * longest)


def _length(period: str) -> int:
    start, end = days_of(period)
    return (end - start).days + 1


def _described(chart: Chart, marks: Mapping[str, str]) -> Chart:
    """Return ``chart`` with everything that it shows in words."""
    return replace(chart, alternative="".join(_sentences(chart, marks)))


def _sentences(chart: Chart, marks: Mapping[str, str]) -> Iterator[str]:
    """Yield the title, then for each time what was counted, each ended like a sentence."""
    end, space = marks["full_stop"], marks["space"]
    yield chart.title + end
    named = len(chart.series) > 1 or chart.whole is not None
    for at, category in enumerate(chart.categories):
        parts = []
        if chart.whole:
            parts.append(_said("", chart.whole, at, chart, marks))
        parts += [
            _said(each.name if named else "", each, at, chart, marks) for each in chart.series
        ]
        label = category.label + marks["colon"] if category.label else ""
        yield space + label + marks["semicolon"].join(parts) + end


def _said(name: str, series: ChartSeries, at: int, chart: Chart, marks: Mapping[str, str]) -> str:
    mark = series.marks[at]
    text = mark.text if mark else chart.absent
    return f"{name}{marks['colon']}{text}" if name else text
