"""One letter as a file of every format, and somebody whom its reader may not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.inspection.forbidden import Forbidden, forbidden_to
from generator.inspection.look import look
from generator.inspection.own import Own
from generator.inspection.surroundings import Surroundings
from generator.letter import Letter
from generator.mail import Mail
from generator.model.base import Sensitivity
from generator.render.formats import FORMATS
from tests.render.sample_letters import joint_letter
from tests.render.support import Templates
from tests.support.shared import shared
from tests.workspaces import PEOPLE, WorkspaceFolder, fictional

SOMEBODY = """\
people:
  - id: x_withheld
    names:
      en: Quozel Zorvolgradsky
      cs: Žáblěk
      ru: {nominative: Жуковгард, genitive: Жуковгарда}
      ar: زنبقخان
      zh: 欧佐勒
    variants: [Ng Wu]
    withheld_as: {en: an engineer}
    private: {telephone: "+00 555 017 4402", relatives: "two sisters who live at Hollow Bridge"}
"""
MACHINE = Surroundings(("mireille", "press-box-7"), ("/home/mireille/", "/srv/briefs/"))
Looked = Callable[[str, bytes], set[tuple[str, str]]]


@pytest.fixture(scope="session")
def with_somebody(tmp_path_factory: pytest.TempPathFactory) -> WorkspaceFolder:
    """Return a workspace with a person who may not be named."""
    workspace = fictional(tmp_path_factory.mktemp("somebody"))
    workspace.replace(PEOPLE, "people:\n", SOMEBODY)
    return workspace


def forbidden_in(workspace: WorkspaceFolder, clearance: Sensitivity = "public") -> Forbidden:
    """Return what files to the EU from a workspace must not have."""
    library, problems = workspace.checked()
    assert not [each for each in problems if each.severity == "error"]
    return forbidden_to(
        library,
        audience="eu",
        locale="en",
        clearance=clearance,
        on=date(2026, 3, 2),
        surroundings=MACHINE,
    )


@pytest.fixture(scope="session")
def forbidden(with_somebody: WorkspaceFolder) -> Forbidden:
    """Return what its files must not have."""
    return forbidden_in(with_somebody)


def posted(letter: Letter) -> Letter:
    """Return a letter as an e-mail."""
    return replace(letter, mail=Mail("office@example.org", ("desk@example.org",)))


def made(letter: Letter, form: str) -> bytes:
    """Return a letter as a file."""
    return FORMATS[form].render(letter, Templates()).data


@pytest.fixture(scope="session")
def files(
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, bytes]:
    """Return the usual letter as a file of each format, by suffix."""

    def every(_: Path) -> Mapping[str, bytes]:
        letter = joint_letter()
        return {
            each.suffix: made(posted(letter) if name == "eml" else letter, name)
            for name, each in FORMATS.items()
        }

    return shared(tmp_path_factory, "looked-at", every)


@pytest.fixture(scope="session")
def looked(forbidden: Forbidden) -> Looked:
    """Return a function that looks at a file of the usual letter: kinds and parts of the hits."""

    def hits(name: str, data: bytes) -> set[tuple[str, str]]:
        letter = joint_letter()
        own = Own(posted(letter) if name.endswith(".eml") else letter)
        return {(each.kind, each.part) for each in look(name, data, own, forbidden)}

    return hits
