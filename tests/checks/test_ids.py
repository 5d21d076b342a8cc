"""The id of somebody who may not be named does not tell the name."""

from __future__ import annotations

import pytest

from tests.workspaces import (
    BO_AGREED,
    BRIEF,
    CASES,
    COURTS,
    PEOPLE,
    PRESS,
    SOURCES,
    WorkspaceFolder,
)

HINT = (
    "    Give it an id that does not, and mend what refers to it; ids stand in lists, catalogues "
    "and manifests. Or say under “naming:” why the person may be named."
)
TOLD = "tells the name, or part of the name, of somebody who may not be named."
CYRILLIC = "{ru: {nominative: Марат Жыланбаев, genitive: Марата Жыланбаева}}"

# The id, the names as written, and how many warnings there are.
IDS: tuple[tuple[str, str, int], ...] = (
    ("cass_reed", "{en: Cass Reed}", 1),
    ("reed", "{en: Cass Reed}", 1),
    ("cassreed", "{en: Cass Reed}", 1),
    ("prisoner_cass", "{en: Cass Reed}", 1),
    ("zoe_1", "{fr: Zoé Ünsal}", 1),
    ("unsal", "{fr: Zoé Ünsal}", 1),
    ("li_1", "{en: Li Wu}", 1),
    ("marat_zhylanbayev", CYRILLIC, 1),
    ("jylanbaev", CYRILLIC, 1),
    ("zhilanbayeva_1", CYRILLIC, 1),
    ("mukhtar", "{kk: Мұхтар Жәкішев}", 1),
    ("dzhakishev", "{ru: Мухтар Джакишев}", 1),
    ("qaliyev", "{kk: Қалиев Айбек}", 1),
    ("reporter_1", "{en: Cass Reed}", 0),
    ("reporter_1", CYRILLIC, 0),
    ("printer_of_the_coast", "{en: Cass de Reed}", 0),
    ("leader_de_facto", "{fr: Cass de Reed}", 0),
    ("witness_2", "{ru: Виктор Тен}", 0),
)


@pytest.mark.parametrize(("id_", "names", "told"), IDS)
def test_an_id_that_tells_the_name(
    id_: str, names: str, told: int, workspace: WorkspaceFolder
) -> None:
    """Whatever letters the name is written in; the warning does not repeat it."""
    person = f"  - id: {id_}\n    names: {names}\n    withheld_as: {{en: somebody}}\nlists:"
    workspace.replace(PEOPLE, "lists:", person)
    _, problems = workspace.checked()
    assert [each.rule for each in problems] == ["id-tells-name"] * told
    assert id_ not in repr([each.as_json() for each in problems])


def test_it_is_told_as_the_user_sees_it(workspace: WorkspaceFolder) -> None:
    """With place and remedy."""
    workspace.replace(PEOPLE, BO_AGREED, "")
    assert workspace.told() == f"{PEOPLE}:8:9: warning: The id of this person {TOLD}\n{HINT}"


def test_the_id_of_who_took_back_their_consent(workspace: WorkspaceFolder) -> None:
    """It was right while they agreed, and tells the name in lists and manifests now."""
    withdrawn = BO_AGREED.replace("how: written", "how: written, withdrawn_on: 2026-02-01")
    workspace.replace(PEOPLE, BO_AGREED, withdrawn)
    assert f"{PEOPLE}:8:9: warning: The id of this person {TOLD}" in workspace.told()


def test_a_variant_tells_the_name_too(workspace: WorkspaceFolder) -> None:
    """Nicknames and other spellings."""
    workspace.replace(
        PEOPLE,
        "lists:",
        "  - id: dove_1\n    names: {en: Cass Reed}\n    variants: [Dove]\n"
        "    withheld_as: {en: somebody}\nlists:",
    )
    assert f"warning: The id of this person {TOLD}" in workspace.told()


def test_a_case_called_after_people_who_may_not_be_named(workspace: WorkspaceFolder) -> None:
    """It is told of the case; where one of its people may be named, it may be called after them."""
    naming = "    naming: {basis: public-record, source: gazette-2025}\n"
    workspace.replace(PEOPLE, naming, "")
    workspace.replace(PEOPLE, "- id: ada_quill", "- id: teacher_1")
    workspace.replace(PEOPLE, "[ada_quill,", "[teacher_1,")
    for file in ("cases", "courts"):
        path = f"recommendations/ruritania/{file}.yaml"
        workspace.write(path, workspace.read(path).replace("ada_quill", "teacher_1"))
    assert workspace.told() == f"{CASES}:2:9: warning: The id of this case {TOLD}\n{HINT}"
    workspace.replace(CASES, "people: [teacher_1]", "people: [teacher_1, bo_lantern]")
    assert workspace.told() == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        (COURTS, "judges-count", "lantern-count", "evidence"),
        (COURTS, "records-open", "lantern-records", "recommendation"),
        (SOURCES, "observer-2025", "lantern-2025", "source"),
        (PEOPLE, "the_two", "lantern_group", "list"),
    ],
)
def test_other_records_called_after_somebody(
    file: str, old: str, new: str, kind: str, workspace: WorkspaceFolder
) -> None:
    """Ids of all kinds stand in lists and manifests; a name that others have tells nobody."""
    workspace.replace(PEOPLE, BO_AGREED, "")
    workspace.replace(PEOPLE, "- id: bo_lantern", "- id: printer_1")
    for each in (PEOPLE, COURTS, PRESS, SOURCES):
        text = workspace.read(each).replace("bo_lantern", "printer_1").replace(old, new)
        workspace.write(each, text)
    assert f"warning: The id of this {kind} {TOLD}" in workspace.told()
    assert workspace.read(file).count(new)


def test_a_brief_called_after_somebody(workspace: WorkspaceFolder) -> None:
    """Its id is the name of a folder."""
    workspace.replace(PEOPLE, BO_AGREED, "")
    workspace.write("briefs/lantern-visit.yaml", workspace.read(BRIEF))
    assert f"briefs/lantern-visit.yaml:1:1: warning: The id of this brief {TOLD}" in (
        workspace.told()
    )


def test_a_word_that_somebody_named_has_too_tells_nobody(workspace: WorkspaceFolder) -> None:
    """Of two Quills one may be named, and may be meant."""
    person = "  - id: x_1\n    names: {en: Eve Quill}\n    withheld_as: {en: x}\n"
    workspace.replace(PEOPLE, "lists:", f"{person}lists:")
    workspace.write(COURTS, workspace.read(COURTS).replace("judges-count", "quill-count"))
    assert TOLD not in workspace.told()
    workspace.write(COURTS, workspace.read(COURTS).replace("quill-count", "eve-count"))
    assert TOLD in workspace.told()
