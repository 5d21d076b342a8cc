"""Problems are told in the order of files and lines, whatever else is broken."""

from __future__ import annotations

import re

import pytest

from tests.cli.support import Typed
from tests.workspaces import (
    BRIEF,
    CASES,
    COURTS,
    EU_COMMITMENTS,
    PEOPLE,
    PRESS,
    SOURCES,
    THEMES,
    WorkspaceFolder,
)

MISTAKES = (
    (BRIEF, "end: 2026-03-11", "end: 2026-03-09"),
    (BRIEF, "themes: [courts, press]\n", "themes: [courts, press, courts]\n"),
    (
        BRIEF,
        "    locales: [en]\n    formats: [md]\n  -",
        "    locales: [en, zz]\n    formats: [md]\n  -",
    ),
    (CASES, "date: 2025-02-10", "date: 2025-02-31"),
    (COURTS, "priority: 2", "priority: two"),
    (SOURCES, "title: Courts in spring", "title: 5.10"),
)
COMMANDS = ("check", "build", "explain spring", "translate update", "translate status")
PLACE = re.compile(r"(?m)^(\S+\.yaml):(\d+):(\d+): ")


def places(told: str) -> list[tuple[str, int, int]]:
    """Return the places that are named, in their order."""
    return [(file, int(line), int(column)) for file, line, column in PLACE.findall(told)]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("broken", [THEMES, EU_COMMITMENTS, PEOPLE, SOURCES, PRESS])
def test_what_is_told_is_in_order(
    broken: str, command: str, typed: Typed, workspace: WorkspaceFolder
) -> None:
    """A file that cannot be read has its line among the others."""
    for file, old, new in MISTAKES:
        workspace.replace(file, old, new)
    workspace.write(broken, "a: [\n")
    found = places(typed(command).err)
    assert len(found) > len((broken, BRIEF))
    assert broken in {file for file, _, _ in found}
    assert found == sorted(found)


def test_the_rest_is_told_as_before(typed: Typed, workspace: WorkspaceFolder) -> None:
    """What is broken adds its own line, and takes none away but its own."""
    for file, old, new in MISTAKES:
        workspace.replace(file, old, new)
    before = places(typed("check").err)
    workspace.write(EU_COMMITMENTS, "a: [\n")
    after = places(typed("check").err)
    assert [each for each in after if each[0] != EU_COMMITMENTS] == before


def test_a_theme_is_known_while_the_themes_cannot_be_read(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """What cannot be read may hold it."""
    workspace.write(THEMES, "themes: [\n")
    outcome = typed("list recommendations --theme press --json")
    assert outcome.code == 1
    assert [each["id"] for each in outcome.json()] == ["printers-free"]


def test_a_brief_without_deliveries_and_a_template_of_other_bytes_do_not_stop_translators(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Both are told by the check; a catalogue is read all the same."""
    workspace.write("locales/fr/LC_MESSAGES/content.po", 'msgid ""\nmsgstr ""\n')
    head = workspace.read(BRIEF).partition("deliveries:")[0]
    workspace.write(BRIEF, f"{head}deliveries: []\n")
    workspace.write("templates/letter.md.j2", b"caf\xe9")
    told = typed("check").err
    assert "“deliveries” is an empty list" in told
    assert "templates/letter.md.j2:1:4: error: The file is not UTF-8 text" in told
