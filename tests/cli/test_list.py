"""``brief list``: what is there, and nothing that is not public."""

from __future__ import annotations

import pytest

from generator.cli.commands.list import KINDS
from tests.cli.support import Typed
from tests.workspaces import BO_AGREED, CASES, COURTS, PEOPLE, SOURCES, WorkspaceFolder


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_table_and_json(kind: str, typed: Typed) -> None:
    """Every kind has a table and json."""
    table, value = typed(f"list {kind}"), typed(f"list {kind} --json")
    assert (table.code, table.err, value.code, value.err) == (0, "", 0, "")
    records = value.json()
    assert records
    for each in records:
        assert each["id"] in table.out
        assert each["file"].endswith(".yaml")
        assert each["line"] >= 1


def test_a_table(typed: Typed) -> None:
    """A table has aligned columns, and numbers to the right."""
    assert typed("list recommendations").out == (
        "id              priority  country  themes  audiences     ask\n"
        "judges-appoint         1  XA       courts  eu, un        Have judges appointed by an"
        " independent council.\n"
        "records-open           2  XA       courts  eu, osce, un  Publish the records of every"
        " trial.\n"
        "printers-free          1  XA       press   every         Let printers work without a"
        " licence.\n"
    )


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("briefs --theme press", ["spring"]),
        ("briefs --audience osce", []),
        ("themes --audience un", ["courts", "press"]),
        ("recommendations --theme courts --audience osce", ["records-open"]),
        ("evidence --theme press", ["press-sealed"]),
        ("evidence --audience osce", ["records-closed", "press-sealed"]),
        ("people --theme courts", ["ada_quill"]),
        ("cases --audience un", ["quill-trial"]),
        ("sources --theme press", ["gazette-2025"]),
        ("commitments --audience un", ["covenant-9", "covenant-14"]),
        ("audiences --audience un", ["un"]),
        (
            "documents --audience un",
            [
                *("briefing-paper", "country-report", "cover-email", "digest", "fact-sheet"),
                *("letter", "oral-statement", "speaking-points", "treaty-body-report"),
                *("upr-submission", "written-statement"),
            ],
        ),
    ],
)
def test_narrowed(line: str, ids: list[str], typed: Typed) -> None:
    """Options narrow what is listed."""
    outcome = typed(f"list {line} --json")
    assert (outcome.code, [each["id"] for each in outcome.json()]) == (0, ids)


def test_nothing_to_list(typed: Typed) -> None:
    """Nothing to list."""
    assert typed("list briefs --audience osce").out == "There are no such briefs.\n"


def test_what_is_not_public_is_not_printed(typed: Typed, workspace: WorkspaceFolder) -> None:
    """What is not public is not printed."""
    for file in (COURTS, CASES, SOURCES):
        text = workspace.read(file)
        workspace.write(file, text.replace("sensitivity: public", "sensitivity: internal"))
    workspace.replace(PEOPLE, BO_AGREED, "")
    printed = ""
    for kind in KINDS:
        printed += typed(f"list {kind}").out + typed(f"list {kind} --json").out
    for secret in ("Eleven judges", "serving two years", "Gazette", "example.org/g", "Bo Lantern"):
        assert secret not in printed
    assert "Ada Quill" in printed
    assert "internal" in printed


def test_records_with_mistakes_are_listed_and_told(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Records with mistakes are listed and told."""
    workspace.replace(COURTS, "priority: 2", "priority: two")
    outcome = typed("list recommendations --json")
    assert outcome.code == 1
    assert {each["id"] for each in outcome.json()} == {
        "judges-appoint",
        "records-open",
        "printers-free",
    }
    assert "“priority” must be a number" in outcome.err


def test_limits_are_numbers(typed: Typed) -> None:
    """Of each document type, and of its variants; of each audience, by document type."""
    documents = {each["id"]: each["limits"] for each in typed("list documents --json").json()}
    assert documents["letter"] == {"words": 1700, "pages": 4}
    assert documents["upr-submission"] == {"words": 2815, "words (joint)": 5630}
    audiences = {each["id"]: each["limits"] for each in typed("list audiences --json").json()}
    assert audiences == {"eu": {"pages (letter)": 3}, "osce": {"pages (letter)": 6}, "un": {}}
    assert "2815 words, 5630 words (joint)" in typed("list documents").out
