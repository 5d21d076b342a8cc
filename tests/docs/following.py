"""Following a page word by word: typing its commands, writing its files, reading what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType

from generator import installation
from generator.cli import main
from tests.docs.pages import Block
from tests.docs.writing import write_block

NO_PDF = bool(installation.missing("pdf"))

OTHERWISE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "git clone ADDRESS advocacy-briefs": ("", "a copy of the project stands there already"),
        "make briefs": (
            "brief build brussels-2026 --locale en",
            "set-up, languages and the other letters have tests of their own",
        ),
        "brief explain brussels-2026": (
            "brief explain brussels-2026 --locale en",
            "languages have tests of their own",
        ),
        "brief build brussels-2026 --locale tr --draft": (
            "brief build brussels-2026 --locale tr --draft --to docx",
            "pages have tests of their own",
        ),
        "make test": ("", "these are the tests"),
        ". .venv/bin/activate": ("", "the command is on the path of the tests already"),
    }
)
"""Lines that are not typed as they stand: what is typed instead, and why."""


@dataclass
class Follower:
    """A reader in a folder, who does what a page says; ``brief`` runs in this process."""

    folder: Path
    said: str = ""
    typed: list[str] = field(default_factory=list)

    def follow(self, page: list[Block]) -> None:
        """Do everything that the blocks of a page say, in order."""
        for at, block in enumerate(page):
            shown = page[at + 1] if at + 1 < len(page) else None
            if block.language == "sh":
                self._type(block, shown if shown and shown.language == "text" else None)
            elif block.language == "text":
                self._read(block)
            else:
                self._write(block)

    def _type(self, block: Block, shown: Block | None) -> None:
        """Type the lines of a block; where a mistake is shown next, the last line may fail."""
        self.said = ""
        *before, last = block.text.splitlines()
        for line in before:
            self._run(line, expected=0)
        self._run(last, expected=1 if shown and ": error: " in shown.text else 0)

    def _run(self, line: str, *, expected: int) -> None:
        """Type one line."""
        self.typed.append(line)
        line = OTHERWISE.get(line, (line, ""))[0]
        if line.startswith("cd "):
            self.folder = (self.folder / line[3:]).resolve()
            return
        if NO_PDF and line.startswith("brief build"):
            line = _without_pdf(line)
        here = line.startswith("brief ") and "&&" not in line
        code, said = (_run_here if here else _run_in_a_shell)(line, self.folder)
        assert code == expected, f"{line}\n{said}"
        self.said += said

    def _read(self, block: Block) -> None:
        """Look for the lines of a block, in order, in what was said."""
        lines = iter(_squeezed(line) for line in self.said.splitlines())
        for wanted in filter(None, map(_squeezed, block.text.splitlines())):
            if NO_PDF and re.search(r"\b(pdf|pages?)\b", wanted):
                continue
            pattern = ".*".join(map(re.escape, wanted.split("…")))
            assert any(re.fullmatch(pattern, line) for line in lines), (
                f"line {block.line}: “{wanted}” is not said here:\n{self.said}"
            )

    def _write(self, block: Block) -> None:
        """Write a block into the file that it names."""
        assert block.file, f"line {block.line}: the block names no file"
        path = self.folder / block.file
        if block.language == "yaml":
            write_block(path, block.body)
        elif block.language in ("toml", "csv", "jinja", "svg"):  # whole files
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        else:
            assert block.language == "css", f"nobody can follow {block.language}"
            path.write_text(path.read_text(encoding="utf-8") + block.body, encoding="utf-8")


def _run_in_a_shell(line: str, folder: Path) -> tuple[int, str]:
    """Return the exit code of a line of the shell, and all that it says."""
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    return done.returncode, done.stdout


def _run_here(line: str, folder: Path) -> tuple[int, str]:
    """Return the exit code of a line of ``brief``, run in this process, and all that it says."""
    said = TextIOWrapper(BytesIO(), encoding="utf-8")
    with chdir(folder), redirect_stdout(said), redirect_stderr(said):
        code = main(shlex.split(line)[1:])
    said.seek(0)
    return code, said.read()


def _without_pdf(line: str) -> str:
    """Return a line that builds, without the format that this machine cannot make."""
    if "--to" not in line:
        return f"{line} --to docx,html,md"
    return re.sub(r"\bpdf,|,pdf\b", "", line)


def _squeezed(line: str) -> str:
    """Return a line with single spaces, around ``…`` too."""
    return re.sub(r"\s*…\s*", "…", " ".join(line.split()))
