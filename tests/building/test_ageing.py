"""Facts age: what nobody has looked at for long is told, and then refused."""

from __future__ import annotations

import pytest

from generator.problems import Problem
from tests.workspaces import BRIEF, CASES, COURTS, NOW, OFFICES, WorkspaceFolder, as_told

LIVES = "recommendations/shelf-lives.yaml"
RULES = ("item-ageing", "item-stale", "office-holder-unchecked")


def aged(workspace: WorkspaceFolder, on: str) -> list[Problem]:
    """Return what a build of the first delivery, dated ``on``, says of the age of its facts."""
    workspace.replace(BRIEF, "date: 2026-03-02", f"date: {on}")
    result = workspace.build(deliveries=("council",))
    found = [each for each in result.problems if each.rule in RULES]
    assert len(result.built) == ("item-stale" not in [each.rule for each in found])
    workspace.replace(BRIEF, f"date: {on}", "date: 2026-03-02")
    return found


def facts(workspace: WorkspaceFolder, on: str) -> list[tuple[str, str | None]]:
    """Return the rules and items of facts, without the office-holders."""
    return [
        (each.rule, each.id)
        for each in aged(workspace, on)
        if each.rule != "office-holder-unchecked"
    ]


@pytest.fixture
def lasting(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace whose first recommendation has no deadline, with a statistic."""
    workspace.replace(COURTS, "    deadline: 2026-12-31\n", "")
    known = "id: judges-count\n    date: 2025-12-10\n"
    workspace.replace(COURTS, known, f"{known}    kind: statistic\n")
    life = "source: ours, checked_on: 2026-01-05"
    workspace.write(
        LIVES,
        f"evidence:\n  statistic: {{warn_after: 24, refuse_after: 60, {life}}}\n"
        f"cases:\n  imprisoned: {{warn_after: 12, refuse_after: 36, {life}}}\n"
        f"holders: {{warn_after: 6, {life}}}\n",
    )
    return workspace


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-09-01", []),
        ("2026-09-02", [("item-ageing", "quill-trial")]),
        ("2027-12-10", [("item-ageing", "quill-trial")]),
        ("2027-12-11", [("item-ageing", "quill-trial"), ("item-ageing", "judges-count")]),
        ("2028-09-01", [("item-ageing", "quill-trial"), ("item-ageing", "judges-count")]),
        ("2028-09-02", [("item-stale", "quill-trial"), ("item-ageing", "judges-count")]),
        ("2030-12-11", [("item-stale", "quill-trial"), ("item-stale", "judges-count")]),
    ],
)
def test_facts_age_to_the_day(
    on: str, expected: list[tuple[str, str]], lasting: WorkspaceFolder
) -> None:
    """First a warning, then an error: from the last event of a case, from the date of evidence."""
    assert facts(lasting, on) == expected


def test_an_aged_fact_is_told_where_it_stands(lasting: WorkspaceFolder) -> None:
    """With what to do about it."""
    assert as_told(aged(lasting, "2026-09-02")[-1:]) == (
        "recommendations/ruritania/cases.yaml:16:20: warning: For more than 12 months before the"
        " letter nobody has looked whether “quill-trial” still holds.\n"
        "    It was last looked at on 2025-09-01, as “imprisoned”. Look again, and write the day"
        " under its “checked_on:”; how long each kind keeps stands in"
        " recommendations/shelf-lives.yaml."
    )


def test_how_a_case_stands_is_not_told_where_more_than_the_public_is_written_to(
    lasting: WorkspaceFolder,
) -> None:
    """A problem names the item, and says nothing of what it holds."""
    lasting.replace(BRIEF, "  - id: council\n", "  - id: council\n    clearance: internal\n")
    told = as_told(aged(lasting, "2026-09-02"))
    assert "whether “quill-trial” still holds" in told
    assert "imprisoned" not in told
    assert "2025-09-01" not in told


def test_who_looked_again_makes_it_young(lasting: WorkspaceFolder) -> None:
    """But a look after the letter's date does not count."""
    lasting.replace(CASES, "    history:\n", "    checked_on: 2026-09-02\n    history:\n")
    lasting.replace(
        COURTS, "    kind: statistic\n", "    kind: statistic\n    checked_on: 2027-12-11\n"
    )
    assert facts(lasting, "2026-09-01") == []
    assert facts(lasting, "2027-09-02") == []
    assert facts(lasting, "2027-09-03") == [("item-ageing", "quill-trial")]
    lasting.replace(CASES, "checked_on: 2026-09-02", "checked_on: 2028-01-01")
    assert facts(lasting, "2027-12-11") == [("item-ageing", "quill-trial")]
    lasting.replace(COURTS, "checked_on: 2027-12-11", "checked_on: 2027-12-12")
    assert ("item-ageing", "judges-count") in facts(lasting, "2027-12-11")


def test_what_happened_does_not_age(lasting: WorkspaceFolder) -> None:
    """Nor does a case that is over."""
    lasting.replace(COURTS, "    kind: statistic\n", "")
    lasting.replace(CASES, "status: imprisoned", "status: released")
    assert facts(lasting, "2099-01-01") == []


def test_what_is_stale_can_be_waived(lasting: WorkspaceFolder) -> None:
    """By a named person, for the item."""
    for item in ("quill-trial", "judges-count"):
        lasting.append(
            BRIEF,
            ("" if "waivers:" in lasting.read(BRIEF) else "waivers:\n")
            + f"  - {{rule: item-stale, id: {item}, who: Mira Holt, why: Filler,"
            " until: 2026-12-31}\n",
        )
    lasting.replace(BRIEF, "date: 2026-03-02", "date: 2031-01-01")
    result = lasting.build(deliveries=("council",), today=NOW.date())
    assert len(result.built) == 1
    assert [each.id for each in result.problems if each.waived] == ["quill-trial", "judges-count"]


def test_who_holds_an_office_is_looked_up(lasting: WorkspaceFolder) -> None:
    """Six months before the letter are too long ago, a look after it is not."""
    found = aged(lasting, "2026-07-06")
    assert [each.rule for each in found] == ["office-holder-unchecked"] * 2
    assert as_told(found[:1]) == (
        "briefs/spring.yaml:19:17: warning: Who holds the office “chair_of_council” was last looked"
        " up on 2026-01-05, more than 6 months before the letter.\n"
        "    Look it up, and write the day under “checked_on:” of the holder in"
        " briefs/directory/offices.yaml."
    )
    assert aged(lasting, "2026-07-05") == []
    text = lasting.read(OFFICES).replace("checked_on: 2026-01-05", "checked_on: 2026-07-06")
    lasting.write(OFFICES, text)
    assert aged(lasting, "2026-07-06") == []


def test_the_shipped_shelf_lives_hold_where_a_workspace_has_none(
    workspace: WorkspaceFolder,
) -> None:
    """A statistic keeps two years, and five."""
    workspace.replace(COURTS, "    deadline: 2026-12-31\n", "")
    known = "id: judges-count\n    date: 2025-12-10\n"
    workspace.replace(COURTS, known, f"{known}    kind: statistic\n")
    assert ("item-ageing", "judges-count") not in facts(workspace, "2027-12-10")
    assert ("item-ageing", "judges-count") in facts(workspace, "2027-12-11")
    assert ("item-stale", "judges-count") in facts(workspace, "2030-12-11")


def test_a_look_before_the_fact_was_known_is_an_error(workspace: WorkspaceFolder) -> None:
    """Nobody looks whether something holds that is not known yet."""
    known = "id: judges-count\n    date: 2025-12-10\n"
    workspace.replace(COURTS, known, f"{known}    checked_on: 2025-12-09\n")
    assert "error: “checked_on” is a day before “date”." in workspace.told()
