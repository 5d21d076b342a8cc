"""Which recommendations, evidence, cases and commitments a delivery takes, and why."""

from __future__ import annotations

from datetime import date

import pytest

from generator.selection.chosen import Selection
from tests.workspaces import (
    BRIEF,
    CASES,
    COURTS,
    EU_COMMITMENTS,
    FICTIONAL,
    PRESS,
    SOURCES,
    WorkspaceFolder,
)


def recommendations(selection: Selection) -> list[str]:
    """Return the recommendations that go in, in order."""
    return [each.id for each in selection.recommendations()]


def items(selection: Selection, kind: str) -> list[str]:
    """Return the items of a kind that go in, in order, those of all recommendations."""
    return [item.id for each in selection.recommendations() for item in getattr(each, kind)]


def reason(selection: Selection, id: str) -> str:  # noqa: A002 (ids are called id everywhere)
    """Return why an item is in (+) or out (-)."""
    found = [each for each in selection.decisions if each.id == id]
    assert len(found) == 1, found
    return f"{'+' if found[0].included else '-'} {found[0].reason}"


def selected_with(workspace: WorkspaceFolder, select: str) -> Selection:
    """Return the selection of the first delivery under the rules ``select``."""
    workspace.replace(BRIEF, "deliveries:", f"select: {select}\ndeliveries:")
    return workspace.select()


# --- recommendations ------------------------------------------------------------


def test_themes_come_in_the_order_of_the_brief_and_priority_in_a_theme(
    workspace: WorkspaceFolder,
) -> None:
    """The brief decides the sections, the priority the order in a section."""
    workspace.replace(BRIEF, "themes: [courts, press]\ndel", "themes: [press, courts]\ndel")
    workspace.replace(COURTS, "priority: 2", "priority: 0")
    selection = workspace.select()
    assert recommendations(selection) == ["printers-free", "records-open", "judges-appoint"]
    assert reason(selection, "records-open") == "+ Of the theme and for this audience; priority 0."


def test_equal_priority_keeps_the_order_of_the_file(workspace: WorkspaceFolder) -> None:
    """Nothing is shuffled."""
    workspace.replace(COURTS, "priority: 2", "priority: 1")
    assert recommendations(workspace.select())[:2] == ["judges-appoint", "records-open"]


def test_a_delivery_has_its_own_themes(workspace: WorkspaceFolder) -> None:
    """What other themes have is told as such."""
    selection = workspace.select(delivery="geneva")
    assert recommendations(selection) == ["judges-appoint", "records-open"]
    assert reason(selection, "printers-free") == (
        "- Its theme, press, is not among those of the brief."
    )


def test_per_theme(workspace: WorkspaceFolder) -> None:
    """The highest priorities fill a theme."""
    selection = selected_with(workspace, "{per_theme: 1}")
    assert recommendations(selection) == ["judges-appoint", "printers-free"]
    assert reason(selection, "records-open") == (
        "- The theme already has 1, of higher or equal priority."
    )


def test_max_priority(workspace: WorkspaceFolder) -> None:
    """What is less urgent stays out."""
    selection = selected_with(workspace, "{max_priority: 1}")
    assert recommendations(selection) == ["judges-appoint", "printers-free"]
    assert reason(selection, "records-open") == "- Its priority 2 is below the limit 1."


def test_included_by_name_in_spite_of_priority_and_number(workspace: WorkspaceFolder) -> None:
    """The brief's own word goes before its rules, and takes a place of the theme."""
    selection = selected_with(workspace, "{per_theme: 1, max_priority: 1, include: [records-open]}")
    assert recommendations(selection) == ["records-open", "printers-free"]
    assert reason(selection, "records-open") == "+ The brief includes it by name."
    assert reason(selection, "judges-appoint").startswith("- The theme already has 1")


def test_excluded_by_name(workspace: WorkspaceFolder) -> None:
    """The brief's word again; it goes even before its inclusion."""
    selection = selected_with(workspace, "{exclude: [judges-appoint], include: [judges-appoint]}")
    assert recommendations(selection) == ["records-open", "printers-free"]
    assert reason(selection, "judges-appoint") == "- The brief excludes it."


