"""The same inputs give the same bytes: in another folder, time zone, language, and by another user.

Every file that is sent is compared, whatever its format; a format of its own joins by itself.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.building.test_emails import MAIL
from tests.workspaces import BRIEF, OFFICES, fictional

ROOT = Path(__file__).parents[2]
CONTENT = ("recommendations", "briefs", "templates")
LOCALES = ("en", "ru")
BRIEFS = ("brussels-2026", "kazakhstan-2022")
NOBODY = 65534
READING = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
EVERY = "pdf,docx,html,md"


@dataclass(frozen=True)
class Machine:
    """Where and as whom somebody builds."""

    folder: str
    jobs: int
    umask: int
    environ: dict[str, str]
    become: tuple[str, ...] = field(default=())


HERE = Machine(
    folder="a",
    jobs=1,
    umask=0o022,
    environ={
        "TZ": "UTC",
        "LC_ALL": "C",
        "USER": "ada",
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": "0",
    },
)
THERE = Machine(
    folder="ein längerer Ordner/b",
    jobs=2,
    umask=0o077,
    environ={
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "tr:kk",
        "USER": "bo",
        "LOGNAME": "bo",
        "PYTHONHASHSEED": "4711",
    },
)


def another_user() -> tuple[str, ...]:
    """Return what runs this Python as another user, where that can be done.

    The other one may read what is ours, as Python may stand in a folder of our own.
    """
    setpriv = shutil.which("setpriv")
    if os.geteuid() != 0 or not setpriv:
        return ()
    become = (setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *READING)
    asked = [*become, sys.executable, "-c", "import sys, generator; print(sys.version)"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return become if said.stdout.strip() == sys.version else ()


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """Return a folder that every user can enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def building(machine: Machine, workspace: Path, *arguments: str) -> subprocess.Popen[str]:
    """Begin to build a workspace on a machine, with all processors that it may use."""
    home = workspace.parent / "home"
    home.mkdir(exist_ok=True)
    for each in (workspace, home, *workspace.rglob("*")):
        if machine.become:
            os.chown(each, NOBODY, NOBODY)
    return subprocess.Popen(
        [
            *(*machine.become, sys.executable, "-m", "generator", "-C", str(workspace)),
            *("build", "--jobs", str(machine.jobs), *arguments),
        ],
        cwd=home,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(home)} | machine.environ,
        umask=machine.umask,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def hashes(workspace: Path) -> dict[str, str]:
    """Return the hash of every file that is sent."""
    out = workspace / "output"
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".internal" not in path.parts
    }


def compared(place: Path, make: object, *arguments: str) -> dict[str, str]:
    """Build what ``make`` makes on both machines; return the hashes, which must be the same."""
    there = Machine(THERE.folder, THERE.jobs, THERE.umask, THERE.environ, another_user())
    running = []
    for machine in (HERE, there):
        workspace = place / machine.folder / "workspace"
        workspace.parent.mkdir(parents=True)
        make(workspace)  # type: ignore[operator]  # a function
        running.append((workspace, building(machine, workspace, *arguments)))
    said = [process.communicate(timeout=240)[1] for _, process in running]
    assert [process.returncode for _, process in running] == [0, 0], said
    one, two = (hashes(workspace) for workspace, _ in running)
    assert [name for name in {**one, **two} if one.get(name) != two.get(name)] == []
    return one


def test_the_fictional_letters(place: Path, own_fonts: None) -> None:  # noqa: ARG001 (PDF can be made)
    """In every format, with an e-mail that carries the files."""

    def make(root: Path) -> None:
        made = fictional(root)
        made.append(BRIEF, MAIL)
        made.replace(BRIEF, "formats: [md]\n  - id: geneva", f"formats: [{EVERY}]\n  - id: geneva")
        for office in ("commissioner", "chair_of_council"):
            address = f"  - id: {office}\n    email: {office}@council.example\n"
            made.replace(OFFICES, f"  - id: {office}\n", address)

    found = compared(place / "fictional", make)
    suffixes = {Path(name).suffix for name in found}
    assert suffixes == {".pdf", ".docx", ".html", ".md", ".eml"}


@pytest.mark.whole
def test_letters_of_ours_with_another_script_and_a_chart(place: Path, own_fonts: None) -> None:  # noqa: ARG001 (as above)
    """With notes and names in Cyrillic; as drafts, which no date refuses."""

    def make(root: Path) -> None:
        for name in (*CONTENT, "locales/ru"):
            shutil.copytree(ROOT / name, root / name)
        for file in ROOT.glob("locales/*.yaml"):
            shutil.copy(file, root / "locales")

    chosen = (arg for each in LOCALES for arg in ("--locale", each))
    found = compared(place / "ours", make, *BRIEFS, "--draft", "--to", EVERY, *chosen)
    assert len(found) == (len(LOCALES) + 1) * len(EVERY.split(","))
    report = place / "ours" / HERE.folder / "workspace/output/kazakhstan-2022/report.en.draft.docx"
    assert b"word/media/" in report.read_bytes(), "there is a chart in it"
