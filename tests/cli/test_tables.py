"""Tables: plain for programs, drawn for people, stacked in a narrow terminal."""

from __future__ import annotations

import sys

import pytest

from generator.cli.work.tables import Column, say_table

COLUMNS = (
    Column("id"),
    Column("empty"),
    Column("priority", number=True),
    Column("ask", wraps=True),
)
ROWS = [
    ("first", "", "1", "Publish the records of every trial, and open the courts to all."),
    ("second-one", "", "12", "Тәуелсіз кеңес 独立 құру."),
]


def _watched(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Let standard output be a terminal of so many columns."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "dumb")


def test_plain(capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets aligned columns, without the empty one and without wrapping."""
    say_table(COLUMNS, ROWS)
    assert capsys.readouterr().out == (
        "id          priority  ask\n"
        "first              1  Publish the records of every trial, and open the courts to all.\n"
        "second-one        12  Тәуелсіз кеңес 独立 құру.\n"
    )


def test_drawn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A person gets a table as wide as the terminal, with the last column wrapped."""
    _watched(monkeypatch, 64)
    say_table(COLUMNS, ROWS)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert [line.split() for line in lines if "priority" in line] == [["id", "priority", "ask"]]
    assert max(map(len, lines)) <= 64
    assert any(line.split()[:3] == ["first", "1", "Publish"] for line in lines)
    assert not any("open the courts to all." in line for line in lines if "first" in line)


def test_stacked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow terminal each row has lines of its own."""
    _watched(monkeypatch, 40)
    say_table(COLUMNS, ROWS)
    assert capsys.readouterr().out == (
        "first\n"
        "    priority 1\n"
        "    Publish the records of every trial,\n"
        "    and open the courts to all.\n"
        "second-one\n"
        "    priority 12\n"
        "    Тәуелсіз кеңес 独立 құру.\n"
    )
