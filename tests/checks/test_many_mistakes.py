"""Many mistakes at once: all are told, in the order of the files, in one golden file."""

from __future__ import annotations

from tests.support.golden import Golden
from tests.workspaces import (
    BRIEF,
    CASES,
    COURTS,
    EU_COMMITMENTS,
    FICTIONAL,
    PEOPLE,
    PRESS,
    SOURCES,
    THEMES,
    UN_COMMITMENTS,
    WorkspaceFolder,
)

CHANGES = (
    (THEMES, "name: Courts", "nam: Courts"),
    (EU_COMMITMENTS, "date: 1999", "date: 1999-13"),
    (UN_COMMITMENTS, "binding: treaty", "binding: treatise"),
    (PEOPLE, "basis: public-record, source: gazette-2025", "basis: public-record"),
    (PEOPLE, "{en: Bo Lantern}", "{en: [Bo, Lantern]}"),
    (PEOPLE, "people: [ada_quill, bo_lantern]", "people: [ada_quill, bo_latern]"),
    (CASES, "date: 2025-02-10", "date: 2025-02-31"),
    (CASES, "themes: [courts]", "themes: courts"),
    (SOURCES, "locale: en\n    date: 2025-12-10", "locale: en\n    date: 10 December 2025"),
    (SOURCES, '"https://example.org/gazette"', "example.org/gazette"),
    (COURTS, "    priority: 1\n", "    priority: 1\n    priority: first\n"),
    (COURTS, "    priority: 2\n", "    priority: 2\n    deadline: 31.12.2026\n"),
    (COURTS, "commitments: [covenant-9]", "commitments: [charter-4]"),
    (COURTS, "ask: Publish the records of every trial.", "ask:"),
    (COURTS, 'locator: "p. 1"', "locator: 010"),
    (COURTS, "value: 1200", "value: 1,200"),
    (COURTS, "id: records-closed", "id: judges-count"),
    (PRESS, "{bo_lantern}", "{bo_lantern} and Adah Quille"),
    (PRESS, "evidence: [press-sealed]", "evidence: [press-seald]"),
    (PRESS, "sources: [{source: gazette-2025}]", "sources: []"),
    (SOURCES, "title: Courts in spring", "title: 5.10"),
    (BRIEF, "end: 2026-03-11", "end: 2025-03-11"),
    (BRIEF, "addressees: [commissioner, chair_of_council]", "addressees: [comissioner]"),
    (BRIEF, "audience: un", "audience: um"),
    (BRIEF, "before {chair_of_council} meets", "before {chair_of_counsil} meets"),
)


def test_everything_is_told_at_once(workspace: WorkspaceFolder, golden: Golden) -> None:
    """No mistake hides another, what may stand in unreadable files aside; nothing raises."""
    for file, old, new in CHANGES:
        workspace.replace(file, old, new)
    workspace.write("recommendations/ruritania/prisons.yaml", b"theme: pris\xf6ns\n")
    workspace.write("recommendations/ruritania/roads.yaml", "")
    workspace.write("recommendations/ruritania/rivers.yaml", "theme: *rivers\n")
    workspace.write("recommendations/ruritania/notes.yml", "theme: notes\n")
    (workspace.root / "recommendations/ruritania/lakes.yaml").mkdir()
    workspace.write("briefs/winter.yaml", FICTIONAL[BRIEF].replace("state: asked", "state: maybe"))
    (workspace.root / "briefs/autumn.yaml").symlink_to("nowhere")
    golden.check("problems/many-mistakes.txt", workspace.told() + "\n")
