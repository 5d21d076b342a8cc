"""On CI no test may be skipped; elsewhere it may."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SKIPPED_TEST = """
import pytest

def test_needs_what_is_missing():
    pytest.skip("no soffice here")
"""

SKIPPED_FILE = """
import pytest

pytest.skip("no soffice here", allow_module_level=True)
"""

EXPECTED_FAILURE = """
import pytest

@pytest.mark.xfail
def test_known_gap():
    assert False
"""


def run(source: str, folder: Path, monkeypatch: pytest.MonkeyPatch, *, ci: str) -> tuple[int, str]:
    """Run a test file in a pytest of its own; return its exit code and its output."""
    file = folder / "test_example.py"
    file.write_text(source, encoding="utf-8")
    monkeypatch.setenv("CI", ci)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-n0",
        f"--rootdir={folder}",
    ]
    done = subprocess.run(
        [*command, "-c", str(ROOT / "pyproject.toml"), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("source", [SKIPPED_TEST, SKIPPED_FILE], ids=["test", "file"])
def test_a_skip_fails_on_ci(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both a test that skips itself and a file that does."""
    code, output = run(source, tmp_path, monkeypatch, ci="true")
    assert code != 0
    assert "skipped, which CI does not allow" in output
    assert "no soffice here" in output


def test_a_skip_passes_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person without LibreOffice can still run the tests, and is told."""
    code, output = run(SKIPPED_TEST, tmp_path, monkeypatch, ci="")
    assert code == 0
    assert "1 skipped" in output
    assert "no soffice here" in output


def test_an_expected_failure_is_no_skip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pytest reports one as skipped, with a mark of its own."""
    code, output = run(EXPECTED_FAILURE, tmp_path, monkeypatch, ci="true")
    assert code == 0
    assert "1 xfailed" in output
