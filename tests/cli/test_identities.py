"""Real names stand outside the workspace, and are read only where a document may have them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.support import Typed
from tests.workspaces import BRIEF, COURTS, PEOPLE, WorkspaceFolder

AGREED = "naming: {basis: consent, given_by: lawyer, given_on: 2025-01-10, how: written}"
NAMES = "people:\n  - {id: witness_one, names: {en: Cy Marlow}}\n"
MARLOW = "Marlow"


@pytest.fixture
def witness(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return the workspace with a witness whose name it does not hold, and a delivery that may."""
    workspace.replace(
        PEOPLE,
        "lists:",
        f"  - id: witness_one\n    {AGREED}\n    withheld_as: {{en: a witness}}\nlists:",
    )
    workspace.replace(COURTS, "Eleven judges", "As {witness_one} saw it, eleven judges")
    workspace.replace(BRIEF, "  - id: geneva\n", "  - id: geneva\n    clearance: restricted\n")
    assert workspace.checked()[1] == ()
    return workspace


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """Return a file of identities beside the workspace."""
    file = tmp_path / "vault" / "identities.yaml"
    file.parent.mkdir()
    file.write_text(NAMES, encoding="utf-8")
    return file


def everything(folder: Path) -> str:
    """Return the text of all files below a folder, what is for the office too."""
    return "\n".join(
        f"{path}\n{path.read_text('utf-8')}" for path in folder.rglob("*") if path.is_file()
    )


def built(workspace: WorkspaceFolder) -> list[str]:
    """Return the names of the letters of the brief."""
    return sorted(path.name for path in (workspace.root / "output/spring").iterdir())


def test_a_restricted_document_has_the_name_and_a_public_one_has_not(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """In one build of both; and nothing else has it."""
    outcome = typed(f"build --identities {names}")
    assert outcome.code == 0, outcome.err
    out = witness.root / "output"
    assert "As Cy Marlow saw it" in (out / "spring/geneva.en.md").read_text("utf-8")
    assert "As a witness saw it" in (out / "spring/council.en.md").read_text("utf-8")
    assert MARLOW not in outcome.out + outcome.err
    assert MARLOW not in everything(out / ".internal")


def test_no_copy_of_its_words_is_kept_for_the_office(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """The letter may be deleted after it was printed; then nothing has the name any more."""
    assert typed(f"build --to docx --identities {names}").code == 0
    origins = witness.root / "output/.internal/spring/origins"
    assert [each.name.partition(".")[0] for each in origins.iterdir()] == ["council"]
    assert MARLOW not in everything(witness.root / "output/.internal")


def test_without_the_file_nobody_has_the_name(witness: WorkspaceFolder, typed: Typed) -> None:
    """The restricted document speaks of a witness too, and says why."""
    assert typed("build").code == 0
    assert MARLOW not in everything(witness.root / "output")
    assert "the name stands in the file of identities" in typed("explain spring").out


def test_what_is_approved_with_the_name_is_not_told_without_the_file(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """No copy of the text is kept, from which a change could be shown to somebody else."""
    witness.write("workspace.yaml", "approvers: [Mira]\n")
    approved = typed(f"approve spring --delivery geneva --by Mira --identities {names}")
    assert (approved.code, approved.err) == (0, "")
    assert typed(f"build --delivery geneva --identities {names}").code == 0
    assert MARLOW not in everything(witness.root / "output/.internal")
    assert typed("approve spring --delivery geneva").out == "geneva.en: not approved yet\n"


def test_a_name_needs_a_basis_all_the_same(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """The file says who it is, not that they may be named."""
    witness.replace(
        PEOPLE, f"    {AGREED}\n    withheld_as: {{en: a w", "    withheld_as: {en: a w"
    )
    assert typed(f"build --identities {names}").code == 0
    assert MARLOW not in everything(witness.root / "output")


@pytest.mark.usefixtures("witness")
def test_explain_takes_the_file_too(names: Path, typed: Typed) -> None:
    """It says that the name is in, and not which."""
    told = typed(f"explain spring --delivery geneva --identities {names}").out
    assert "May be named: consent." in " ".join(told.split())
    assert MARLOW not in told


def test_a_build_for_the_public_never_opens_it(
    witness: WorkspaceFolder, tmp_path: Path, typed: Typed
) -> None:
    """To open a pipe that nobody writes to would wait for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert typed(f"build --delivery council --identities {pipe}").code == 0
    assert typed(f"explain spring --delivery council --identities {pipe}").code == 0
    outcome = typed(f"build --identities {pipe}")
    assert outcome.code == 1
    assert "pipe" in outcome.err
    assert built(witness) == ["council.en.md"]


def test_what_is_wrong_with_it_stops_what_needs_it(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """The public document is built; of the file only places and keys are told."""
    names.write_text(NAMES.replace("names:", "nomes:"), encoding="utf-8")
    outcome = typed(f"build --identities {names}")
    assert outcome.code == 1
    assert f"{names}:2:" in outcome.err
    assert "nomes" in outcome.err
    assert MARLOW not in outcome.out + outcome.err
    assert built(witness) == ["council.en.md"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("  - {id: witness_two, names: {en: Di Marlow}}\n", "whom the workspace does not have"),
        ("  - {id: witness_one, names: {en: Di Marlow}}\n", "identities.yaml:2."),
    ],
)
def test_each_entry_is_of_one_known_person(
    entry: str, told: str, witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """Neither of nobody, nor of one twice."""
    names.write_text(NAMES + entry, encoding="utf-8")
    outcome = typed(f"build --identities {names}")
    assert outcome.code == 1
    assert f"{names}:3:10: error: " in outcome.err
    assert told in outcome.err
    assert MARLOW not in outcome.err
    assert not (witness.root / "output/spring/geneva.en.md").exists()


def test_the_workspace_is_no_place_for_it(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """Not even for a build that would not open it."""
    inside = witness.root / "identities.yaml"
    names.rename(inside)
    outcome = typed("build --delivery council --identities identities.yaml")
    assert outcome.code == 2
    assert outcome.error() == (
        "The file of identities “identities.yaml” stands in the workspace, which is shared. Keep"
        " it elsewhere, such as in an encrypted folder of its own, or let git ignore it."
    )


def test_a_repository_is_no_place_for_it(
    witness: WorkspaceFolder, names: Path, typed: Typed
) -> None:
    """Wherever it is, unless git ignores the file; a file that is committed is not ignored."""

    def git(*arguments: str) -> None:
        command = ["git", "-C", str(names.parent), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    git("init")
    outcome = typed(f"build --identities {names}")
    assert outcome.code == 2
    assert "stands in a git repository that does not ignore it" in outcome.error()
    assert not (witness.root / "output/spring").exists()
    git("add", names.name)
    (names.parent / ".gitignore").write_text("*.yaml\n", encoding="utf-8")
    assert typed(f"build --identities {names}").code == 2
    git("rm", "--cached", names.name)
    assert typed(f"build --identities {names}").code == 0
