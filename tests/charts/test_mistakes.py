"""Mistakes in charts, as the user is told of them."""

from __future__ import annotations

import pytest

from tests.charts.charted import with_charts
from tests.workspaces import COURTS, WorkspaceFolder

ILL_2024 = "value: 1140, period: 2024, of: dead_2024, sources: [{source: observer-2025}]}"
ILL = "      - {label: Illness, figures: [ill_2022, ill_2024, ill_2025]}\n"
RIVALS = "    series:\n      - figures: [complaints_hw]\n      - figures: [complaints_court]\n"

MISTAKES: dict[str, tuple[str, str, list[str]]] = {
    "figure that is not exact": (
        ILL_2024,
        ILL_2024[:-1] + ", qualifier: about}",
        ["chart-inexact"],
    ),
    "figure of other sources": (
        ILL_2024,
        ILL_2024.replace("observer-2025", "gazette-2025"),
        ["chart-source"],
    ),
    "two figures of one time": (
        ILL_2024,
        ILL_2024.replace("2024,", "2022,", 1),
        ["chart-part", "chart-period", "chart-sum"],
    ),
    "part of another whole": (
        ILL_2024,
        ILL_2024.replace("of: dead_2024, ", ""),
        ["chart-part"],
    ),
    "figure below zero": (
        "value: 1140, period: 2024, of: dead_2024,",
        "value: -1140, period: 2024, of: dead_2024,",
        ["chart-negative"],
    ),
    "chart without series": (RIVALS, "    series: []\n", ["chart-lacks"]),
    "series without figures": (
        RIVALS,
        RIVALS.replace("figures: [complaints_hw]", "{label: Complaints, figures: []}"),
        ["chart-lacks", "chart-rival"],
    ),
    "percentage among counts": (
        ILL_2024,
        ILL_2024[:-1] + ", unit: percent}",
        ["chart-unlike"],
    ),
    "part that somebody else counted": (
        ILL_2024,
        ILL_2024[:-1] + ", counted_by: harbour_watch}",
        ["chart-unlike"],
    ),
    "two counters on one series": (
        RIVALS,
        "    series:\n      - figures: [complaints_hw, complaints_court]\n",
        ["chart-unlike", "chart-period", "chart-period"],
    ),
    "counter without the other": (
        RIVALS,
        "    series:\n      - figures: [complaints_hw]\n",
        ["chart-rival"],
    ),
    "part without a name": ("    rest: Other cause\n", "", ["chart-lacks"]),
    "series without a name": (
        "{label: Illness, figures: [ill_2022, ill_2024, ill_2025]}",
        "figures: [ill_2022, ill_2024, ill_2025]",
        ["chart-lacks"],
    ),
    "parts without their whole": (
        "    whole: [dead_2022, dead_2024, dead_2025]\n",
        "",
        ["chart-lacks"],
    ),
    "parts that are more than the whole": (
        ILL,
        ILL + ILL,
        ["chart-sum", "chart-sum", "chart-sum"],
    ),
    "figure that is nowhere": (
        "figures: [ill_2022, ill_2024, ill_2025]",
        "figures: [ill_2022, ill_2042, ill_2025]",
        ["unknown-reference"],
    ),
    "evidence that is nowhere": (
        "kind: bar\n    evidence: judges-count",
        "kind: bar\n    evidence: judges-county",
        ["unknown-reference"],
    ),
    "kind that nobody draws": ("kind: bar", "kind: pie", ["not-one-of"]),
}


def rules(workspace: WorkspaceFolder) -> list[str]:
    """Return the rules of the errors that the workspace has."""
    _, problems = workspace.checked()
    return [each.rule for each in problems if each.severity == "error"]


def test_charts_without_mistakes_are_silent(workspace: WorkspaceFolder) -> None:
    """What is told below is the mistake's own."""
    assert rules(with_charts(workspace)) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_told(workspace: WorkspaceFolder, mistake: str) -> None:
    """No chart misleads without somebody having been told."""
    old, new, told = MISTAKES[mistake]
    with_charts(workspace).replace(COURTS, old, new)
    found = rules(workspace)
    assert found == told
