"""Tables of addressees: however a spreadsheet saves them, and every mistake with its row."""

from __future__ import annotations

import re

import pytest

from generator.loading.table import read_table
from generator.model.directory import Office
from tests.support.golden import Golden
from tests.tables import CAPTIONS, MISSIONS, row, table
from tests.workspaces import OFFICES, WorkspaceFolder


def offices(workspace: WorkspaceFolder) -> list[Office]:
    """Return the offices of the table that are sound."""
    library, _ = workspace.checked()
    entries = [each for each in library.entries("office") if each.file == MISSIONS]
    return [each.record for each in entries if isinstance(each.record, Office)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_spreadsheets_write(
    separator: str, line_end: str, mark: str, workspace: WorkspaceFolder
) -> None:
    """The sign between cells, the end of lines and the byte order mark differ by machine."""
    second = row(2, block__en=f"Mr A; B, “C”{line_end}Embassy\tRow", title__en='The "Head"')
    text = mark + table([row(1), second], separator=separator, line_end=line_end)
    workspace.write(MISSIONS, text)
    assert workspace.told() == ""
    one, two = offices(workspace)
    assert (one.id, one.rank, one.country, one.audience) == ("mission_1", 1, "XB", "eu")
    assert one.email == "mission1@example.org"
    assert one.holders[0].forms["en"].block == ("Head of Mission 1", "Embassy Row 1, Strelsau")
    assert two.holders[0].forms["en"].block == ("Mr A; B, “C”", "Embassy\tRow")
    assert two.titles == {"en": 'The "Head"'}


def test_blank_rows_and_spaces_are_passed_over(workspace: WorkspaceFolder) -> None:
    """Spreadsheets write a line of separators for an empty row, and columns beyond the last."""
    first, *rest = table([row(1), row(2, country="", rank=" 2 ")]).splitlines()
    blank = "," * (len(CAPTIONS) + 2)
    lines = [blank, "", f"{first},,", "", f"{rest[0]},,", blank, rest[1], " , "]
    workspace.write(MISSIONS, "\n".join(lines))
    assert workspace.told() == ""
    assert [(each.id, each.rank, each.country) for each in offices(workspace)] == [
        ("mission_1", 1, "XB"),
        ("mission_2", 2, None),
    ]


def test_several_languages_in_any_order(workspace: WorkspaceFolder) -> None:
    """A row has a form of address in as many languages as it has the cells for."""
    more = ("salutation.kk", "block.kk", "closing.kk", "name.ru", "postal.en", "unreviewed")
    captions = (*more, *reversed(CAPTIONS))
    first = {
        **row(1),
        "block.kk": "Басшы",
        "salutation.kk": "Мәртебелім,",
        "closing.kk": "Құрметпен,",
        "name.ru": "А. Б.",
        "postal.en": "1 Quay | Strelsau",
        "unreviewed": "kk | ru",
    }
    workspace.write(MISSIONS, table([first, row(2)], captions=captions))
    assert workspace.told() == ""
    one, two = offices(workspace)
    assert list(one.holders[0].forms) == ["kk", "en"]
    assert one.holders[0].names == {"ru": "А. Б."}
    assert one.postal == {"en": ("1 Quay", "Strelsau")}
    assert one.unreviewed == ("kk", "ru")
    assert list(two.holders[0].forms) == ["en"]
    assert (two.holders[0].names, two.postal) == (None, {})


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_formula_is_text(sign: str, workspace: WorkspaceFolder) -> None:
    """What a spreadsheet would calculate is printed as it stands."""
    formula = f'{sign}HYPERLINK("https://example.org";"x")'
    workspace.write(MISSIONS, table([row(1, block__en=formula, title__en=f"{sign}1+1")]))
    assert workspace.told() == ""
    (one,) = offices(workspace)
    assert one.holders[0].forms["en"].block == (formula,)
    assert one.titles == {"en": f"{sign}1+1"}


def test_what_yaml_would_change_is_text(workspace: WorkspaceFolder) -> None:
    """A country is no truth value here, and a title of figures no number."""
    workspace.write(MISSIONS, table([row(1, country="NO", title__en="010", block__en="15:00")]))
    assert workspace.told() == ""
    (one,) = offices(workspace)
    assert (one.country, one.titles) == ("NO", {"en": "010"})


BROKEN = [
    row(1, rank="first"),
    row(2, salutation__en="", country="Norway"),
    row(3),
    row(3, email="none"),
    row(5, id="Mission 5"),
    row(6, checked_on="5.1.2026"),
    row(7, audience="eux"),
    row(8, title__en="Head of\x07Mission"),
    row(9, id=""),
    row(10, rank="", checked_on="", title__en="\u200b"),
    row(11, title__en="a\nb", block__en="c\nd", closing__en=""),
    row(12, block__en="", salutation__en="", closing__en=""),
    row(13),
]


def test_every_mistake_is_told_with_its_row(workspace: WorkspaceFolder, golden: Golden) -> None:
    """No bad row hides another, and the good ones are read."""
    text = (
        table(BROKEN) + '"mission_14",14,"Head" of Mission\nmission_15,15,T,B,S,C,,,,2026-01-05,x\n'
    )
    workspace.write(MISSIONS, text)
    golden.check("problems/many-mistakes-in-a-table.txt", workspace.told() + "\n")
    assert [each.id for each in offices(workspace)] == [
        "mission_3",
        "mission_7",
        "mission_8",
        "mission_13",
        "mission_15",
    ]


def test_every_mistake_of_the_captions_is_told(workspace: WorkspaceFolder, golden: Golden) -> None:
    """A column that lacks is told once, not for each row."""
    captions = ("id", "rank", "titel.en", "block.en", "block.en", "closing.en", "block.kk", "Email")
    lines = [",".join(captions), *(f"m_{n},{n},T,B,B,C,,a@example.org,x" for n in range(2))]
    workspace.write(MISSIONS, "\n".join(lines))
    golden.check("problems/captions-of-a-table.txt", workspace.told() + "\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "1:1: error: The file is empty."),
        (b"\n,,\n", "1:1: error: The file is empty."),
        (
            b"m,1,T\n",
            "1:1: error: The first line of this table has no captions that are known here.",
        ),
        (b"id,rank\n", "1:1: error: The table has captions, but no row below them."),
        (b"id,rank\nm_1,\xcd\xe0\n", "2:5: error: The file is not UTF-8 text: the byte 0xCD at 12"),
        (b"\xff\xfei\0d\0", "1:1: error: The file is not UTF-8 text: the byte 0xFF at 0"),
        (b"id,ra\0nk\n", "1:6: error: The file is not UTF-8 text: the byte 0x00 at 5"),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes, told: str, workspace: WorkspaceFolder) -> None:
    """Each with its own problem, and nothing else."""
    workspace.write(MISSIONS, content)
    said = re.sub(r"offset (\d+) does not belong there\.", r"\1", workspace.told())
    assert said.splitlines()[::2] == [f"{MISSIONS}:{told}"]


def test_a_link_out_of_the_workspace(workspace: WorkspaceFolder) -> None:
    """A table is read under the same rules as every file."""
    outside = workspace.root.parent / "outside.csv"
    outside.write_text(table([row(1)]), encoding="utf-8")
    (workspace.root / MISSIONS).symlink_to(outside)
    assert workspace.told().splitlines()[0] == (
        f"{MISSIONS}:1:1: error: This is a link to a file outside the workspace."
    )
    assert offices(workspace) == []


def test_names_and_places_of_files(workspace: WorkspaceFolder) -> None:
    """The name of a table is an id, and other folders have none."""
    workspace.write("briefs/directory/My Missions.csv", table([row(1)]))
    workspace.write("briefs/missions.csv", table([row(1)]))
    assert workspace.told() == (
        "briefs/directory/My Missions.csv:1:1: error: The name of this file is the id of its "
        "table, but it has more than small letters, figures and hyphens.\n"
        "    Rename the file, such as to brussels-2026.csv.\n"
        "briefs/missions.csv:1:1: warning: Nothing reads this table here.\n"
        "    Move it to briefs/directory/, where tables of addressees stand; its name ends in .csv."
    )


def test_an_id_of_another_file(workspace: WorkspaceFolder) -> None:
    """An id is unique in the workspace, whatever file it stands in."""
    workspace.write(MISSIONS, table([row(1, id="commissioner"), row(2)]))
    assert workspace.told() == (
        f"{MISSIONS}:2:1: error: The id stands a second time; it stands first in {OFFICES}:13.\n"
        "    Give one of the two another id, and mend what refers to it."
    )


def test_places_of_cells() -> None:
    """Line and column are where an editor shows the cell, also behind quotes and line breaks."""
    text = 'a,"b ""b""",c\r\n"d\r\nd",e,"f\nf\nf",g\n\nh,,i'
    rows, problems = read_table(text, file="x.csv")
    assert problems == []
    assert [[(each.text, each.line, each.column) for each in line.cells] for line in rows] == [
        [("a", 1, 1), ('b "b"', 1, 3), ("c", 1, 13)],
        [("d\r\nd", 2, 1), ("e", 3, 4), ("f\nf\nf", 3, 6), ("g", 5, 4)],
        [("h", 7, 1), ("", 7, 3), ("i", 7, 4)],
    ]


def test_a_quotation_mark_that_is_not_closed() -> None:
    """What it takes in is lost, and told at the row in which it stands."""
    rows, problems = read_table('a,b\n"c,d\ne,f\n', file="x.csv")
    assert [row.line for row in rows] == [1, 2]
    assert [(each.rule, each.place.line) for each in problems] == [("row-quotes", 2)]
