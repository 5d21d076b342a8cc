"""Golden files are compared, and none is left over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import golden as module
from tests.support.golden import Golden, orphans


def test_no_golden_file_is_an_orphan(golden: Golden) -> None:
    """A file that no test reads any more goes away with the update flag."""
    left = orphans(remove=golden.update)
    assert not left or golden.update, f"remove with --update-golden: {left}"


def test_another_text_fails_and_the_flag_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison sees a changed letter; an orphan is found and removed."""
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    name = module.PROBLEMS[0]
    Golden(update=True).check(name, "one\n")
    Golden(update=False).check(name, "one\n")
    with pytest.raises(AssertionError, match="update-golden"):
        Golden(update=False).check(name, "two\n")
    (tmp_path / "old.txt").write_text("left over", encoding="utf-8")
    assert orphans(remove=True) == ["old.txt"]
    assert orphans(remove=False) == []
