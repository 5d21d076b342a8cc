"""The fictional workspace with figures that are drawn, and charts for those who draw them."""

from __future__ import annotations

from generator import fonts
from generator.charts.palette import Palette
from generator.charts.style import Style
from generator.compose.compose import Composed, compose
from generator.letter import Category, Chart, ChartSeries, Direction, Mark
from generator.letter.brand import OWN_COLOURS
from generator.library import Library
from generator.model.document import DocumentType
from tests.workspaces import BRIEF, COURTS, WorkspaceFolder, selection_of

YEARS = ("2022", "2023", "2024", "January–November 2025")
ALL = (133, 119, 148, 124)
ILL = (96, 95, 114, 105)

COUNT = "According to {harbour_watch:short}, {vacant_seats} seats are vacant."
FIGURES = """\
charts:
  - id: deaths-by-year
    kind: stacked
    evidence: judges-count
    title: Deaths in the cells of Ruritania
    series:
      - {label: Illness, figures: [ill_2022, ill_2024, ill_2025]}
    whole: [dead_2022, dead_2024, dead_2025]
    rest: Other cause
    sensitivity: public
  - id: complaints-by-counter
    kind: bar
    evidence: judges-count
    title: Complaints
    remark: Each counted its own.
    series:
      - figures: [complaints_hw]
      - figures: [complaints_court]
    sensitivity: public
figures:
  - {id: dead_2022, value: 1330, period: 2022, sources: [{source: observer-2025}]}
  - {id: dead_2024, value: 1480, period: 2024, sources: [{source: observer-2025}]}
  - {id: dead_2025, value: 1240, period: 2025-01/2025-11, sources: [{source: observer-2025}]}
  - {id: ill_2022, value: 960, period: 2022, of: dead_2022, sources: [{source: observer-2025}]}
  - {id: ill_2024, value: 1140, period: 2024, of: dead_2024, sources: [{source: observer-2025}]}
  - id: ill_2025
    value: 1050
    period: 2025-01/2025-11
    of: dead_2025
    sources: [{source: observer-2025}]
  - id: complaints_hw
    value: 188
    counted_by: harbour_watch
    conflicts_with: [complaints_court]
    sources: [{source: observer-2025}]
  - id: complaints_court
    value: 110
    counted_by: {en: the court’s own office}
    conflicts_with: [complaints_hw]
    sources: [{source: observer-2025}]
"""


def with_charts(workspace: WorkspaceFolder, most: int = 9) -> WorkspaceFolder:
    """Return the workspace with figures and charts, which its first delivery asks for."""
    workspace.replace(COURTS, "figures:\n", FIGURES)
    workspace.replace(BRIEF, "deliveries:\n", f"select: {{charts: {most}}}\ndeliveries:\n")
    return workspace


def composed(library: Library, *, locale: str = "en", draft: bool = False) -> Composed:
    """Return the letter of the first delivery."""
    from generator.catalogues.lookup import Catalogues

    document = library.get(DocumentType, "letter")
    assert document is not None
    return compose(
        selection_of(library, "spring", "council", locale=locale),
        document,
        library.workspace,
        Catalogues(library).of(locale),
        draft=draft,
    )


def charts_in(made: Composed) -> list[Chart]:
    """Return the charts of a letter."""
    assert made.letter is not None
    return [each for each in made.letter.blocks if isinstance(each, Chart)]


def series(name: str, values: tuple[float | None, ...]) -> ChartSeries:
    """Return a series of numbers, printed as they are."""
    marks = (None if each is None else Mark(each, f"{each:g}") for each in values)
    return ChartSeries(name, tuple(marks))


def deaths(**changed: object) -> Chart:
    """Return the chart of deaths with the share of illness, the last time eleven months."""
    fields: dict[str, object] = {
        "form": "stacked",
        "title": "Deaths",
        "caption": (),
        "categories": tuple(Category(each, partial="–" in each) for each in YEARS),
        "series": (series("Illness", ILL),),
        "alternative": "",
        "whole": series("Deaths", ALL),
        "rest": "Other cause",
    }
    return Chart(**{**fields, **changed})  # type: ignore[arg-type]  # as the fields above


def style(
    *families: str, direction: Direction = "ltr", locale: str = "en", width: float = 160
) -> Style:
    """Return how a chart is set, in the fonts of the program."""
    known = fonts.font_files()
    names = families or ("Noto Sans",)
    return Style(
        width=width,
        size=7.6,
        regular=tuple(str(known[each][0]) for each in names),
        bold=tuple(str(known[each][1]) for each in names),
        palette=Palette.of(OWN_COLOURS),
        direction=direction,
        locale=locale,
    )
