"""The command line as a fixture."""

from __future__ import annotations

import pytest

from tests.cli.support import Typed
from tests.workspaces import WorkspaceFolder


@pytest.fixture
def typed(
    workspace: WorkspaceFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Typed:
    """Return a function that runs ``brief`` in the fictional workspace."""
    monkeypatch.delenv("BRIEF_DEBUG", raising=False)
    monkeypatch.chdir(workspace.root)
    return Typed(capsys)
