"""A fault of the program refuses the output that it is in; the rest is built, and it is told."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from generator.building import document
from generator.building import told as names
from generator.problems import Problem
from generator.render import markdown_text
from generator.render.press import press
from generator.selection.chosen import Selection
from tests.workspaces import BRIEF, NOW, WorkspaceFolder

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks a press")

Doing = Callable[[], object]


def council_does(patched: pytest.MonkeyPatch, what: Doing) -> None:
    """Let something happen while the letter to the council is made, as by a mistake of ours."""
    known = names.names_told

    def names_told(letter: Any, selection: Selection, library: Any) -> tuple[Problem, ...]:
        if selection.delivery.id == "council":
            what()
        return known(letter, selection, library)

    patched.setattr(document, "names_told", names_told)


def fail() -> object:
    """Fail in words that are not public."""
    raise KeyError("Bo Lantern")


def told(problem: Problem) -> str:
    """Return place and message of a problem."""
    return f"{problem.place.file}:{problem.place.line}: {problem.rule}: {problem.message}"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_one_document_refuses_that_document(
    jobs: int, workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Side by side as one after another; the kind and the line are told, not the words."""
    council_does(monkeypatch, fail)
    result = workspace.build(jobs=jobs)
    assert workspace.built() == ["spring/geneva.en.md"]
    (found,) = result.problems
    line = fail.__code__.co_firstlineno + 2
    assert told(found) == (
        f"{BRIEF}:16: program-fault: “council.en” is not built: this is a fault of the program, "
        f"not of your files (KeyError in {__name__}, line {line})."
    )
    assert "Please report it" in str(found.hint)
    assert "Bo Lantern" not in str(found)


def test_a_fault_in_one_format_refuses_that_format(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others of the same letter are built."""
    monkeypatch.setattr(markdown_text, "render", lambda *_: fail())
    result = workspace.build(deliveries=("council",), formats=("md", "html", "docx"))
    assert workspace.built() == ["spring/council.en.docx", "spring/council.en.html"]
    assert "“council.en.md” is not built: this is a fault" in told(result.problems[0])


@linux
def test_a_fault_in_the_press_refuses_the_pdf(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told with the line of the program, though it arose in another process."""
    from generator.building import BuildRequest, build
    from generator.render import pdf_file

    monkeypatch.setattr(pdf_file, "render", lambda *_: fail())
    library, problems = workspace.checked()
    with press() as started:
        wanted = BuildRequest(
            today=NOW.date(),
            out=workspace.root / "out",
            deliveries=("council",),
            formats=("pdf", "md"),
            jobs=2,
        )
        result = build(library, problems, wanted, lambda _: None, started)
    assert workspace.built() == ["spring/council.en.md"]
    assert (
        "“council.en.pdf” is not built: this is a fault of the program, not of your files ("
        in told(result.problems[0])
    )
    assert f"(KeyError in {__name__}, line " in told(result.problems[0])


@linux
def test_a_process_that_ends_refuses_what_it_was_making(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a library crashes, or the system takes its memory back."""
    council_does(monkeypatch, lambda: os._exit(9))
    result = workspace.build(deliveries=("council", "geneva"), jobs=2)
    assert "council" not in {each.delivery for each in result.built}
    assert "“council.en” is not built: this is a fault" in told(result.problems[0])
    assert "(BrokenProcessPool in " in told(result.problems[0])


def test_what_the_system_refuses_is_no_fault(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said in the system's words."""

    def full() -> None:
        raise OSError(28, "No space left on device")

    council_does(monkeypatch, full)
    (found,) = workspace.build().problems
    assert found.rule == "system-refused"
    assert "(No space left on device)" in found.message


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interruption_ends_the_build(
    jobs: int, workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no fault, and nothing more is built."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    council_does(monkeypatch, interrupt)
    with pytest.raises(KeyboardInterrupt):
        workspace.build(jobs=jobs)


@linux
def test_processes_never_hear_of_ctrl_c(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From their first moment on, as it goes to all processes of a command at once."""

    def blocked() -> bool:
        return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())

    def refuse() -> None:
        if not blocked():
            fail()

    with press() as started:
        assert started
        mask = started._pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()
    assert signal.SIGINT in mask
    assert not blocked()
    council_does(monkeypatch, refuse)
    assert len(workspace.build(jobs=2).built) == 2
    assert not blocked()