def test_a_delivery_has_its_own_rules(workspace: WorkspaceFolder) -> None:
    """They take the place of the brief's."""
    workspace.replace(BRIEF, "    themes: [courts]\n", "    select: {per_theme: 2}\n")
    selected = selected_with(workspace, "{per_theme: 1}")
    assert recommendations(selected) == ["judges-appoint", "printers-free"]
    assert len(recommendations(workspace.select(delivery="geneva"))) == 3


def test_an_audience_has_its_own_wording_and_commitments(workspace: WorkspaceFolder) -> None:
    """What it does not word stays as for all."""
    council = workspace.select().recommendations()[0]
    geneva = workspace.select(delivery="geneva").recommendations()[0]
    assert (council.raise_.text, geneva.raise_.text) == (
        "ask for an independent council that appoints judges;",
        "recommend an independent council that appoints judges;",
    )
    assert [each.id for each in council.commitments] == ["charter-4"]
    assert [each.id for each in geneva.commitments] == ["covenant-9"]
    assert geneva.raise_.place.line == 13


def test_not_for_this_audience(workspace: WorkspaceFolder) -> None:
    """A recommendation that names its audiences is made to no other."""
    workspace.replace(PRESS, "priority: 1", "priority: 1\n    audiences: {osce: {}}")
    selection = workspace.select()
    assert "printers-free" not in recommendations(selection)
    assert reason(selection, "printers-free") == "- It is not made to the audience eu."


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("since: 2026-03-03", "- It is made only from 2026-03-03, after the letter."),
        ("since: 2026-03-02", "+ Of the theme and for this audience; priority 1."),
        ("until: 2026-03-01", "- It was made until 2026-03-01, before the letter."),
        ("until: 2026-03-02", "+ Of the theme and for this audience; priority 1."),
        ("deadline: 2026-03-01", "- Its deadline, 2026-03-01, is before the letter."),
        ("deadline: 2026-03-02", "+ Of the theme and for this audience; priority 1."),
    ],
)
def test_dates_of_a_recommendation(dates: str, expected: str, workspace: WorkspaceFolder) -> None:
    """Both days are included."""
    workspace.replace(PRESS, "priority: 1", f"priority: 1\n    {dates}")
    assert reason(workspace.select(), "printers-free") == expected


def test_without_wording_it_is_a_problem(workspace: WorkspaceFolder) -> None:
    """A letter that does not say what the reader should do is not sent."""
    workspace.replace(PRESS, "    raise: ask that printers may work;\n", "")
    selection = workspace.select()
    assert [each.rule for each in selection.problems] == ["wording-missing"]
    assert reason(selection, "printers-free").startswith("- It does not say")


# --- evidence -------------------------------------------------------------------


def test_later_evidence_and_later_sources_are_out(workspace: WorkspaceFolder) -> None:
    """A letter knows nothing of what became known after its date."""
    selection = workspace.select(on=date(2025, 12, 9))
    assert items(selection, "evidence") == ["judges-dismissed", "press-sealed"]
    assert reason(selection, "judges-count") == "- It became known on 2025-12-10, after the letter."
    assert [each.rule for each in selection.problems] == ["evidence-left-out"]
    assert reason(selection, "records-open") == "- It has no evidence that this reader may see."


def test_a_source_counts_from_the_last_day_that_its_date_can_mean(
    workspace: WorkspaceFolder,
) -> None:
    """A source of “2025” may be of December."""
    workspace.replace(SOURCES, "date: 2025-03-01", "date: 2025")
    selection = workspace.select(on=date(2025, 12, 30))
    assert "judges-dismissed" not in items(selection, "evidence")
    assert reason(selection, "judges-dismissed") == (
        "- None of its sources may be shown on the letter's date."
    )
    assert reason(selection, "gazette-2025") == "- The source is dated 2025, after the letter."
    assert "judges-dismissed" in items(workspace.select(on=date(2025, 12, 31)), "evidence")


