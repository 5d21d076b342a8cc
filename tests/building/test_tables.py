"""Letters to the rows of a table: one for each, or one for all, and what stands in the way."""

from __future__ import annotations

import json

import pytest

from tests.tables import MISSIONS, row, table
from tests.workspaces import BRIEF, WorkspaceFolder

TO_COUNCIL = "addressees: [commissioner, chair_of_council]"


@pytest.fixture
def missions(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace in which the first of two deliveries goes to thirty missions."""
    workspace.write(MISSIONS, table(row(number) for number in range(1, 31)))
    workspace.replace(BRIEF, TO_COUNCIL, "addressees: missions.csv\n    jointly: false")
    assert workspace.told() == ""
    return workspace


def letter(workspace: WorkspaceFolder, name: str) -> str:
    """Return the text of a letter."""
    return (workspace.root / "out" / "spring" / name).read_text(encoding="utf-8")


def test_one_letter_for_each_row(missions: WorkspaceFolder) -> None:
    """Each with its own address, and nobody else's."""
    result = missions.build()
    assert result.problems == ()
    assert missions.built() == sorted(
        ["spring/geneva.en.md", *(f"spring/council.mission_{n}.en.md" for n in range(1, 31))]
    )
    seventh = letter(missions, "council.mission_7.en.md")
    assert "Head of Mission 7  \nEmbassy Row 7, Strelsau" in seventh
    assert seventh.count("Head of Mission") == 1
    manifest = json.loads(
        (missions.root / "out/.internal/spring/manifest.json").read_text(encoding="utf-8")
    )
    assert MISSIONS in manifest["inputs"]


def test_one_letter_for_all_rows(missions: WorkspaceFolder) -> None:
    """By rank, whatever the order of the rows."""
    missions.write(MISSIONS, table([row(3), row(1), row(2)]))
    missions.replace(BRIEF, "    jointly: false\n", "")
    assert missions.build(briefs=("spring",), deliveries=("council",)).problems == ()
    assert missions.built() == ["spring/council.en.md"]
    text = letter(missions, "council.en.md")
    at = [text.index(f"Head of Mission {number}  ") for number in (1, 2, 3)]
    assert at == sorted(at)


def test_a_table_in_a_list(missions: WorkspaceFolder) -> None:
    """Beside offices, and beside another table."""
    missions.write(MISSIONS, table([row(1)]))
    missions.write("briefs/directory/others.csv", table([row(8)]))
    to = "addressees: [others.csv, commissioner, missions.csv]"
    missions.replace(BRIEF, "addressees: missions.csv", to)
    assert missions.told() == ""
    result = missions.build(deliveries=("council",))
    assert [each.addressee for each in result.built] == ["mission_8", "commissioner", "mission_1"]


def test_a_table_as_a_spreadsheet_writes_it(missions: WorkspaceFolder) -> None:
    """With semicolons, a byte order mark and line breaks in cells; a formula stays text."""
    rows = [row(1, block__en="=1+1\r\nRow 1; Strelsau"), row(2)]
    text = table(rows, separator=";", line_end="\r\n")
    missions.write(MISSIONS, b"\xef\xbb\xbf" + text.encode())
    assert missions.build(deliveries=("council",)).problems == ()
    assert "=1+1  \nRow 1; Strelsau" in letter(missions, "council.mission_1.en.md")


def test_a_table_that_is_not_there(missions: WorkspaceFolder) -> None:
    """It is looked for beside the others."""
    missions.replace(BRIEF, "addressees: missions.csv", "addressees: mission.csv")
    assert missions.told() == (
        f"{BRIEF}:19:17: error: There is no table “mission.csv” in briefs/directory.\n"
        "    Did you mean “missions.csv”?"
    )
    missions.replace(BRIEF, "addressees: mission.csv", "addressees: [lists/embassies.csv]")
    assert missions.told() == (
        f"{BRIEF}:19:18: error: There is no table “lists/embassies.csv” in briefs/directory.\n"
        "    Save it there as a CSV file, and write its name here without a folder."
    )
    assert [each.delivery for each in missions.build().built] == []


def test_an_office_that_a_table_has_too(missions: WorkspaceFolder) -> None:
    """It would be addressed twice."""
    missions.write(MISSIONS, table([row(1), row(2)]))
    missions.replace(BRIEF, "addressees: missions.csv", "addressees: [missions.csv, mission_2]")
    assert missions.told() == (
        f"{BRIEF}:19:32: error: “mission_2” stands twice under “addressees”, and would be "
        "printed twice.\n    Delete one of the two."
    )


@pytest.mark.parametrize(
    "broken",
    [
        table([row(1), row(2, rank="second")]),
        table([row(1), row(2, id="")]),
        table([row(1), row(2, id="commissioner")]),
        table([row(1), row(2, audience="nobody")]),
        table([row(1)]) + '"mission_2,2\n',
        table([row(1)]).replace("salutation.en", "greeting"),
        "",
        b"\xff",
    ],
    ids=("cell", "no-id", "double", "reference", "quotes", "captions", "empty", "unread"),
)
def test_a_broken_row_stops_those_who_use_the_table(
    broken: str | bytes, missions: WorkspaceFolder
) -> None:
    """What was left out would be missing silently; other deliveries are built."""
    missions.write(MISSIONS, broken)
    result = missions.build()
    assert [each.delivery for each in result.built] == ["geneva"]
    missions.build(draft=True)
    assert "spring/geneva.en.draft.md" in missions.built()


def test_a_broken_table_that_a_delivery_only_refers_to(missions: WorkspaceFolder) -> None:
    """A broken row stops those who go to this row; one that may be any, all who miss one."""
    missions.replace(BRIEF, "addressees: missions.csv", "addressees: [mission_1]")
    missions.write(MISSIONS, table([row(1), row(2, rank="second")]))
    both = ["council", "geneva"]
    assert [each.delivery for each in missions.build().built] == both
    missions.write(MISSIONS, table([row(1, rank="first"), row(2)]))
    assert missions.build().built == ()
    missions.write(MISSIONS, b"\xff")
    assert missions.build().built == ()


def test_what_a_row_lacks_for_a_letter(missions: WorkspaceFolder) -> None:
    """The remedy names the columns and the file."""
    late = table([row(1, to="2026-01-31")], captions=(*row(1), "to"))
    missions.write(MISSIONS, late)
    (vacant,) = missions.build(deliveries=("council",)).problems
    assert vacant.message.startswith("Nobody holds the office “mission_1” on 2026-03-02")
    assert vacant.hint == f"Add the holder of that day in {MISSIONS}."
    captions = [each.replace(".en", ".kk") for each in row(1)]
    one = {key.replace(".en", ".kk"): text for key, text in row(1).items()}
    missions.write(MISSIONS, table([one], captions=captions))
    (unformed,) = missions.build(deliveries=("council",)).problems
    assert unformed.hint == (
        f"Fill in block.en, salutation.en and closing.en in its row of {MISSIONS}."
    )


def test_a_row_that_goes_with_a_letter_to_the_table(missions: WorkspaceFolder) -> None:
    """A delivery that accompanies another goes to the same offices, however they are named."""
    missions.append(
        BRIEF,
        """\
  - id: note
    audience: eu
    document: letter
    accompanies: council
    addressees: [mission_2]
    jointly: false
    locales: [en]
    formats: [md]
""",
    )
    assert missions.told() == ""
    missions.write(MISSIONS, table([row(1)]))
    missions.replace(BRIEF, "[mission_2]", "[commissioner]")
    assert "“note” goes to commissioner, to whom “council”, which it" in missions.told()


def test_an_explanation_for_each_row(missions: WorkspaceFolder) -> None:
    """As for every addressee that gets a letter of its own."""
    missions.write(MISSIONS, table([row(1), row(2)]))
    explained = missions.explain().deliveries
    assert [each.addressee for each in explained] == ["mission_1", "mission_2", None]


def test_a_sentence_speaks_of_a_row(missions: WorkspaceFolder) -> None:
    """A row is an office like any other."""
    missions.replace(BRIEF, "{chair_of_council}", "{mission_1}")
    assert missions.told() == ""
    missions.build(deliveries=("geneva",))
    assert "before Head of Mission 1 meets" in letter(missions, "geneva.en.md")
