"""Whole builds that several tests look at, made once a run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.building import BuildResult
from generator.problems import in_order
from tests.building.reading import Outputs
from tests.support.shared import shared
from tests.workspaces import WorkspaceFolder

ROOT = Path(__file__).parents[2]
FORMATS = ("pdf", "docx", "html", "md")
CONTENT = ("recommendations", "briefs", "templates", "locales", "workspace.yaml")


LETTERS = ("brussels-2026", "geneva-2026", "pre-election-2019")
"""The briefs whose documents are letters, which can be had in every format."""


@pytest.fixture(scope="session")
def shipped(
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
    own_workspace: WorkspaceFolder,
    tmp_path_factory: pytest.TempPathFactory,
) -> BuildResult:
    """Return the build of every shipped brief: letters in every format, the others in their own."""

    def made(folder: Path) -> BuildResult:
        letters = own_workspace.build(folder, formats=FORMATS, locales=("en",), briefs=LETTERS)
        others = {each.stem for each in (ROOT / "briefs").glob("*.yaml")} - {*LETTERS}
        rest = own_workspace.build(folder, locales=("en",), briefs=tuple(sorted(others)))
        return BuildResult(
            (*letters.built, *rest.built), in_order((*letters.problems, *rest.problems))
        )

    return shared(tmp_path_factory, "shipped", made)


@pytest.fixture(scope="session")
def shipped_outputs(shipped: BuildResult) -> Outputs:
    """Return the shipped letters, read back."""
    return Outputs(shipped.built)


def copied(to: Path) -> WorkspaceFolder:
    """Return a copy of the shipped workspace's content."""
    for name in CONTENT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name)
        elif source.exists():
            shutil.copy(source, to / name)
    return WorkspaceFolder(to)
