"""Exit codes and messages: whatever happens, a short sentence and the right code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.group import COMMANDS
from tests.cli.support import Typed, process
from tests.workspaces import COURTS, WorkspaceFolder

HEAVY = ("pydantic", "yaml", "babel", "jinja2", "rich", "weasyprint", "docx", "lxml", "watchfiles")


def _failing(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("chek", "There is no command “chek”. Did you mean “check”?"),
        ("xyz", "There is no command “xyz”."),
        ("check --jsn", "No such option '--jsn'. Did you mean '--json'?"),
        ("build --date 2026-2-3", "“2026-2-3” is not a day such as 2026-06-22."),
        ("build --date 2026-02-30", "The calendar has no day 2026-02-30"),
        ("build --to pfd", "“pfd” is not a format. Did you mean “pdf”?"),
        ("build --to pdf,odt", "“odt” is not a format."),
        ("build --jobs 0", "0 is not in the range x>=1."),
        ("build sprnig", "There is no brief “sprnig”. Did you mean “spring”?"),
        ("build briefs/spring.yaml", "Did you mean “spring”?"),
        ("build --delivery counsil", "There is no delivery “counsil”. Did you mean “council”?"),
        ("build --delivery council --locale ru", "There is no locale “ru”. There is: en."),
        ("explain spring --locale fr", "There is no locale “fr”. There is: en."),
        ("watch winter", "There is no brief “winter”. There is: spring."),
        ("list recomendations", "'recomendations' is not one of"),
        ("list themes --theme tourts", "There is no theme “tourts”. Did you mean “courts”?"),
        ("list documents --theme courts", "Documents do not belong to themes"),
        ("schema peple", "There is no kind of file “peple”. Did you mean “people”?"),
        ("-C elsewhere check", "There is no folder “elsewhere”. Name your workspace with -C"),
    ],
)
def test_wrong_usage_says_what_was_meant(typed: Typed, line: str, said: str) -> None:
    """Wrong usage says what was meant."""
    outcome = typed(line)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.error()


def test_a_fault_is_told_without_quoting_a_file(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault is told without quoting a file."""
    monkeypatch.setattr("generator.cli.work.check.run_check", _failing(KeyError("Bo Lantern")))
    outcome = typed("check")
    assert outcome.code == 3
    assert "a fault of the program" in outcome.err
    assert "KeyError in tests.cli.test_boundary, line" in outcome.err
    assert "Please report it" in outcome.err
    assert "Bo Lantern" not in outcome.err


@pytest.mark.parametrize("how", ["option", "environment"])
def test_debugging_shows_the_traceback(
    how: str,
    typed: Typed,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Debugging shows the traceback."""
    from generator.cli import main

    monkeypatch.setattr("generator.cli.work.check.run_check", _failing(KeyError("what")))
    assert typed("list briefs").code == 0
    if how == "environment":
        monkeypatch.setenv("BRIEF_DEBUG", "1")
    assert main(["--debug", "check"] if how == "option" else ["check"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "out/a.pdf"), 1, "brief: out/a.pdf: Permission"),
        (OSError(28, "No space left on device"), 1, "brief: No space left on device"),
        (EOFError(), 3, "a fault of the program"),
        (RecursionError(), 3, "a fault of the program"),
    ],
)
def test_what_ends_a_command(
    error: BaseException,
    code: int,
    said: str,
    typed: Typed,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What ends a command."""
    monkeypatch.setattr("generator.cli.work.check.run_check", _failing(error))
    outcome = typed("check")
    assert outcome.code == code
    assert said in outcome.err


def test_the_help_loads_nothing_heavy() -> None:
    """The help loads nothing heavy."""
    code = (
        "import sys; from generator.cli import main; code = main(['--help']);"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = ended.stderr.split()
    assert loaded[0] == "0"
    assert "generator.cli.group" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith("generator.model")] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_one_first_sentence(command: str, typed: Typed) -> None:
    """The help of all has the first sentence of each command's own help, in one line."""
    own = typed(f"{command} --help")
    assert own.code == 0
    sentence = own.out.split("\n\n")[1]
    assert " ".join(sentence.split()) == COMMANDS[command]
    assert re.search(rf"(?m)^  {command} +{re.escape(COMMANDS[command])}$", typed("--help").out)


def test_version(typed: Typed) -> None:
    """The version is told in one line."""
    assert re.fullmatch(r"brief, version \d+\.\d+\.\d+\n", typed("--version").out)


def test_utf8_whatever_the_locale_says(workspace: WorkspaceFolder) -> None:
    """Utf8 whatever the locale says."""
    workspace.replace("recommendations/themes.yaml", "The press", "Баспасөз")
    ended = process("list", "themes", cwd=workspace.root, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Баспасөз" in ended.stdout


def test_what_steers_a_terminal_is_escaped(typed: Typed, workspace: WorkspaceFolder) -> None:
    """What steers a terminal is escaped."""
    workspace.replace("recommendations/themes.yaml", "name: Courts", 'name: "C\\e[31mourts"')
    assert "C\\x1b[31mourts" in typed("list themes").out


@pytest.mark.parametrize(
    "arguments", [["--help"], ["list", "sources"], ["list", "evidence", "--json"]]
)
def test_nobody_reading_on_is_no_failure(workspace: WorkspaceFolder, arguments: list[str]) -> None:
    """Nobody reading on is no failure."""
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=workspace.root,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_files_are_named_from_the_workspace(
    typed: Typed, workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are named from the workspace."""
    workspace.replace(COURTS, "priority: 2", "prioriti: 2")
    monkeypatch.chdir(workspace.root.parent)
    outcome = typed("-C workspace check")
    assert outcome.code == 1
    assert outcome.err.startswith(f"{COURTS}:")
