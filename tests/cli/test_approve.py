"""``brief approve``: what changed since somebody approved it, and who approves it now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.cli.support import Typed
from tests.workspaces import BRIEF, COURTS, WorkspaceFolder


@pytest.fixture
def watched(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace in which Mira approves what goes out."""
    workspace.write("workspace.yaml", "approvers: [Mira]\n")
    return workspace


def test_an_approval_is_recorded_in_the_brief_and_the_letter_goes_out(
    typed: Typed, watched: WorkspaceFolder
) -> None:
    """Everything else in the brief stays as it is."""
    before = watched.read(BRIEF)
    assert typed("build spring --delivery council").code == 1
    approved = typed("approve spring --delivery council --by Mira")
    assert (approved.code, approved.err) == (0, "")
    recorded = "briefs/spring.yaml: recorded that Mira approves 1 text."
    assert approved.out.splitlines() == ["council.en: not approved yet", recorded]
    after = watched.read(BRIEF)
    assert after.startswith(before)
    today = datetime.now(UTC).date()
    assert f'- delivery: council\n    by: "Mira"\n    date: {today}\n' in after
    assert typed("build spring --delivery council").code == 0
    assert typed("approve spring --delivery council").out == "council.en: approved\n"


def test_what_changed_since_the_approval_is_shown(typed: Typed, watched: WorkspaceFolder) -> None:
    """Line by line, and nothing is recorded without a name."""
    typed("approve spring --delivery council --by Mira")
    watched.replace(COURTS, "Have judges appointed", "Have all judges appointed")
    recorded = watched.read(BRIEF)
    shown = typed("approve spring --delivery council")
    assert shown.code == 0
    assert "council.en: 2 lines changed since it was approved\n" in shown.out
    assert "Have judges appointed by an independent council." in shown.out
    assert "Have all judges appointed by an independent council." in shown.out
    assert watched.read(BRIEF) == recorded
    assert typed("build spring --delivery council").code == 1
    typed("approve spring --delivery council --by Mira")
    assert typed("build spring --delivery council").code == 0


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [("approvers: [Mira]\n", "It names Mira."), ("source_locale: en\n", "It names nobody.")],
)
def test_who_may_not_approve_is_refused(
    settings: str, remedy: str, typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Before anything is written."""
    workspace.write("workspace.yaml", settings)
    before = workspace.read(BRIEF)
    refused = typed("approve spring --by Bo")
    assert refused.code == 2
    assert refused.error() == f"“Bo” is not among the approvers in workspace.yaml. {remedy}"
    assert workspace.read(BRIEF) == before


def test_what_cannot_be_final_is_not_approved(typed: Typed, watched: WorkspaceFolder) -> None:
    """Its mistakes are told, and nothing is recorded of it."""
    watched.replace(COURTS, "{harbour_watch:short}, {vacant_seats}", "{nobody}, {vacant_seats}")
    before = watched.read(BRIEF)
    refused = typed("approve spring --delivery council --by Mira")
    assert refused.code == 1
    assert "council (en): no final can be made yet\n" in refused.out
    assert "{nobody}" in refused.err
    assert watched.read(BRIEF) == before
