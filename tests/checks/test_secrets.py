"""No message quotes a name, a text or a value of a field that is not public."""

from __future__ import annotations

import pytest

from tests.workspaces import CASES, COURTS, PEOPLE, SOURCES, WorkspaceFolder

CANARY = "xantippe"
INTERNAL = "    sensitivity: internal\n"

# Mistakes in what is not public, each with a canary where a message might quote it.
SECRETS: dict[str, tuple[str, str, str]] = {
    "name": (PEOPLE, "names: {en: Ada Quill}", f"names: {{en: [{CANARY}]}}"),
    "variant": (PEOPLE, "variants: [Adah Quille]", f"variants: {CANARY}"),
    "number for a name": (PEOPLE, "variants: [Adah Quille]", "variants: [010]"),
    "gender": (PEOPLE, "gender: f", f"gender: {CANARY}"),
    "id of a person": (PEOPLE, "- id: ada_quill", f"- id: Ada {CANARY}"),
    "source of a name": (PEOPLE, "source: gazette-2025", f"source: {CANARY}"),
    "list of people": (PEOPLE, "[ada_quill, bo_lantern]", f"[ada_quill, {CANARY}]"),
    "star before a name": (PEOPLE, "{en: Bo Lantern}", f"*{CANARY}"),
    "tag before a name": (PEOPLE, "{en: Bo Lantern}", f"!{CANARY} {{en: Bo}}"),
    "colon after a name": (PEOPLE, "gender: f", f"gender: f: {CANARY}"),
    "open quote": (PEOPLE, "{en: Bo Lantern}", f"{{en: '{CANARY}"),
    "text of a case": (CASES, "{ada_quill} was detained on 10 February 2025.", f"{{{CANARY}}}"),
    "open brace in a case": (CASES, "{ada_quill} was detained", f"{{{CANARY} was detained"),
    "status of a case": (CASES, "status: detained", f"status: {CANARY}"),
    "person of a case": (CASES, "people: [ada_quill]", f"people: [{CANARY}]"),
    "date of a case": (CASES, "date: 2025-02-10", f'date: "{CANARY}"'),
    "text of evidence": (COURTS, "Eleven judges", f"Of {{{CANARY}}} judges"),
    "form in evidence": (COURTS, "{the_two:count}", f"{{the_two:{CANARY}}}"),
    "certainty of evidence": (COURTS, "certainty: established", f"certainty: {CANARY}"),
    "locator of evidence": (COURTS, 'locator: "p. 1"', "locator: 010"),
    "source of evidence": (
        COURTS,
        '{source: gazette-2025, locator: "p. 1"}',
        f"{{source: {CANARY}}}",
    ),
    "colon in evidence": (COURTS, "Eleven judges", f"Eleven: {CANARY} judges"),
    "title of a source": (SOURCES, "title: Courts in spring", "title: 010"),
    "address of a source": (SOURCES, '"https://example.org/gazette"', CANARY),
    "kind of a source": (SOURCES, "kind: official-statistic", f"kind: {CANARY}"),
}


def hide(workspace: WorkspaceFolder) -> None:
    """Take every word of public sensitivity away: what says nothing is internal."""
    for file in (CASES, COURTS, SOURCES):
        text = workspace.read(file)
        workspace.write(
            file,
            "".join(line for line in text.splitlines(keepends=True) if "sensitivity:" not in line),
        )


@pytest.mark.parametrize("name", SECRETS)
def test_what_is_not_public_is_not_quoted(name: str, workspace: WorkspaceFolder) -> None:
    """The message names the key and the place, and keeps the value to itself."""
    file, old, new = SECRETS[name]
    hide(workspace)
    workspace.replace(file, old, new)
    _, problems = workspace.checked()
    errors = [each for each in problems if each.severity == "error" and each.place.file == file]
    assert errors
    for each in problems:
        shown = repr(each.as_json())
        assert CANARY not in shown
        assert "010" not in shown


def test_a_public_event_of_an_internal_case_is_not_quoted(workspace: WorkspaceFolder) -> None:
    """The case decides first, then its event."""
    workspace.replace(CASES, "    sensitivity: public\n    history", "    history")
    workspace.replace(CASES, "{ada_quill} was detained", f"{{{CANARY}}} was detained")
    assert "“statement” speaks of {…}" in workspace.told()


def test_what_is_public_is_quoted(workspace: WorkspaceFolder) -> None:
    """Recommendations, figures and what is marked public: there the value helps."""
    workspace.replace(COURTS, "evidence: [records-closed]", f"evidence: [{CANARY}]")
    workspace.replace(COURTS, "Eleven judges", f"Of {{{CANARY}}} judges")
    workspace.replace(SOURCES, "title: Courts in spring", "title: 010")
    told = workspace.told()
    assert f"“evidence” refers to “{CANARY}”" in told
    assert f"“statement” speaks of {{{CANARY}}}" in told
    assert 'Put it in quotes: "010"' in told
