"""``brief watch``: builds on every save, survives mistakes, and ends on Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchfiles import Change

from generator.cli.work.making import Making
from generator.cli.work.watch import Content
from tests.tables import MISSIONS, row, table
from tests.workspaces import BRIEF, WorkspaceFolder


class Watching:
    """A ``brief watch`` that runs, with what it has written so far."""

    def __init__(self, root: Path) -> None:
        self._written = root.parent / "written.txt"
        with self._written.open("w", encoding="utf-8") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "generator", "watch", "spring", "--delivery", "council"],
                cwd=root,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])},
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def until(self, words: str, times: int = 1) -> str:
        """Wait until ``words`` were written so many times, and return everything."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            text = self._written.read_text(encoding="utf-8")
            if text.count(words) >= times:
                return text
            time.sleep(0.05)
        pytest.fail(f"{words!r} was not written {times} times: {text}")

    def interrupted(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and everything that was written."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(timeout=120)
        return code, self._written.read_text(encoding="utf-8")


@pytest.fixture
def watching(workspace: WorkspaceFolder) -> Iterator[Watching]:
    """Watch the fictional workspace."""
    found = Watching(workspace.root)
    yield found
    if found.process.poll() is None:
        found.process.kill()
        found.process.wait()


def test_builds_again_and_survives_mistakes(watching: Watching, workspace: WorkspaceFolder) -> None:
    """Builds again and survives mistakes."""
    waiting = "Watching; Ctrl-C ends this.\n"
    letter = workspace.root / "output/spring/council.en.md"
    watching.until(waiting)
    time.sleep(0.5)  # the watch itself starts a moment after the line
    workspace.replace(BRIEF, "We write to you before", "We write to you well before")
    watching.until(waiting, 2)
    assert "well before" in letter.read_text(encoding="utf-8")
    workspace.replace(BRIEF, "title:", "titel:")
    text = watching.until(waiting, 3)
    assert "“titel” is not a key of this kind of record." in text
    assert "well before" in letter.read_text(encoding="utf-8")
    workspace.replace(BRIEF, "titel:", "title:")
    workspace.write("workspace.yaml", "source_locale: zz\n")
    watching.until("“zz” is no language")
    (workspace.root / "workspace.yaml").unlink()
    workspace.replace(BRIEF, "well before", "long before")
    watching.until("output/spring/council.en.md", 3)
    time.sleep(0.5)  # a build of the old text may have come between
    code, text = watching.interrupted()
    assert code == 130
    assert "Traceback" not in text
    assert "long before" in letter.read_text(encoding="utf-8")


def test_reads_a_table_again(watching: Watching, workspace: WorkspaceFolder) -> None:
    """A change of the table alone is in the next letter."""
    waiting = "Watching; Ctrl-C ends this.\n"
    watching.until(waiting)
    time.sleep(0.5)  # the watch itself starts a moment after the line
    workspace.write(MISSIONS, table([row(1)]))
    watching.until(waiting, 2)
    to = "addressees: [commissioner, chair_of_council]"
    workspace.replace(BRIEF, to, "addressees: missions.csv")
    watching.until(waiting, 3)
    workspace.write(MISSIONS, table([row(1, block__en="Head of Another Mission")]))
    watching.until(waiting, 4)
    letter = workspace.root / "output/spring/council.en.md"
    assert "Head of Another Mission" in letter.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        (BRIEF, True),
        ("recommendations/ruritania/courts.yaml", True),
        (MISSIONS, True),
        ("templates/letter.md.j2", True),
        ("locales/ru/LC_MESSAGES/content.po", True),
        ("workspace.yaml", True),
        ("output/spring/council.en.md", False),
        ("briefs/.spring.yaml.swp", False),
        ("briefs/.git/index", False),
        ("README.md", False),
        ("../elsewhere.yaml", False),
    ],
)
def test_what_counts(file: str, counts: bool, workspace: WorkspaceFolder) -> None:  # noqa: FBT001 (a parameter of the test)
    """What counts."""
    making = Making(workspace.root, ("spring",), (), (), (), None, None, draft=False, jobs=1)
    path = str(workspace.root / file)
    assert Content(making)(Change.modified, path) is counts
