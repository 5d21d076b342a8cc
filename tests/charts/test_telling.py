"""A chart in a letter: the numbers of the figures as sentences print them, and in words too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building.preparing import prepare
from generator.catalogues.lookup import Catalogues
from generator.charts import drawing
from generator.charts.shapes import Box, Words
from generator.letter import Block, Chart, Group, inlines_of, plain_text
from generator.library import Library, open_library
from generator.model.brief import Brief, Select
from generator.model.charts import Chart as ChartRecord
from generator.model.content import Evidence, Figure
from tests.charts.charted import charts_in, composed, style, with_charts
from tests.workspaces import COURTS, WorkspaceFolder

ROOT = Path(__file__).parents[2]


def test_numbers_times_and_names_are_those_of_the_figures(workspace: WorkspaceFolder) -> None:
    """A year without a figure stands between the others, and says so."""
    stacked, rows = charts_in(composed(with_charts(workspace).checked()[0]))
    assert [each.label for each in stacked.categories] == [
        "2022",
        "2023",
        "2024",
        "January–November 2025",
    ]
    assert [each.partial for each in stacked.categories] == [False, False, False, True]
    assert stacked.whole
    assert [each and (each.value, each.text) for each in stacked.whole.marks] == [
        (1330, "1,330"),
        None,
        (1480, "1,480"),
        (1240, "1,240"),
    ]
    assert stacked.absent == "no figure"
    assert [each.name for each in rows.series] == ["Harbour Watch", "The court’s own office"]
    assert rows.absent == ""


def test_the_alternative_text_says_everything_that_is_drawn(workspace: WorkspaceFolder) -> None:
    """Every number, name and time, and where there is none."""
    stacked, rows = charts_in(composed(with_charts(workspace).checked()[0]))
    assert stacked.alternative == (
        "Deaths in the cells of Ruritania. 2022: 1,330; Illness: 960. "
        "2023: no figure; Illness: no figure. 2024: 1,480; Illness: 1,140. "
        "January–November 2025: 1,240; Illness: 1,050."
    )
    assert rows.alternative == ("Complaints. Harbour Watch: 188; The court’s own office: 110.")


def test_the_caption_has_the_title_the_remark_and_the_sources(workspace: WorkspaceFolder) -> None:
    """The note of a chart is that of its evidence."""
    made = composed(with_charts(workspace).checked()[0])
    _, rows = charts_in(made)
    assert plain_text(rows.caption) == "Complaints. Each counted its own."
    assert made.letter
    number = max(re.findall(r"NoteCall\(number=(\d+)\)", repr(rows.caption)))
    note = next(each for each in made.letter.notes if each.number == int(number))
    assert "Harbour Watch" in plain_text(note.children)


def test_a_chart_is_no_text_but_its_caption(workspace: WorkspaceFolder) -> None:
    """What stands in the picture counts as no word."""
    chart, _ = charts_in(composed(with_charts(workspace).checked()[0]))
    assert [plain_text(each) for each in inlines_of(chart)] == ["Deaths in the cells of Ruritania."]


def test_a_part_of_a_year_alone_is_no_shorter_time(workspace: WorkspaceFolder) -> None:
    """Months beside months are whole; the short one among longer ones is not."""
    with_charts(workspace)
    text = workspace.read(COURTS)
    for year, month in (("2022", "2025-01"), ("2024", "2025-02")):
        text = text.replace(f"period: {year}", f"period: {month}")
    workspace.write(
        COURTS, text.replace("period: 2025-01/2025-11", "period: 2025-03-01/2025-03-09")
    )
    stacked, _ = charts_in(composed(workspace.checked()[0]))
    assert [(each.label, each.partial) for each in stacked.categories] == [
        ("January 2025", False),
        ("February 2025", False),
        ("1–9\u00a0March 2025", True),
    ]


@pytest.fixture(scope="module")
def content() -> Library:
    """Return the content of the project."""
    return open_library(ROOT)[0]


def charts_of(library: Library, brief: str, delivery: str, *themes: str) -> list[Chart]:
    """Return the charts of a delivery, before anything is left out for want of room.

    ``themes``: others than its own, with all that there is of them.
    """
    entry = library.entry("brief", brief)
    assert entry is not None
    assert isinstance(entry.record, Brief)
    wanted = next(each for each in entry.record.deliveries if each.id == delivery)
    changed: dict[str, object] = {"fit": False}
    if themes:
        changed |= {"themes": themes, "select": Select()}
    asked = wanted.model_copy(update=changed)
    brief_of_it = entry.record.model_copy(update={"deliveries": (asked,)})
    made = prepare(
        library,
        replace(entry, record=brief_of_it),
        asked,
        Catalogues(library).of("en"),
        locale="en",
        addressee=None,
        draft=False,
    )
    assert made.composed.letter is not None
    return list(_charts(made.composed.letter.blocks))


def _is_of(chart: Chart, record: ChartRecord) -> bool:
    """Tell whether a chart is that of a record, by the beginning of their titles."""
    return chart.title[:20] == record.title[:20]


def _charts(blocks: tuple[Block, ...]) -> Iterator[Chart]:
    for each in blocks:
        if isinstance(each, Chart):
            yield each
        elif isinstance(each, Group):
            yield from _charts(each.blocks)


def test_charts_of_the_project_draw_what_the_sentences_say(content: Library) -> None:
    """Each figure is drawn with its value, printed with it, and said in the alternative text."""
    figures = {each.id: each for each in content.all(Figure)}
    records = {each.id: each for each in content.all(ChartRecord)}
    assert len(records) >= 3
    charts = [
        *charts_of(content, "astana-2026", "un-treaty-body"),
        *charts_of(content, "astana-2026", "un-fact-sheet", "un-cooperation"),
    ]
    assert sorted(each.form for each in charts) == ["rows", "share", "stacked"]
    for chart in charts:
        (record,) = (each for each in records.values() if _is_of(chart, each))
        known = [figures[name] for row in record.series for name in row.figures]
        marks = [each for row in chart.series for each in row.marks if each]
        assert [each.value for each in marks] == [each.value for each in known]
        made = drawing(chart, style())
        printed = {each.text for each in made.shapes if isinstance(each, Words)}
        evidence = content.get(Evidence, record.evidence)
        assert evidence is not None
        for each in known:
            text = f"{each.value:,.0f}"
            assert text in printed
            assert text in chart.alternative
            assert f"{{{each.id}}}" in evidence.statement
        lengths = [
            each.width if chart.form in ("rows", "share") else each.height
            for name in (row.name for row in chart.series)
            for each in made.shapes
            if isinstance(each, Box) and each.part[0] == name
        ]
        units = [length / each.value for length, each in zip(lengths, known, strict=True)]
        assert units == pytest.approx([units[0]] * len(units))


def test_a_partial_year_of_the_project_is_hatched(content: Library) -> None:
    """The deaths of 2025 are those of eleven months."""
    charts = charts_of(content, "astana-2026", "un-treaty-body")
    chart = next(each for each in charts if each.form == "stacked")
    made = drawing(chart, style())
    hatched = {each.part[1] for each in made.shapes if isinstance(each, Box) and each.hatch}
    assert hatched == {"January–November 2025"}
