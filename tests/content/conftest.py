"""The shipped workspace, copied so that a test can fall into a trap."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.catalogues.checks import translations_hold
from generator.library import Library, open_library
from generator.problems import in_order
from tests.workspaces import WorkspaceFolder

ROOT = Path(__file__).parents[2]
KAZAKHSTAN = "recommendations/kazakhstan"
LANGUAGES = tuple(sorted(each.name for each in (ROOT / "locales").iterdir() if each.is_dir()))
_PARTS = ("recommendations", "briefs", "locales", "templates")


@dataclass(frozen=True)
class Shipped(WorkspaceFolder):
    """A copy of the shipped workspace."""

    def rules(self, *languages: str) -> dict[str, str]:
        """Return the rules that errors and warnings break, each with the record's id.

        Translations are looked at in ``languages`` only: all of them take long.
        """
        library, problems = self.checked()
        for folder in (each for each in (self.root / "locales").iterdir() if each.is_dir()):
            if folder.name not in languages:
                shutil.rmtree(folder)
        found = (*problems, *(translations_hold(library) if languages else ()))
        graver = [each for each in in_order(found) if each.severity != "note"]
        return {each.rule: each.id or "" for each in graver}


@pytest.fixture
def shipped(tmp_path: Path) -> Shipped:
    """Return a copy of the shipped workspace, to be changed."""
    for part in _PARTS:
        shutil.copytree(ROOT / part, tmp_path / part)
    return Shipped(tmp_path)


@pytest.fixture
def fall(shipped: Shipped) -> Callable[[str, str, str], dict[str, str]]:
    """Return a function that changes a theme's file and returns the rules that tell of it."""

    def fallen(theme: str, old: str, new: str) -> dict[str, str]:
        shipped.replace(f"{KAZAKHSTAN}/{theme}.yaml", old, new)
        return shipped.rules()

    return fallen


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the shipped content as it is."""
    return open_library(ROOT)[0]