def test_one_shown_source_is_enough(workspace: WorkspaceFolder) -> None:
    """Only that one is cited."""
    workspace.replace(
        COURTS,
        'sources: [{source: gazette-2025, locator: "p. 1"}]',
        "sources: [{source: gazette-2025}, {source: observer-2025}]",
    )
    selection = workspace.select(on=date(2025, 12, 9))
    cited = selection.recommendations()[0].evidence[0].citations
    assert [each.source for each in cited] == ["gazette-2025"]


@pytest.mark.parametrize("sensitivity", ["internal", "restricted"])
def test_above_the_clearance(sensitivity: str, workspace: WorkspaceFolder) -> None:
    """Neither the text nor the source of what is not for this reader goes on."""
    workspace.replace(PRESS, "sensitivity: public", f"sensitivity: {sensitivity}")
    selection = workspace.select()
    assert "press-sealed" not in items(selection, "evidence")
    assert reason(selection, "press-sealed") == (
        f"- It is {sensitivity}; the delivery is cleared for public."
    )
    assert "was sealed" not in repr(selection)


def test_what_says_nothing_of_its_sensitivity_is_internal(workspace: WorkspaceFolder) -> None:
    """Forgetting the word never publishes anything."""
    workspace.replace(PRESS, "    sensitivity: public\n", "")
    assert reason(workspace.select(), "press-sealed").startswith("- It is internal;")


def test_a_clearance_lets_in_what_is_at_most_as_sensitive(workspace: WorkspaceFolder) -> None:
    """Restricted readers see restricted items, not internal ones."""
    workspace.replace(PRESS, "sensitivity: public", "sensitivity: restricted")
    workspace.replace(BRIEF, "    audience: eu", "    audience: eu\n    clearance: restricted")
    assert "press-sealed" in items(workspace.select(), "evidence")
    workspace.replace(PRESS, "sensitivity: restricted", "sensitivity: internal")
    assert "press-sealed" not in items(workspace.select(), "evidence")


def test_a_source_above_the_clearance_is_not_cited(workspace: WorkspaceFolder) -> None:
    """Evidence that rests on it alone is out."""
    workspace.replace(
        SOURCES,
        "kind: ngo\n    sensitivity: public",
        "kind: ngo\n    sensitivity: restricted",
    )
    selection = workspace.select()
    assert "judges-count" not in items(selection, "evidence")
    assert reason(selection, "observer-2025").startswith("- It is restricted;")
    assert "The year in the courts" not in repr(selection)


def test_answers_follow_the_same_rules(workspace: WorkspaceFolder) -> None:
    """Known and public by the letter's date, or left out with a reason."""
    assert items(workspace.select(), "responses") == ["ministry-answer"]
    assert reason(workspace.select(), "ministry-answer") == (
        "+ Answers judges-appoint; known since 2025-03-01."
    )
    early = workspace.select(on=date(2025, 2, 28))
    assert early.recommendations() == ()


# --- cases ----------------------------------------------------------------------


def statement(selection: Selection) -> str | None:
    """Return what is said of the case, if anything."""
    found = [item for each in selection.recommendations() for item in each.cases]
    return found[0].statement.text if found else None


DETAINED = "{ada_quill} was detained on 10 February 2025."
SERVING = "{ada_quill} has been serving two years since 1 September 2025."


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 2, 9), None),
        (date(2025, 3, 1), DETAINED),
        (date(2025, 12, 9), DETAINED),
        (date(2025, 12, 10), SERVING),
        (date(2026, 3, 2), SERVING),
    ],
)
def test_a_case_as_it_stood(on: date, expected: str | None, workspace: WorkspaceFolder) -> None:
    """By what had happened and was published; the sentence was reported in December only."""
    assert statement(workspace.select(on=on)) == expected


