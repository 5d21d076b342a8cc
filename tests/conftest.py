"""What all tests share: golden files with one update flag, fonts, and two workspaces."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import fonts, installation
from generator.cli import COLLECTED_AFTER
from generator.render import pdf_file
from tests.support.golden import Golden
from tests.workspaces import WorkspaceFolder, fictional

gc.set_threshold(COLLECTED_AFTER)  # as the command line does


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flags that write golden files anew, and that try everything."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the files below tests/golden anew, and look at them with git diff",
    )
    parser.addoption(
        "--whole",
        action="store_true",
        help="build every combination where otherwise every pair is enough, and what takes long",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests marked ``whole`` to ``--whole``."""
    if config.getoption("--whole"):
        return
    left = [each for each in items if each.get_closest_marker("whole")]
    config.hook.pytest_deselected(items=left)
    items[:] = [each for each in items if each not in left]


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return the golden files: what they hold, or the means to write them anew."""
    return Golden(update=request.config.getoption("--update-golden"))


@pytest.fixture
def workspace(tmp_path: Path) -> WorkspaceFolder:
    """Return a small workspace without mistakes, to be changed."""
    return fictional(tmp_path / "workspace")


@pytest.fixture
def check(workspace: WorkspaceFolder) -> Callable[..., str]:
    """Return a function that changes a file of the workspace and returns the problems, as told."""

    def changed(file: str, old: str, new: str) -> str:
        workspace.replace(file, old, new)
        return workspace.told()

    return changed


@pytest.fixture(scope="session")
def own_fonts() -> Iterator[None]:
    """Show Pango the program's fonts, as the command line does; skip where PDF cannot be made."""
    if not fonts.installed() or installation.missing("pdf") or not shutil.which("pdftotext"):
        pytest.skip("needs the fonts, Pango and poppler-utils (pdftotext)")
    with pytest.MonkeyPatch.context() as patched:
        environ = dict(os.environ)
        pdf_file.prepare(environ)
        patched.setenv("FONTCONFIG_FILE", environ["FONTCONFIG_FILE"])
        yield


@pytest.fixture(scope="session")
def own_workspace() -> WorkspaceFolder:
    """Return the workspace that the project ships."""
    return WorkspaceFolder(Path(__file__).parents[1])
