"""``brief list``: what is there, and nothing that is not public."""

from __future__ import annotations

import pytest

from generator.cli.commands.list import KINDS
from tests.cli.support import Typed
from tests.workspaces import BO_AGREED, CASES, COURTS, PEOPLE, PRESS, SOURCES, WorkspaceFolder


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


SECRETS = ("Eleven judges", "serving two years", "Gazette", "example.org/g")


def hidden(workspace: WorkspaceFolder) -> None:
    """Let evidence, cases and sources be internal, and nobody say why Bo Lantern may be named."""
    for file in (COURTS, CASES, SOURCES):
        text = workspace.read(file)
        workspace.write(file, text.replace("sensitivity: public", "sensitivity: internal"))
    workspace.replace(PEOPLE, BO_AGREED, "")


def listed(typed: Typed, options: str = "") -> str:
    """Return all that is listed, as tables and as JSON."""
    lines = [f"list {kind} {options}" for kind in KINDS]
    return "".join(typed(line).out + typed(f"{line} --json").out for line in lines)


def test_what_is_not_public_is_not_printed(typed: Typed, workspace: WorkspaceFolder) -> None:
    """The record is there with its id; an ellipsis stands for what it says."""
    assert all(secret in listed(typed) for secret in (*SECRETS, "Bo Lantern", "Ada Quill"))
    hidden(workspace)
    printed = listed(typed)
    for secret in (*SECRETS, "Bo Lantern", "Ada Quill"):
        assert secret not in printed
    assert "internal" in printed
    (case,) = typed("list cases --json").json()
    assert (case["id"], case["statement"], case["status"]) == ("quill-trial", "…", None)
    assert typed("list sources --json").json()[0]["title"] == "…"


def test_with_a_clearance_it_is_printed(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Names still need a basis."""
    hidden(workspace)
    printed = listed(typed, "--clearance internal")
    assert all(secret in printed for secret in (*SECRETS, "Ada Quill"))
    assert "Bo Lantern" not in printed
    assert "Eleven judges" not in listed(typed, "--clearance restricted")


@pytest.mark.parametrize(
    "bounds", ["audiences: [eu]", "locales: [ru]", "until: 2031-01-01", "withdrawn_on: 2026-01-01"]
)
def test_a_name_that_not_every_reader_may_know(
    bounds: str, typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Is in no list for the public; in none at all once the consent was withdrawn."""
    workspace.replace(PEOPLE, "how: written", f"how: written, {bounds}")
    workspace.replace(PRESS, "The press of {bo_lantern}", "The press of Mr Lantern")
    assert "Lantern" not in typed("list people").out + typed("list evidence --json").out
    named = "Bo Lantern" in typed("list people --clearance restricted").out
    assert named is ("withdrawn" not in bounds)


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
