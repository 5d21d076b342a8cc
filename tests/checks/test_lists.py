"""Lists of a brief: none is empty, and nothing stands twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.workspaces import BRIEF, FICTIONAL, WorkspaceFolder

Check = Callable[..., str]
WRITE = "nothing could be built.\n    Write at least one entry, such as “- …” in a line below it."
PRINTED = "and would be printed twice.\n    Delete one of the two."
BUILT = "it is built once.\n    Delete one of the two, or write the one that was meant."
ADDRESSEES = "addressees: [commissioner, chair_of_council]"
HEAD, COUNCIL = "themes: [courts, press]", f"{ADDRESSEES}\n    locales: [en]\n    formats: [md]"

# What stands in the brief, what is put in its place, and what is told.
LISTS: dict[str, tuple[str, str, str]] = {
    "no addressees": (
        ADDRESSEES,
        "addressees: []",
        f"19:5: error: “addressees” is an empty list; {WRITE}",
    ),
    "no locales": (
        COUNCIL,
        COUNCIL.replace("[en]", "[]"),
        f"20:5: error: “locales” is an empty list; {WRITE}",
    ),
    "no formats": (
        COUNCIL,
        COUNCIL.replace("[md]", "[]"),
        f"21:5: error: “formats” is an empty list; {WRITE}",
    ),
    "no themes": (HEAD, "themes: []", f"14:1: error: “themes” is an empty list; {WRITE}"),
    "an addressee twice": (
        ADDRESSEES,
        "addressees: [commissioner, chair_of_council, commissioner]",
        f"19:50: error: “commissioner” stands twice under “addressees”, {PRINTED}",
    ),
    "a theme twice": (
        HEAD,
        "themes: [courts, press, courts]",
        f"14:25: error: “courts” stands twice under “themes”, {PRINTED}",
    ),
    "a theme of a delivery twice": (
        "    themes: [courts]",
        "    themes: [courts, courts]",
        f"26:22: error: “courts” stands twice under “themes”, {PRINTED}",
    ),
    "a signatory twice": (
        "organisation: lantern_society",
        "organisation: harbour_watch",
        f"9:5: error: “harbour_watch” stands twice under “signatories”, {PRINTED}",
    ),
    "a locale twice": (
        COUNCIL,
        COUNCIL.replace("[en]", "[en, en]"),
        f"20:19: warning: “en” stands twice under “locales”; {BUILT}",
    ),
    "a format twice": (
        COUNCIL,
        COUNCIL.replace("[md]", "[md, docx, md]"),
        f"21:25: warning: “md” stands twice under “formats”; {BUILT}",
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_told_as_the_user_sees_it(name: str, check: Check) -> None:
    """One change, and exactly what is told of it."""
    old, new, expected = LISTS[name]
    assert check(BRIEF, old, new) == f"{BRIEF}:{expected}"


def test_a_brief_without_deliveries(workspace: WorkspaceFolder) -> None:
    """There would be no letter, and nobody would know why."""
    head = FICTIONAL[BRIEF].partition("deliveries:")[0]
    workspace.write(BRIEF, f"{head}deliveries: []\n")
    assert workspace.told() == f"{BRIEF}:15:1: error: “deliveries” is an empty list; {WRITE}"


def test_what_stands_twice_is_built_once(workspace: WorkspaceFolder) -> None:
    """One file, one line in the table."""
    workspace.replace(
        BRIEF, COUNCIL, COUNCIL.replace("[en]", "[en, en]").replace("[md]", "[md, md]")
    )
    result = workspace.build(deliveries=("council",))
    assert [each.path.name for each in result.built] == ["council.en.md"]
