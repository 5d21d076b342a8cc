"""Cases hold together, and an ask for release says of which cases it can be made."""

from __future__ import annotations

import pytest

from tests.workspaces import CASES, COURTS, WorkspaceFolder

SECOND = "      - date: 2025-09-01\n        status: imprisoned\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            SECOND,
            SECOND.replace("2025-09-01", "2025-02-09"),
            "14:15: warning: This event is earlier than the one above it.",
        ),
        (
            SECOND,
            SECOND.replace("2025-09-01", "2025-02-10"),
            (
                "14:15: warning: This event has the date of the one above it; a letter states only"
                " the last of them."
            ),
        ),
        (
            "    history:\n",
            "    until: 2025-08-31\n    history:\n",
            (
                "15:15: warning: This event is later than the “until:” of its case, so no letter"
                " states it."
            ),
        ),
        (
            SECOND,
            SECOND + "        next_hearing: 2025-08-31\n",
            "16:23: error: “next_hearing” is a day before “date”.",
        ),
        (
            "status: detained",
            "status: deceased",
            (
                "15:17: error: The history says that the person died, and later something that only"
                " the living can be."
            ),
        ),
    ],
)
def test_events_that_do_not_fit(
    old: str, new: str, expected: str, workspace: WorkspaceFolder
) -> None:
    """Each is told at its own place."""
    workspace.replace(CASES, old, new)
    assert workspace.told().startswith(f"{CASES}:{expected}\n")


def test_a_death_may_be_investigated_and_judged(workspace: WorkspaceFolder) -> None:
    """What follows a death is not about the living."""
    workspace.replace(CASES, "status: detained", "status: deceased")
    workspace.replace(CASES, "status: imprisoned", "status: pending")
    assert workspace.told() == ""


@pytest.mark.parametrize(
    ("ask", "cases", "warned"),
    [
        ("Release all who are held.", "[quill-trial]", True),
        ("Release {ada_quill}.", "[]", True),
        ("Drop the charges against {ada_quill}.", "[]", True),
        ("End the prosecution of teachers.", "[quill-trial]", True),
        ("Release the figures.", "[]", False),
        ("Drop the charges for copies.", "[]", False),
        ("Have judges appointed.", "[quill-trial]", False),
    ],
)
def test_an_ask_for_release_says_what_it_presumes(
    ask: str, cases: str, workspace: WorkspaceFolder, *, warned: bool
) -> None:
    """Else it would be made for ever; other asks need not."""
    old = "ask: Have judges appointed by an independent council.\n    priority: 1"
    workspace.replace(COURTS, old, f'ask: "{ask}"\n    priority: 1')
    workspace.replace(COURTS, "cases: [quill-trial]", f"cases: {cases}")
    told = f"{COURTS}:6:5: warning: This asks for a release, or for the end"
    assert (told in workspace.told()) is warned
    workspace.replace(COURTS, "    priority: 1\n", "    priority: 1\n    presumes: [detained]\n")
    assert told not in workspace.told()


def test_the_words_are_those_of_the_source_language(workspace: WorkspaceFolder) -> None:
    """A word of release is looked for in the language in which the sentences are written."""
    old = "ask: Have judges appointed by an independent council.\n    priority: 1"
    workspace.replace(COURTS, old, 'ask: "Libérer {ada_quill}."\n    priority: 1')
    assert "This asks for a release" not in workspace.told()
    workspace.write("workspace.yaml", "source_locale: fr\n")
    assert "This asks for a release" in workspace.told()
