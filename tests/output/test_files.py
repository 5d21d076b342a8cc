"""Files are written whole or not at all, whatever becomes of the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.output import files
from generator.output.files import write_whole

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has files without a name")


@pytest.fixture(params=["no name at first", "a name at once"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, on a disk of either kind."""
    if request.param == "a name at once":
        monkeypatch.setattr(files, "_OPEN_FILES", tmp_path / "nowhere")
    return tmp_path


def test_a_file_is_replaced(folder: Path) -> None:
    """By one that those may read who may read any new file."""
    before = os.umask(0o027)
    try:
        write_whole(folder / "new/letter.md", b"old")
        write_whole(folder / "new/letter.md", b"new")
    finally:
        os.umask(before)
    (file,) = (folder / "new").iterdir()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_what_fails_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing beside it."""
    write_whole(folder / "letter.md", b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(folder / "letter.md", b"new")
    assert [each.name for each in folder.iterdir()] == ["letter.md"]
    assert (folder / "letter.md").read_bytes() == b"old"


@linux
def test_a_killed_process_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a part of the file, nor a file of another name."""
    monkeypatch.setattr(os, "fsync", lambda _: os._exit(9))
    child = os.fork()
    if child == 0:
        write_whole(tmp_path / "letter.md", b"new")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert list(tmp_path.iterdir()) == []
