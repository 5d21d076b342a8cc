"""Figures add up: parts and wholes, times that are part of a year, counters side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isclose
from typing import cast

from generator.checks.spoken import key_of, spoken
from generator.checks.words import Words, words_of
from generator.language import dates
from generator.library import Entry, Library
from generator.loading.sentences import Path
from generator.markup.placeholders import Placeholder, placeholders
from generator.model.content import Figure
from generator.model.periods import is_part_of_a_year
from generator.problems import Problem, problem

_COUNT = re.compile(r"(?<![\w.,:/’'-])\d[\d,]*(?:\.\d+)?(?![\w/:-])")


def figures_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of figures, and of the sentences that have them."""
    figures = {each.id: each for each in library.all(Figure)}
    for entry in library.entries("figure"):
        if entry.record is not None:
            yield from _sums(entry, figures)
    if not figures:
        return
    source, words = library.settings.source_locale, words_of(library)
    by_file = _by_file(library)
    for entry, path, text in spoken(library):
        spoken_of = placeholders(text) if "{" in text else ()
        found = tuple(each for each in spoken_of if each.name in figures)
        if found:
            yield from _forms(entry, path, found, figures)
            yield from _times(entry, path, text, found, figures, source)
            yield from _counters(entry, path, found, figures)
        yield from _written_out(entry, path, text, by_file.get(entry.file, ()), words)


def _by_file(library: Library) -> Mapping[str, tuple[Figure, ...]]:
    """Return the figures of each file."""
    found: dict[str, tuple[Figure, ...]] = {}
    for entry in library.entries("figure"):
        if entry.record is not None:
            found[entry.file] = (*found.get(entry.file, ()), cast("Figure", entry.record))
    return found


def _sums(entry: Entry, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    """Yield a problem where a figure does not agree with its parts, its whole or its rivals."""
    figure = cast("Figure", entry.record)
    parts = [figures[each] for each in figure.parts if each in figures]
    exact = all(each.qualifier == "exact" for each in (figure, *parts))
    total = sum(each.value for each in parts)
    if len(parts) == len(figure.parts) > 0 and exact and not isclose(total, figure.value):
        where = entry.place("parts", key=True)
        yield problem(
            "parts-sum", where, id=figure.id, sum=f"{total:.15g}", value=f"{figure.value:.15g}"
        )
    whole = figures.get(figure.of or "")
    if whole and whole.unit == figure.unit and figure.value > whole.value:
        yield problem("part-larger", entry.place("of"), id=figure.id, whole=whole.id)
    for index, each in enumerate(figure.conflicts_with):
        other = figures.get(each)
        if other and figure.id not in other.conflicts_with:
            where = entry.place("conflicts_with", index)
            yield problem("conflict-one-sided", where, id=figure.id, other=other.id)


def _forms(
    entry: Entry, path: Path, found: tuple[Placeholder, ...], figures: Mapping[str, Figure]
) -> Iterator[Problem]:
    """Yield a problem for each form that a figure cannot take."""
    for each in found:
        if each.form in ("period", "counted_by") and not getattr(figures[each.name], each.form):
            yield problem(
                "figure-lacks",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                name=each.name,
                form=each.form,
            )


def _times(
    entry: Entry,
    path: Path,
    text: str,
    found: tuple[Placeholder, ...],
    figures: Mapping[str, Figure],
    locale: str,
) -> Iterator[Problem]:
    """Yield a problem for each figure of a part of a year whose time the sentence does not say."""
    said = {figures[each.name].period for each in found if each.form == "period"}
    plain = " ".join(text.split())
    for each in found:
        period = figures[each.name].period
        if each.form or not period or period in said or not is_part_of_a_year(period):
            continue
        said.add(period)
        written = dates.period(period, locale)
        if " ".join(written.split()) not in plain:
            yield problem(
                "partial-year-unsaid",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                name=each.name,
                period=written,
            )


def _counters(
    entry: Entry, path: Path, found: tuple[Placeholder, ...], figures: Mapping[str, Figure]
) -> Iterator[Problem]:
    """Yield a problem for each figure that stands without its rival, or without who counted."""
    have = {(each.name, each.form) for each in found}
    for name in dict.fromkeys(each.name for each in found if each.form is None):
        for other in figures[name].conflicts_with:
            wanted = [(other, None), (name, "counted_by"), (other, "counted_by")]
            missing = next((each for each in wanted if each not in have), None)
            if other in figures and missing:
                yield problem(
                    "counter-unsaid",
                    entry.place(*path),
                    id=entry.id,
                    key=key_of(path),
                    name=name,
                    other=other,
                    missing="{" + ":".join(filter(None, missing)) + "}",
                )


def _written_out(
    entry: Entry, path: Path, text: str, figures: tuple[Figure, ...], words: Words
) -> Iterator[Problem]:
    """Yield a warning for each number in digits that is the value of a figure of the file."""
    values = {each.value: each for each in figures}
    merged = dict(_merged(figures))
    for match in _COUNT.finditer(text) if values else ():
        number = float(match[0].replace(",", ""))
        figure, both = values.get(number), merged.get(number)
        if both:
            yield problem(
                "counters-merged",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                sum=match[0],
                name=both[0],
                other=both[1],
            )
        if figure and not words.is_dated(text, match.start(), match.end()):
            yield problem(
                "figure-written-out",
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                name=figure.id,
                value=match[0],
            )


def _merged(figures: tuple[Figure, ...]) -> Iterator[tuple[float, tuple[str, str]]]:
    """Yield what each two rivals would be, added up."""
    known = {each.id: each for each in figures}
    for one in figures:
        for other in (known[each] for each in one.conflicts_with if each in known):
            if one.unit == other.unit == "count":
                yield one.value + other.value, (one.id, other.id)
