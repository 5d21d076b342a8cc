"""An ask never contradicts the history of a case: it is there, and then gone with a reason."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.library import open_library
from generator.loading.workspace import defaults_folder
from tests.workspaces import BRIEF, CASES, COURTS, WorkspaceFolder, as_told, selection_of

RELEASE = """\
      - date: 2026-02-01
        status: released
        statement: "{ada_quill} was released on 1 February 2026."
        sources: [{source: gazette-2025}]
        sensitivity: public
"""
ASK = "ask: Have judges appointed by an independent council.\n    priority: 1"


def asks_release(workspace: WorkspaceFolder, ask: str = "Release everybody held.") -> None:
    """Make the first recommendation one for the release of those of its case."""
    workspace.replace(COURTS, ASK, f'ask: "{ask}"\n    priority: 1')
    workspace.replace(
        COURTS, "cases: [quill-trial]", "cases: [quill-trial]\n    presumes: [detained, imprisoned]"
    )
    workspace.append(CASES, RELEASE)


@pytest.mark.parametrize(
    ("on", "asked", "why"),
    [
        (date(2026, 1, 31), True, None),
        (
            date(2026, 2, 1),
            False,
            (
                "Its case quill-trial has been “released” since 2026-02-01, and no other case is as"
                " it presumes."
            ),
        ),
    ],
)
def test_the_same_brief_before_and_after_a_release(
    on: date, why: str | None, workspace: WorkspaceFolder, *, asked: bool
) -> None:
    """A letter of the day before asks for it; one of the day itself does not, and it is told."""
    asks_release(workspace)
    result = workspace.build(deliveries=("council",), date=on)
    (file,) = result.built
    assert ("Release everybody held." in file.path.read_text(encoding="utf-8")) is asked
    workspace.replace(BRIEF, "date: 2026-03-02", f"date: {on}")
    council = workspace.explain().deliveries[0]
    reasons = {each.id: each.reason for each in council.excluded}
    assert reasons.get("judges-appoint") == why


def test_an_ask_that_presumes_nothing_and_names_somebody_free_is_told(
    workspace: WorkspaceFolder,
) -> None:
    """A program cannot know whether release is asked, or redress: the author says it."""
    workspace.replace(COURTS, ASK, 'ask: "Drop the case of {ada_quill}."\n    priority: 1')
    before = workspace.build(deliveries=("council",)).problems
    workspace.append(CASES, RELEASE)
    after = workspace.build(deliveries=("council",))
    assert "ask-perhaps-over" not in {each.rule for each in before}
    assert [each.severity for each in after.problems if each.rule == "ask-perhaps-over"] == [
        "warning"
    ]
    assert after.built


def test_a_sentence_that_names_somebody_free_is_refused(workspace: WorkspaceFolder) -> None:
    """Where another case keeps the recommendation, its sentence must not name who is free."""
    asks_release(workspace, "Release {the_two} and everybody else.")
    other = workspace.read(CASES).split("cases:\n")[1].split(RELEASE, maxsplit=1)[0]
    other = other.replace("quill-trial", "lantern-trial").replace("ada_quill", "bo_lantern")
    workspace.append(CASES, other)
    workspace.replace(COURTS, "cases: [quill-trial]", "cases: [quill-trial, lantern-trial]")
    result = workspace.build(deliveries=("council",))
    assert not result.built
    assert as_told(each for each in result.problems if each.rule == "ask-contradicts-case") == (
        "recommendations/ruritania/courts.yaml:6:10: error: “ask” asks something for somebody"
        " whose case, quill-trial, stands otherwise on the letter's date.\n"
        "    The case has been “released” since 2026-02-01 (recommendations/ruritania/cases.yaml):"
        " end the recommendation with “until:”, take the person out of the sentence, or mend"
        " “presumes:” or the history."
    )
    cases = {each.id: each.reason for each in workspace.select().decisions if each.kind == "case"}
    assert cases == {
        "quill-trial": "It has been “released” since 2026-02-01, and what is asked presumes"
        " otherwise.",
        "lantern-trial": "Belongs to judges-appoint; as it stood on 2026-03-02.",
    }
    before = workspace.build(deliveries=("council",), date=date(2026, 1, 31))
    assert [each.rule for each in before.problems] == []


def test_how_a_case_stands_that_is_not_public_is_not_told(workspace: WorkspaceFolder) -> None:
    """Neither by the problem nor by the reason."""
    asks_release(workspace, "Release {ada_quill}.")
    workspace.write(CASES, workspace.read(CASES).removesuffix("sensitivity: public\n") + "\n")
    (why,) = (each for each in workspace.select().decisions if each.id == "judges-appoint")
    assert why.reason == "Its case quill-trial is not as it presumes any more, and no other is."
    workspace.replace(COURTS, "cases: [quill-trial]", "cases: []")
    told = as_told(workspace.select().problems)
    assert "ask” asks something for somebody whose case, quill-trial," in told
    assert "released" not in told
    assert "2026-02-01" not in told


def test_for_the_dead_an_investigation_is_asked_only(workspace: WorkspaceFolder) -> None:
    """Whatever is presumed: the recommendation must say that it presumes a death."""
    workspace.replace(COURTS, ASK, 'ask: "Let {ada_quill} teach again."\n    priority: 1')
    workspace.append(CASES, RELEASE.replace("released", "deceased"))
    assert [each.rule for each in workspace.select().problems] == ["ask-contradicts-case"]
    workspace.replace(
        COURTS, "cases: [quill-trial]", "cases: [quill-trial]\n    presumes: [deceased]"
    )
    assert not workspace.select().problems


def test_somebody_held_in_another_case_is_asked_for(workspace: WorkspaceFolder) -> None:
    """Released in one case, imprisoned in another: the ask for release holds."""
    asks_release(workspace, "Release {ada_quill}.")
    other = workspace.read(CASES).split("cases:\n")[1].split(RELEASE, maxsplit=1)[0]
    workspace.append(CASES, other.replace("quill-trial", "quill-second"))
    workspace.replace(COURTS, "cases: [quill-trial]", "cases: [quill-trial, quill-second]")
    selection = workspace.select()
    assert not selection.problems
    assert [each.id for each in selection.recommendations()[0].cases] == ["quill-second"]


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2019, 5, 31), "Of the theme and for this audience; priority 1."),
        (
            date(2020, 1, 15),
            (
                "Its case yerimbetov-sentence has been “released” since 2019-12-30, and no other"
                " case is as it presumes."
            ),
        ),
    ],
)
def test_a_real_release(on: date, why: str, tmp_path: Path) -> None:
    """Iskander Yerimbetov was released on 30 December 2019: nobody asks for it in January 2020.

    A draft, because the other asks of that brief were over by then.
    """
    for name in ("recommendations", "briefs"):
        shutil.copytree(defaults_folder() / name, tmp_path / name)
    workspace = WorkspaceFolder(tmp_path)
    file = "recommendations/kazakhstan/political-prisoners.yaml"
    text = workspace.read(file)
    for old, new in (
        ("    deadline: 2019-06-09\n    since: 2019-04-01\n    until: 2019-12-31\n", ""),
        (
            (
                "      - dzhakishev-sentence\n      - max-bokayev-sentence\n"
                "      - kenzhebek-abishev-sentence\n      - zhumagulov-sentence\n"
                "      - atabek-sentence\n"
            ),
            "",
        ),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    workspace.write(file, text)
    library, _ = open_library(tmp_path)
    selection = selection_of(library, "pre-election-2019", "eu", on=on)
    (found,) = (each for each in selection.decisions if each.id == "kz-2019-release")
    assert found.reason == why
    wanted = {"deliveries": ("eu",), "locales": ("en",), "formats": ("md",)}
    made = workspace.build(None, briefs=("pre-election-2019",), date=on, draft=True, **wanted)
    (letter,) = made.built
    said = letter.path.read_text(encoding="utf-8")
    assert ("immediately release all activists" in said) is found.included
