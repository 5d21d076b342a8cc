"""Which charts go in: with their evidence, whole or not at all, and why."""

from __future__ import annotations

from tests.charts.charted import with_charts
from tests.workspaces import BRIEF, COURTS, ORGANISATIONS, SOURCES, WorkspaceFolder

BOTH = ["deaths-by-year", "complaints-by-counter"]


def charts(workspace: WorkspaceFolder, delivery: str = "council") -> list[str]:
    """Return the charts of a delivery."""
    return [each.id for each in workspace.select(delivery=delivery).charts]


def reason(workspace: WorkspaceFolder, chart: str) -> str:
    """Return why a chart of the first delivery is in (+) or out (-)."""
    found = [each for each in workspace.select().decisions if each.id == chart]
    assert len(found) == 1, found
    assert found[0].kind == "chart"
    return f"{'+' if found[0].included else '-'} {found[0].reason}"


def test_a_letter_has_no_chart_unless_it_is_asked_for(workspace: WorkspaceFolder) -> None:
    """The type of document says how many; the brief may say otherwise."""
    with_charts(workspace)
    assert charts(workspace) == BOTH
    workspace.replace(BRIEF, "select: {charts: 9}\n", "")
    assert charts(workspace) == []
    assert reason(workspace, "deaths-by-year") == "- council already has 0."


def test_a_chart_goes_with_its_evidence(workspace: WorkspaceFolder) -> None:
    """Without the sentence there is no chart."""
    with_charts(workspace)
    assert reason(workspace, "deaths-by-year") == "+ Draws judges-count, which is in the document."
    workspace.replace(
        COURTS, "evidence: [judges-dismissed, judges-count]", "evidence: [judges-dismissed]"
    )
    assert charts(workspace) == []


def test_no_more_charts_than_there_is_room_for(workspace: WorkspaceFolder) -> None:
    """The first of the file go in."""
    assert charts(with_charts(workspace, most=1)) == ["deaths-by-year"]
    assert reason(workspace, "complaints-by-counter") == "- council already has 1."


def test_a_chart_that_the_reader_may_not_see_stays_out(workspace: WorkspaceFolder) -> None:
    """What says nothing of its sensitivity is internal."""
    with_charts(workspace)
    text = workspace.read(COURTS)
    workspace.write(
        COURTS,
        text.replace("    rest: Other cause\n    sensitivity: public\n", "    rest: Other cause\n"),
    )
    assert charts(workspace) == ["complaints-by-counter"]
    assert reason(workspace, "deaths-by-year").startswith("- It is internal; ")


def test_with_one_figure_that_may_not_be_shown_the_whole_chart_falls_away(
    workspace: WorkspaceFolder,
) -> None:
    """Three years out of four would look like all there is."""
    with_charts(workspace)
    workspace.replace(
        COURTS,
        "of: dead_2024, sources: [{source: observer-2025}]}",
        "of: dead_2024, sources: [{source: secret-2025}]}",
    )
    workspace.append(
        SOURCES,
        "  - {id: secret-2025, publisher: A, title: B, locale: en, date: 2025-12-10, kind: ngo}\n",
    )
    assert charts(workspace) == ["complaints-by-counter"]
    assert reason(workspace, "deaths-by-year") == (
        "- None of the sources of its figure ill_2024 may be shown on the letter's date."
    )


def test_a_figure_that_was_published_after_the_letter_is_not_drawn(
    workspace: WorkspaceFolder,
) -> None:
    """A chart cites nothing later than the letter's own date."""
    with_charts(workspace)
    workspace.replace(
        COURTS,
        "of: dead_2024, sources: [{source: observer-2025}]}",
        "of: dead_2024, sources: [{source: late-2026}]}",
    )
    workspace.append(
        SOURCES,
        "  - {id: late-2026, publisher: A, title: B, locale: en, date: 2026-04-01, kind: ngo,\n"
        "     sensitivity: public}\n",
    )
    assert charts(workspace) == ["complaints-by-counter"]


def test_a_title_that_tells_a_withheld_name_is_not_printed(workspace: WorkspaceFolder) -> None:
    """Nobody is named by a chart who may not be named."""
    with_charts(workspace)
    workspace.replace(COURTS, "title: Complaints\n", "title: Complaints of Bo Lantern\n")
    workspace.replace(
        "recommendations/ruritania/people.yaml",
        "    naming: {basis: consent, given_by: self, given_on: 2025-01-10, how: written}\n",
        "",
    )
    assert charts(workspace) == ["deaths-by-year"]
    assert reason(workspace, "complaints-by-counter") == (
        "- It has the name of somebody who may not be named written out."
    )


def test_who_counted_goes_along(workspace: WorkspaceFolder) -> None:
    """The organisation behind a number is known to the letter, and no other."""
    workspace.append(ORGANISATIONS, "  - {id: nobody, names: {en: Nobody}}\n")
    referents = with_charts(workspace).select().referents
    assert {"harbour_watch", "complaints_hw", "dead_2024"} <= set(referents)
    assert "nobody" not in referents


def test_where_there_is_no_room_charts_go_first(workspace: WorkspaceFolder) -> None:
    """The sentences say what a chart shows; the last goes first."""
    from generator.model.document import Amounts
    from generator.selection.importance import dispensable, without

    selection = with_charts(workspace).select()
    first = dispensable(selection, Amounts())[:2]
    assert [(each.kind, each.id) for each in first] == [("chart", each) for each in BOTH[::-1]]
    assert [each.id for each in without(selection, first[:1]).charts] == ["deaths-by-year"]


def test_a_chart_does_not_outlive_its_evidence(workspace: WorkspaceFolder) -> None:
    """Evidence that has no room takes its charts along."""
    from generator.selection.importance import Item, without

    selection = with_charts(workspace).select()
    left = without(selection, [Item("judges-count", "evidence", "judges-appoint")])
    assert left.charts == ()
