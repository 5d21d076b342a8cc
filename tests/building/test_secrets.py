"""What a reader may not see is in none of the files: not in their text, not in their bytes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.building import BuildRequest, BuildResult
from generator.explain import explain
from generator.library import Library
from generator.model.content import Evidence
from generator.model.people import Person
from generator.problems import errors
from generator.selection.chosen import PersonShown, Selection
from generator.selection.naming import people_shown, plain_words, spellings, withheld_words
from tests.building.conftest import FORMATS, copied
from tests.building.reading import Outputs, everything, text
from tests.support.shared import shared
from tests.workspaces import NOW, WorkspaceFolder, as_told, selection_of

BRIEF, DELIVERY = "brussels-2026", "leaders"
NAME = f"{BRIEF}/{DELIVERY}"


class Changed(NamedTuple):
    """A copy of the shipped workspace with one fact made internal and one name withheld."""

    workspace: Path
    evidence: str
    person: str
    result: BuildResult


def changed(folder: Path) -> Changed:
    """Hide a piece of evidence and a name that the shipped letter has, and build it."""
    workspace = copied(folder / "workspace")
    library, _ = workspace.checked()
    selection = selection_of(library, BRIEF, DELIVERY)
    evidence = hide_evidence(workspace, library, selection)
    person = withhold_a_name(workspace, library, selection)
    result = workspace.build(folder / "out", briefs=(BRIEF,), formats=FORMATS, locales=("en",))
    return Changed(workspace.root, evidence, person, result)


def hide_evidence(workspace: WorkspaceFolder, library: Library, selection: Selection) -> str:
    """Mark the first piece of evidence internal without which the letter can be."""
    for each in selection.recommendations():
        entry = library.entry("evidence", each.evidence[0].id)
        assert entry is not None
        before = workspace.read(entry.file)
        change_line(workspace, entry.file, entry.place("sensitivity").line, "public", "internal")
        again, _ = workspace.checked()
        if not errors(selection_of(again, BRIEF, DELIVERY).problems):
            return entry.id
        workspace.write(entry.file, before)
    raise AssertionError("the letter can do without none of its evidence")


def withhold_a_name(workspace: WorkspaceFolder, library: Library, selection: Selection) -> str:
    """Remove the naming basis of the first person of whom the letter can speak without it."""
    for each in selection.referents.values():
        if not isinstance(each, PersonShown) or not each.named:
            continue
        entry = library.entry("person", each.id)
        assert entry is not None
        before = workspace.read(entry.file)
        line = entry.place("naming", key=True).line
        assert before.split("\n")[line - 1].strip().startswith("naming: {")
        lines = before.split("\n")
        workspace.write(entry.file, "\n".join([*lines[: line - 1], *lines[line:]]))
        again, _ = workspace.checked()
        if not errors(selection_of(again, BRIEF, DELIVERY).problems):
            return each.id
        workspace.write(entry.file, before)
    raise AssertionError("the letter names nobody of whom it could speak otherwise")


def change_line(workspace: WorkspaceFolder, file: str, line: int, old: str, new: str) -> None:
    """Change a word in one line of a file."""
    lines = workspace.read(file).split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new)
    workspace.write(file, "\n".join(lines))


@pytest.fixture(scope="session")
def hidden(own_fonts: None, tmp_path_factory: pytest.TempPathFactory) -> Changed:  # noqa: ARG001 (only its effect is wanted)
    """Return the changed workspace and its letter in four formats, made once a run."""
    return shared(tmp_path_factory, "hidden", changed)


def test_the_letter_is_still_built(hidden: Changed) -> None:
    """Otherwise the tests below would prove nothing."""
    told = as_told(errors(hidden.result.problems))
    assert [each.format for each in hidden.result.built] == list(FORMATS), told


@pytest.mark.parametrize("form", FORMATS)
def test_internal_evidence_is_in_no_file(
    form: str, hidden: Changed, shipped_outputs: Outputs, own_workspace: WorkspaceFolder
) -> None:
    """Seven words in a row of it stood in the shipped letter, and stand nowhere now."""
    library, _ = own_workspace.checked()
    record = library.get(Evidence, hidden.evidence)
    assert record is not None
    pieces = [each.split() for each in re.split(r"\{[^}]*\}", record.statement)]
    windows = [" ".join(words[at : at + 7]) for words in pieces for at in range(len(words) - 6)]
    before = text(shipped_outputs.file(NAME, form).path)
    shown = [window for window in windows if window in before]
    assert shown
    path = Outputs(hidden.result.built).file(NAME, form).path
    after = text(path) + everything(path)
    assert not [window for window in shown if window in after]


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_without_a_basis_is_in_no_file(
    form: str, hidden: Changed, shipped_outputs: Outputs
) -> None:
    """No spelling in any script, no surname, not in an address and not in the properties."""
    library, _ = WorkspaceFolder(hidden.workspace).checked()
    person = library.get(Person, hidden.person)
    assert person is not None
    assert str(person.names["en"]) in text(shipped_outputs.file(NAME, form).path)
    brief = selection_of(library, BRIEF, DELIVERY).brief
    people, _ = people_shown(library, audience="eu", locale="en", clearance="public", on=brief.date)
    own = {word for name in spellings(person) for word in plain_words(name)}
    words = withheld_words(library, people) & own
    assert words
    path = Outputs(hidden.result.built).file(NAME, form).path
    inside = everything(path)
    after = " ".join(plain_words(text(path))) + " " + " ".join(plain_words(inside))
    assert not [word for word in words if word in after]
    assert not [name for name in spellings(person) if name in inside]


def test_explain_says_why(hidden: Changed) -> None:
    """The evidence is out; the person is not named."""
    library, _ = WorkspaceFolder(hidden.workspace).checked()
    request = BuildRequest(
        deliveries=(DELIVERY,), locales=("en",), today=NOW.date(), out=library.workspace.output
    )
    (found,) = explain(library, BRIEF, request, now=NOW).deliveries
    reasons = {each.id: each.reason for each in found.excluded}
    assert reasons[hidden.evidence] == "It is internal; the delivery is cleared for public."
    assert reasons[hidden.person] == "Not named: there is no basis for naming this person."
    assert not {hidden.evidence, hidden.person} & {each.id for each in found.included}
