"""A build that was interrupted: whole files only, and the next one goes on where it stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.building import BuildRequest, Built, build, keys
from generator.building.request import BuildResult
from generator.problems import Problem
from generator.render import pdf_file
from generator.render.press import press
from tests.support.shared import shared
from tests.workspaces import BRIEF, COURTS, NOW, OFFICES, WorkspaceFolder

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs processes that can be killed")

ROOT = Path(__file__).parents[2]
JOURNAL = "out/.internal/spring/journal.jsonl"
OFFICE = """
  - id: office_{n}
    titles: {{en: Head of office {n}}}
    audience: eu
    rank: {n}
    postal: {{en: ["{n} Quay Street, Strelsau"]}}
    holders:
      - checked_on: 2026-01-05
        forms: {{en: {{block: [Head {n}], salutation: "Dear Head {n},", closing: Yours sincerely}}}}
"""


def letters_to(workspace: WorkspaceFolder, count: int) -> None:
    """Let the delivery to the council be a letter each to so many offices."""
    numbers = range(3, 3 + count)
    for n in numbers:
        workspace.append(OFFICES, OFFICE.format(n=n))
    offices = ", ".join(f"office_{n}" for n in numbers)
    old = "addressees: [commissioner, chair_of_council]"
    workspace.replace(BRIEF, old, f"addressees: [{offices}]\n    jointly: false")


def interrupted(workspace: WorkspaceFolder, after: int, **request: Any) -> list[str]:
    """Interrupt a build once so many files are there; return their names."""
    seen: list[str] = []

    def report(each: Built | Problem) -> None:
        if isinstance(each, Built):
            seen.append(each.path.name)
        if len(seen) == after:
            raise KeyboardInterrupt

    library, problems = workspace.checked()
    wanted = BuildRequest(today=NOW.date(), out=workspace.root / "out", **request)
    with pytest.raises(KeyboardInterrupt):
        build(library, problems, wanted, report)
    return seen


def marks(workspace: WorkspaceFolder) -> dict[str, tuple[int, int]]:
    """Return what tells each file that was built from one that was written anew."""
    stats = {name: (workspace.root / "out" / name).stat() for name in workspace.built()}
    return {name: (each.st_ino, each.st_mtime_ns) for name, each in stats.items()}


def made_again(
    workspace: WorkspaceFolder, before: dict[str, tuple[int, int]], **request: Any
) -> list[str]:
    """Build; return which files of those ``before`` were made again."""
    workspace.build(**request)
    after = marks(workspace)
    return [name for name, mark in before.items() if after[name] != mark]


def entries(workspace: WorkspaceFolder) -> list[dict[str, Any]]:
    """Return what the journal holds."""
    lines = (workspace.root / JOURNAL).read_bytes().splitlines()
    return [json.loads(line) for line in lines if line]


def manifest(root: Path) -> dict[str, Any]:
    """Return the manifest without the hashes of inputs, which no two folders share, and the day."""
    found: dict[str, Any] = json.loads((root / ".internal/spring/manifest.json").read_bytes())
    for each in found["outputs"]:
        del each["built_on"]
    return {**found, "inputs": list(found["inputs"]), "states": list(found["states"])}


def as_told(result: BuildResult) -> list[dict[str, Any]]:
    """Return what ``brief build --json`` would print, with names for paths."""
    return [{**each.as_json(), "path": each.path.name} for each in result.built]


@pytest.mark.parametrize(("jobs", "draft"), [(1, True), (2, False)])
def test_what_is_finished_is_not_made_again(
    *, jobs: int, draft: bool, workspace: WorkspaceFolder
) -> None:
    """Report, manifest and files are those of a build that was never interrupted."""
    letters_to(workspace, 4)
    wanted: dict[str, Any] = {"formats": ("md", "docx"), "draft": draft, "jobs": jobs}
    interrupted(workspace, 4, **wanted)
    before = marks(workspace)
    assert len(before) >= 4
    result = workspace.build(**wanted)
    after = marks(workspace)
    assert {name: after[name] for name in before} == before
    assert not (workspace.root / JOURNAL).exists()
    whole = workspace.root / "whole"
    expected = workspace.build(whole, **wanted)
    assert len(expected.built) == 10
    assert as_told(result) == as_told(expected)
    assert result.problems == expected.problems
    assert manifest(workspace.root / "out") == manifest(whole)
    made = {each.name: each.read_bytes() for each in (whole / "spring").iterdir()}
    assert {each.name: each.read_bytes() for each in (workspace.root / "out/spring").iterdir()} == (
        made
    )


def changed_sentence(workspace: WorkspaceFolder) -> None:
    """Change a sentence that the letter to the council has."""
    workspace.replace(COURTS, "Eleven judges", "Twelve judges")


def changed_page(workspace: WorkspaceFolder) -> None:
    """Let the workspace have a page of its own."""
    page = (ROOT / "templates/page.css").read_text(encoding="utf-8")
    workspace.write("templates/page.css", page + "p { color: black }")


def changed_wording(workspace: WorkspaceFolder) -> None:
    """Let the workspace have a letter of its own."""
    letter = (ROOT / "templates/letter.md.j2").read_text(encoding="utf-8")
    workspace.write("templates/letter.md.j2", f"{letter}\nA postscript.\n")


def damaged(workspace: WorkspaceFolder) -> None:
    """Cut a file short."""
    file = workspace.root / "out/spring/council.en.docx"
    file.write_bytes(file.read_bytes()[:-1])


def not_there(workspace: WorkspaceFolder) -> None:
    """Put another file in the place of one that was built, as if it had been made by hand."""
    file = workspace.root / "out/spring/council.en.md"
    file.write_text("By hand.", encoding="utf-8")


def spoilt(workspace: WorkspaceFolder) -> None:
    """Let the journal be cut off in its last line, and hold what is no entry."""
    path = workspace.root / JOURNAL
    lines = path.read_bytes().split(b"\n")
    strange = [b"[]", b"{}", b"null", b'{"file": 1}', b"\xff", b"[" * 100_000]
    path.write_bytes(b"\n".join([*strange, *lines[:-1], lines[-1][:-9]]))


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda _: None, []),
        (changed_sentence, ["docx", "html", "md"]),
        (changed_wording, ["docx", "html", "md"]),
        (changed_page, ["html"]),
        (damaged, ["docx"]),
        (not_there, ["md"]),
        (spoilt, ["md"]),
    ],
)
def test_what_is_not_the_same_is_made_again(
    change: Callable[[WorkspaceFolder], None], again: list[str], workspace: WorkspaceFolder
) -> None:
    """Each format for itself: it depends on its own templates."""
    names = interrupted(workspace, 3, formats=("docx", "html", "md"))
    assert names == ["council.en.docx", "council.en.html", "council.en.md"]
    change(workspace)
    before = marks(workspace)
    found = made_again(workspace, before, formats=("docx", "html", "md"))
    assert found == [f"spring/council.en.{form}" for form in again]


@pytest.mark.parametrize("what", ["versions", "_program"])
def test_another_version_makes_files_again(
    what: str, workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a library, a font or the program itself, as by an upgrade in between."""
    interrupted(workspace, 1)
    before = marks(workspace)
    monkeypatch.setattr(keys, what, lambda: {"advocacy-briefs": "another"})
    assert made_again(workspace, before) == ["spring/council.en.md"]