def test_before_its_first_event_a_case_is_out(workspace: WorkspaceFolder) -> None:
    """Nothing of it was known."""
    workspace.replace(CASES, "date: 2025-02-10", "date: 2025-03-05")
    selection = workspace.select(on=date(2025, 3, 2))
    assert statement(selection) is None
    assert reason(selection, "quill-trial") == (
        "- Nothing of its history was known on the letter's date."
    )


def test_a_latest_event_that_may_not_be_told_takes_the_case_out(
    workspace: WorkspaceFolder,
) -> None:
    """An older state would no longer be true."""
    text = FICTIONAL[CASES].removesuffix("        sensitivity: public\n")
    workspace.write(CASES, f"{text}        sensitivity: internal\n")
    selection = workspace.select()
    assert statement(selection) is None
    assert reason(selection, "quill-trial").startswith("- It is internal;")
    assert "serving" not in repr(selection)


def test_a_case_ends(workspace: WorkspaceFolder) -> None:
    """Up to its last day it is put forward, then no more."""
    workspace.replace(CASES, "country: XA", "country: XA\n    until: 2026-03-01")
    selection = workspace.select()
    assert statement(selection) is None
    assert reason(selection, "quill-trial").startswith("- It is not put forward after 2026-03-01")
    assert statement(workspace.select(on=date(2026, 3, 1))) == SERVING


def test_an_internal_case_is_out_whatever_its_events_say(workspace: WorkspaceFolder) -> None:
    """The case decides first."""
    workspace.replace(CASES, "    sensitivity: public\n    history", "    history")
    assert statement(workspace.select()) is None


# --- commitments ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    verified: {", "    note: {", None),
        ("date: 1999", "date: 2026-03", "- It became known on 2026-03, after the letter."),
        ("date: 1999", "date: 2026-03-02", "+ judges-appoint leans on it."),
        ("date: 1999", "date: 1999\n    in_force_to: 2026-03-01", "- It ended on 2026-03-01."),
        ("date: 1999", "date: 1999\n    in_force_to: 2026-03-02", "+ judges-appoint leans on it."),
    ],
)
def test_commitments(old: str, new: str, expected: str | None, workspace: WorkspaceFolder) -> None:
    """Only what was read, and what held on the letter's date."""
    if expected is None:
        line = next(each for each in FICTIONAL[EU_COMMITMENTS].splitlines() if old in each)
        workspace.replace(EU_COMMITMENTS, f"{line}\n", "")
        expected = "- Nobody has read the passage yet."
    else:
        workspace.replace(EU_COMMITMENTS, old, new)
    selection = workspace.select()
    assert reason(selection, "charter-4") == expected
    kept = [each.id for each in selection.recommendations()[0].commitments]
    assert kept == (["charter-4"] if expected.startswith("+") else [])


def test_the_most_of_a_kind(workspace: WorkspaceFolder) -> None:
    """The first that a recommendation names go in."""
    selection = selected_with(workspace, "{evidence: 1, cases: 0}")
    assert items(selection, "evidence") == ["judges-dismissed", "records-closed", "press-sealed"]
    assert items(selection, "cases") == []
    assert not next(each for each in selection.decisions if each.id == "judges-count").included


# --- who signs, who is addressed --------------------------------------------------


def test_addressees_by_rank_and_only_those_who_agreed_sign(workspace: WorkspaceFolder) -> None:
    """Protocol decides, not the brief; whoever was only asked does not sign."""
    selection = workspace.select()
    assert [each.office.id for each in selection.addressees] == ["chair_of_council", "commissioner"]
    assert [each.id for each in selection.signatories] == ["harbour_watch"]


def test_nobody_agreed_and_an_office_is_vacant(workspace: WorkspaceFolder) -> None:
    """Both are told, at their places in the brief."""
    workspace.replace(BRIEF, "state: agreed", "state: withdrawn")
    office = "briefs/directory/offices.yaml"
    text = workspace.read(office)
    workspace.write(
        office, text.replace("- checked_on", "- from: 2026-03-03\n        checked_on", 1)
    )
    told = [(each.rule, each.place.line) for each in workspace.select().problems]
    assert sorted(told) == [("no-signatory", 8), ("office-vacant", 19)]
