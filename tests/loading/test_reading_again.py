"""Opening a workspace again: only what has changed is read anew."""

from __future__ import annotations

from generator.model.content import Recommendation
from generator.model.sources import Source
from tests.workspaces import COURTS, WorkspaceFolder


def test_a_file_that_has_not_changed_is_not_read_anew(workspace: WorkspaceFolder) -> None:
    """Its records are the very same; those of a changed file say what it says now."""
    before, _ = workspace.checked()
    workspace.replace(COURTS, "Publish the records of every trial.", "Publish every record.")
    after, _ = workspace.checked()
    assert after.get(Source, "gazette-2025") is before.get(Source, "gazette-2025")
    asked = after.get(Recommendation, "records-open")
    assert asked is not None
    assert str(asked.ask) == "Publish every record."


def test_a_mistake_is_told_each_time(workspace: WorkspaceFolder) -> None:
    """And under its own name where two files say the same."""
    workspace.replace(COURTS, "priority: 2", "prioriti: 2")
    first = workspace.told()
    assert first.startswith(f"{COURTS}:")
    assert workspace.told() == first
    workspace.write(COURTS.replace("courts", "again"), workspace.read(COURTS))
    assert f"{COURTS.replace('courts', 'again')}:" in workspace.told()