@linux
@pytest.mark.parametrize(("engine", "again"), [("1.50", []), ("1.60", ["spring/council.en.pdf"])])
def test_a_press_makes_what_is_not_finished(
    engine: str,
    again: list[str],
    workspace: WorkspaceFolder,
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A PDF that another Pango laid out is not the same."""
    monkeypatch.setattr(pdf_file, "engine_versions", lambda: (("pango", "1.50"),))
    interrupted(workspace, 2, formats=("pdf", "docx"))
    before = marks(workspace)
    monkeypatch.setattr(pdf_file, "engine_versions", lambda: (("pango", engine),))
    library, problems = workspace.checked()
    wanted = BuildRequest(
        today=NOW.date(), out=workspace.root / "out", formats=("pdf", "docx"), jobs=2
    )
    with press() as started:
        result = build(library, problems, wanted, lambda _: None, started)
    assert [each.path.suffix for each in result.built] == [".pdf", ".docx"] * 2
    after = marks(workspace)
    assert [name for name in before if after[name] != before[name]] == again
    assert manifest(workspace.root / "out")["versions"]["pango"] == engine


@linux
def test_many_letters_leave_the_press(
    workspace: WorkspaceFolder,
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
) -> None:
    """They go to other processes; what goes out with them comes after, when there is none."""
    letters_to(workspace, 3)
    workspace.replace(
        BRIEF,
        "  - id: geneva\n    audience: un\n    document: letter\n"
        "    addressees: [chair_of_council]",
        "  - id: geneva\n    audience: eu\n    document: letter\n    accompanies: council\n"
        "    addressees: [office_3]\n    jointly: false",
    )
    library, problems = workspace.checked()
    wanted = BuildRequest(today=NOW.date(), out=workspace.root / "out", formats=("pdf",), jobs=2)
    with press() as started:
        result = build(library, problems, wanted, lambda _: None, started)
    assert [each.path.name for each in result.built if each.format == "pdf"] == [
        *(f"council.office_{n}.en.pdf" for n in (3, 4, 5)),
        "geneva.office_3.en.pdf",
    ]


def test_nothing_sensitive_is_in_the_journal(workspace: WorkspaceFolder) -> None:
    """It names the files, and is gone where a build ends."""
    interrupted(workspace, 1)
    (entry,) = entries(workspace)
    assert sorted(entry) == ["engine", "file", "key", "pages", "sha256"]
    assert entry["file"] == "council.en.md"
    workspace.build()
    assert not (workspace.root / JOURNAL).exists()


def test_another_brief_is_left_alone(workspace: WorkspaceFolder) -> None:
    """What one brief had finished stays known while another is built."""
    interrupted(workspace, 1)
    before = marks(workspace)
    workspace.write("briefs/summer.yaml", workspace.read(BRIEF).replace("SPRING-1", "SUMMER-1"))
    workspace.build(briefs=("summer",))
    assert made_again(workspace, before, briefs=("spring",)) == []


class Building:
    """A ``brief build`` that runs, with the files that it has made so far."""

    def __init__(self, workspace: WorkspaceFolder, *, jobs: int) -> None:
        self._folder = workspace.root / "out/spring"
        # Ctrl-C ends it, also where the tests run in the background; who waits sees each file.
        self._options = ["env", "--default-signal=INT", "nice", "-n", "15"]
        self._options += [sys.executable, "-m", "generator", "-C", str(workspace.root), "build"]
        self._options += ["spring", "--to", "pdf,docx", "--json", "--jobs", str(jobs)]
        self._options += ["--delivery", "council", "--out", str(workspace.root / "out")]

    def start(self) -> subprocess.Popen[bytes]:
        """Start it in a session of its own."""
        return subprocess.Popen(
            self._options,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def files(self) -> list[Path]:
        """Return everything that is in the folder of the letters, hidden or not."""
        return sorted(self._folder.iterdir()) if self._folder.exists() else []

    def until(self, count: int, process: subprocess.Popen[bytes]) -> None:
        """Wait for so many letters."""
        end = time.monotonic() + 120
        while sum(not each.name.startswith(".") for each in self.files()) < count:
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < end
            time.sleep(0.005)


@pytest.fixture
def many(
    workspace: WorkspaceFolder,
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
) -> WorkspaceFolder:
    """Return a workspace with letters to four."""
    letters_to(workspace, 4)
    return workspace


class Whole(NamedTuple):
    """A build that nobody interrupted: the hashes of its files, and its manifest."""

    hashes: list[str]
    manifest: dict[str, Any]


@pytest.fixture
def whole(many: WorkspaceFolder, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Return what the letters to four are when they are built at once, built once a run."""

    def made(folder: Path) -> Whole:
        built = many.build(folder, deliveries=("council",), formats=("pdf", "docx")).built
        return Whole([each.sha256 for each in built], manifest(folder))

    return shared(tmp_path_factory, "uninterrupted", made)


@linux
@pytest.mark.parametrize(
    ("jobs", "number", "code"),
    [
        pytest.param(1, signal.SIGKILL, -signal.SIGKILL, marks=pytest.mark.whole),
        pytest.param(2, signal.SIGKILL, -signal.SIGKILL, marks=pytest.mark.whole),
        (2, signal.SIGINT, 130),
    ],
)
def test_killed_in_the_middle(
    jobs: int, number: signal.Signals, code: int, many: WorkspaceFolder, whole: Whole
) -> None:
    """No process is left, nor a part of a file; what the journal knows is kept."""
    building = Building(many, jobs=jobs)
    process = building.start()
    building.until(3, process)
    if number == signal.SIGKILL:
        process.kill()
    else:
        os.killpg(process.pid, number)
    process.communicate(timeout=60)  # which waits for all who could still write
    assert process.returncode == code
    there = building.files()
    assert 3 <= len(there) < 8
    for each in there:
        data = each.read_bytes()
        end = b"%%EOF" if each.suffix == ".pdf" else b"PK\x05\x06"
        assert end in data[-30:], each
    known = {f"spring/{each['file']}" for each in entries(many)}
    assert len(known) >= len(there) - jobs
    before = marks(many)
    output, problems = building.start().communicate(timeout=120)
    assert problems.decode().count("error") == 0
    after = marks(many)
    assert {name for name, mark in before.items() if after[name] == mark} == known
    built = json.loads(output)
    assert len(built) == 8
    assert [each["sha256"] for each in built] == whole.hashes
    assert manifest(many.root / "out") == whole.manifest
