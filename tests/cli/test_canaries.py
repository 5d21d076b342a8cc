"""No canary gets out of a command: not in what it prints, nor in an export, nor in an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.commands.list import KINDS
from generator.inspection.texts import pieces_of
from generator.language.finding import Search, search_for
from tests.cli.support import Outcome, Typed
from tests.support.aviary import Combination, aviary, identities
from tests.support.canaries import Canaries
from tests.workspaces import BRIEF, COURTS, PEOPLE, SOURCES, WorkspaceFolder

_LETTER = Combination("letter", "eu", "en", "md", "public")


@pytest.fixture
def planted(workspace: WorkspaceFolder) -> Canaries:
    """Put canaries into the workspace that the commands run in; return them."""
    _, canaries = aviary(workspace.root, [_LETTER])
    return canaries


@pytest.fixture
def search(planted: Canaries) -> Search:
    """Return the search for every word that the public must not read."""
    return search_for(frozenset(word.casefold() for word in planted.forbidden("public")))


def found(search: Search, *outcomes: Outcome) -> list[str]:
    """Return the canaries in what commands printed."""
    texts = (text for each in outcomes for text in (each.out, each.err))
    return [word for text in texts for word in search.found_in(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_lists(kind: str, typed: Typed, search: Search) -> None:
    """As a table and as JSON."""
    shown = typed(f"list {kind}"), typed(f"list {kind} --json")
    assert [each.code for each in shown] == [0, 0]
    assert found(search, *shown) == []


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "check --json",
        "check --strict",
        "explain spring",
        "explain spring --json",
        "build spring",
        "build spring --draft --json",
        "translate status",
        "approve spring",
        "doctor",
    ],
)
def test_what_commands_say(line: str, typed: Typed, search: Search) -> None:
    """Ids and keys may stand there, values not."""
    assert found(search, typed(line)) == []


def test_the_page_of_explain(typed: Typed, search: Search, workspace: WorkspaceFolder) -> None:
    """A colleague may be shown it."""
    typed("explain spring --html why.html")
    assert list(search.found_in(workspace.read("why.html"))) == []


@pytest.mark.parametrize("file", ["texts.xlsx", "texts.po"])
def test_exports(file: str, typed: Typed, search: Search, workspace: WorkspaceFolder) -> None:
    """What goes to a translator is what everybody may read."""
    done = typed(f"translate export --locale ru --all {file}")
    assert done.code == 0
    assert found(search, done) == []
    path = workspace.root / file
    pieces = pieces_of(path.name, path.read_bytes())
    assert [word for piece in pieces for word in search.found_in(piece.text)] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PEOPLE, "people:\n", "people: [\n"),
        (PEOPLE, "names:", "nams:"),
        (COURTS, "sensitivity: internal", "sensitivity: secret"),
        (COURTS, "statement:", "statement: {x}"),
        (SOURCES, "kind:", "knd:"),
        (SOURCES, "address: https", "address: ftp"),
        (BRIEF, "approvals:", "aprovals:"),
        (BRIEF, "by:", "by: [x] #"),
    ],
)
def test_errors(
    file: str, old: str, new: str, typed: Typed, search: Search, workspace: WorkspaceFolder
) -> None:
    """Every mistake names the key and the line."""
    text = workspace.read(file)
    assert old in text
    workspace.write(file, text.replace(old, new))
    broken = [typed("check"), typed("check --json")]
    broken += [typed("build spring --to md"), typed("explain spring")]
    assert 1 in {each.code for each in broken}
    assert found(search, *broken) == []


def test_identities_are_told_to_nobody_else(
    typed: Typed, planted: Canaries, workspace: WorkspaceFolder, tmp_path: Path
) -> None:
    """A build for the public does not even open the file."""
    names = tmp_path / "identities.yaml"
    names.write_text(identities(planted), encoding="utf-8")
    names.chmod(0)
    search = search_for(frozenset(word.casefold() for word in planted.forbidden("public")))
    built = typed(f"build spring --identities {names}")
    assert built.code == 0
    assert found(search, built) == []
    assert "identities" not in built.err
    text = workspace.read(f"output/spring/{_LETTER.id}.en.md")
    assert list(search.found_in(text)) == []
