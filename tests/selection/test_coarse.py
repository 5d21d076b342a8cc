"""A case of somebody who may not be named: described, in coarse facts, or not at all."""

from __future__ import annotations

import pytest

from tests.workspaces import BO_AGREED, CASES, PEOPLE, WorkspaceFolder, as_told

ADA = "    naming: {basis: public-record, source: gazette-2025}\n"
COARSE = """\
    coarse: {region: {en: the coast}, month: 2025-02, age_band: 30–39}
"""
SENTENCE = """\
        coarse: >-
          A person of {ada_quill:age_band} was detained on {ada_quill:region} in {ada_quill:month}.
        place: Strelsau prison
        next_hearing: 2026-04-01
"""


def withheld(workspace: WorkspaceFolder, how: str, *, sentence: str = SENTENCE) -> None:
    """Let the case say what becomes of it where Ada Quill may not be named, as she may not."""
    workspace.replace(PEOPLE, ADA, COARSE)
    workspace.replace(CASES, "    country: XA\n", f"    country: XA\n    withheld: {how}\n")
    workspace.replace(
        CASES, "        status: imprisoned\n", f"        status: imprisoned\n{sentence}"
    )


def letter(workspace: WorkspaceFolder) -> str:
    """Return the text of the first delivery, which must have been built."""
    result = workspace.build(deliveries=("council",))
    assert result.built, as_told(result.problems)
    return result.built[0].path.read_text(encoding="utf-8")


def reason(workspace: WorkspaceFolder) -> str:
    """Return why the case is in or out."""
    return next(each.reason for each in workspace.select().decisions if each.id == "quill-trial")


def test_described_is_the_default(workspace: WorkspaceFolder) -> None:
    """The sentence stands, with the words that describe her."""
    withheld(workspace, "described")
    assert "a teacher has been serving two years" in letter(workspace)


def test_coarse_facts_take_the_place_of_the_sentence(workspace: WorkspaceFolder) -> None:
    """Region, month and age band, and nothing beside them that leads to her."""
    withheld(workspace, "coarse")
    text = letter(workspace).replace("\u00a0", " ")
    assert "A person of 30–39 was detained on the coast in February 2025." in text
    assert "has been serving" not in text
    (case,) = workspace.select().recommendations()[0].cases
    assert (case.people, case.place, case.next_hearing) == ((), None, None)
    assert case.since.isoformat() == "2025-09-01"
    assert [(each.title, each.address, each.locator, each.date) for each in case.citations] == [
        (None, None, None, "2025-12")
    ]


def test_whom_a_letter_may_name_it_names(workspace: WorkspaceFolder) -> None:
    """What the case says is for where it may not."""
    withheld(workspace, "coarse")
    workspace.replace(PEOPLE, COARSE, f"{ADA}{COARSE}")
    assert "Ada Quill has been serving two years" in letter(workspace)


@pytest.mark.parametrize(
    ("how", "sentence", "told"),
    [
        (
            "omitted",
            SENTENCE,
            "One of its people may not be named, and the case says that it is then left out.",
        ),
        (
            "coarse",
            "",
            "One of its people may not be named, and there is no coarse sentence to say instead.",
        ),
        (
            "coarse",
            SENTENCE.replace("ada_quill:region", "bo_lantern:region"),
            "It speaks of somebody who cannot be spoken of here.",
        ),
    ],
)
def test_a_case_can_be_out(how: str, sentence: str, told: str, workspace: WorkspaceFolder) -> None:
    """Because it says so, or because there are no coarse facts."""
    withheld(workspace, how, sentence=sentence)
    assert reason(workspace) == told
    assert "serving" not in letter(workspace)


def test_one_of_two_is_enough(workspace: WorkspaceFolder) -> None:
    """Who stands beside her in the case would tell who she is."""
    withheld(workspace, "coarse")
    workspace.replace(CASES, "people: [ada_quill]", "people: [bo_lantern, ada_quill]")
    assert "Bo Lantern" not in repr(workspace.select().recommendations()[0].cases)
    assert "A person of 30–39" in letter(workspace)


def jigsaw(workspace: WorkspaceFolder) -> list[str | None]:
    """Return the people whose coarse facts fit one known case only."""
    return [each.id for each in workspace.checked()[1] if each.rule == "fits-one-case"]


def test_coarse_facts_that_fit_one_case_are_flagged(workspace: WorkspaceFolder) -> None:
    """Somebody of another case in the same region, month and age is what hides her."""
    withheld(workspace, "coarse")
    assert jigsaw(workspace) == ["ada_quill"]
    workspace.replace(PEOPLE, BO_AGREED, f"{BO_AGREED}{COARSE}")
    assert jigsaw(workspace) == []
    workspace.replace(CASES, "people: [ada_quill]", "people: [bo_lantern, ada_quill]")
    assert jigsaw(workspace) == ["ada_quill", "bo_lantern"]
