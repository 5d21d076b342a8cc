"""Running the command line, in this process or in one of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main


@dataclass(frozen=True)
class Outcome:
    """What became of a command: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Return the one JSON value on standard output."""
        return json.loads(self.out)

    def error(self) -> str:
        """Return what is said of wrong usage, without the lines on how to use the command."""
        return self.err.partition("\nError: ")[2].strip()


@dataclass(frozen=True)
class Typed:
    """Runs a command in this process; a traceback is never right."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, line: str) -> Outcome:
        """Run ``brief`` with the words of ``line``."""
        self.capsys.readouterr()
        code = main(line.split())
        written = self.capsys.readouterr()
        assert "Traceback" not in written.out + written.err
        return Outcome(code, written.out, written.err)


def process(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run ``brief`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2]), **environ},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
