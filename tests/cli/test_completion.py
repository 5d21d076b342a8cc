"""The shell completes names, whatever the state of the files."""

from __future__ import annotations

import pytest

from generator.cli import main
from tests.cli.support import Typed
from tests.workspaces import BRIEF, WorkspaceFolder


@pytest.fixture
def completed(
    typed: Typed,  # noqa: ARG001 (stands in the workspace)
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Completed:
    """Return what the shell offers in the fictional workspace."""
    return Completed(monkeypatch, capsys)


class Completed:
    """What the shell offers after a line."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, line: str) -> list[str]:
        """Return what may follow ``line``, whose last word may be empty."""
        self._monkeypatch.setenv("_BRIEF_COMPLETE", "bash_complete")
        self._monkeypatch.setenv("COMP_WORDS", line)
        self._monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
        assert main([]) == 0
        written = self._capsys.readouterr()
        assert written.err == ""
        return [each.partition(",")[2] for each in written.out.split()]


OFFERED = [
    ("brief ex", ["explain"]),
    ("brief build ", ["spring"]),
    ("brief build w", []),
    ("brief explain s", ["spring"]),
    ("brief watch ", ["spring"]),
    ("brief diff back.docx --brief s", ["spring"]),
    ("brief diff back.docx --delivery g", ["geneva"]),
    ("brief build spring --delivery ", ["council", "geneva"]),
    ("brief build --delivery c", ["council"]),
    ("brief build spring --locale ", ["en"]),
    ("brief explain spring --locale e", ["en"]),
    ("brief list evidence --theme ", ["courts", "press"]),
    ("brief list evidence --audience ", ["eu", "osce", "un"]),
    ("brief new recommendation r1 --theme p", ["press"]),
    ("brief new source s1 --country ", ["ruritania"]),
    ("brief list peo", ["people"]),
    ("brief -C nowhere build ", []),
]


@pytest.mark.parametrize(("line", "offered"), OFFERED)
def test_offered(line: str, offered: list[str], completed: Completed) -> None:
    """The shell offers what may follow."""
    assert completed(line) == offered


def test_the_deliveries_are_those_of_the_brief(
    completed: Completed, workspace: WorkspaceFolder
) -> None:
    """The deliveries are those of the brief."""
    autumn = (
        workspace.read(BRIEF).replace("id: council", "id: court").replace("[en]", "\n      - kk")
    )
    workspace.write("briefs/autumn.yaml", autumn)
    assert completed("brief build autumn --delivery ") == ["court", "geneva"]
    assert completed("brief build --delivery ") == ["council", "court", "geneva"]
    assert completed("brief build autumn --locale ") == ["kk"]


@pytest.mark.parametrize("content", [b"deliveries: [\n", b"\xff\xfe", b"", b"\tid: {"])
def test_a_mistake_in_a_file_does_not_stop_the_shell(
    content: bytes, completed: Completed, workspace: WorkspaceFolder
) -> None:
    """A mistake in a file does not stop the shell."""
    workspace.write(BRIEF, content)
    assert completed("brief build ") == ["spring"]
    completed("brief build spring --delivery ")
    completed("brief build spring --locale ")
    (workspace.root / BRIEF).unlink()
    (workspace.root / BRIEF).mkdir()
    assert completed("brief build spring --delivery ") == []


def test_the_help_says_how(typed: Typed) -> None:
    """The help says how."""
    assert "_BRIEF_COMPLETE=bash_source" in typed("--help").out
