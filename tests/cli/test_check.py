"""``brief check``: every problem at once, and the code that scripts wait for."""

from __future__ import annotations

from tests.cli.support import Typed
from tests.workspaces import BO_AGREED, BRIEF, COURTS, PEOPLE, WorkspaceFolder


def test_without_problems(typed: Typed) -> None:
    """Without problems."""
    outcome = typed("check")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith(" files: no problems.\n")


def test_problems_are_told_with_place_and_remedy(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Problems are told with place and remedy."""
    workspace.replace(COURTS, "cases: [quill-trial]", "cases: [quil-trial]")
    workspace.replace(BRIEF, "date: 2026-03-02", "date: 2026-02-30")
    outcome = typed("check")
    assert outcome.code == 1
    assert outcome.err == (
        "briefs/spring.yaml:3:7: error: “date” names a day that the calendar does not have.\n"
        "    Check the month and the day; the order is year-month-day.\n"
        "recommendations/ruritania/cases.yaml:2:9: note: No recommendation, case or brief refers"
        " to this case.\n"
        "    Refer to it where it belongs, or keep it for later.\n"
        "recommendations/ruritania/courts.yaml:17:13: error: “cases” refers to “quil-trial”, but"
        " there is no case with this id.\n"
        "    Did you mean “quill-trial”?\n"
    )
    assert outcome.out.endswith(" files: 2 errors, 1 note.\n")


def test_json_is_one_value(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Json is one value."""
    assert typed("check --json").json() == []
    workspace.replace(COURTS, "cases: [quill-trial]", "cases: [quil-trial]")
    outcome = typed("check --json")
    assert (outcome.code, outcome.err) == (1, "")
    found = outcome.json()
    assert found[-1] == {
        "severity": "error",
        "rule": "unknown-reference",
        "file": COURTS,
        "line": 17,
        "column": 13,
        "id": "judges-appoint",
        "message": "“cases” refers to “quil-trial”, but there is no case with this id.",
        "hint": "Did you mean “quill-trial”?",
    }


def test_strict_turns_warnings_into_errors_and_leaves_notes(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Strict turns warnings into errors and leaves notes."""
    workspace.replace(PEOPLE, "    withheld_as: {en: a printer}\n", "")
    workspace.replace(PEOPLE, BO_AGREED, "")
    lenient, strict = typed("check --json"), typed("check --json --strict")
    severities = {each["severity"] for each in lenient.json()}
    assert "warning" in severities
    assert (lenient.code, strict.code) == (0 if "error" not in severities else 1, 1)
    assert {each["severity"] for each in strict.json()} <= {"error", "note"}
    assert len(strict.json()) == len(lenient.json())
