"""Waivers: a named person openly waives a rule, for a time; what protects people nobody waives."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.building import BuildResult
from generator.building.gates import GATES
from generator.problems import wordings
from tests.cli.support import Typed
from tests.workspaces import BRIEF, COURTS, NOW, WorkspaceFolder, as_told, fictional

PETITION = """\
name: Petition
audiences: [eu, un]
formats: [md, html]
addressees: {least: 3}
checked: {checked_on: 2026-01-05, source: rules of a fictional body}
"""
PETITION_TEXT = """\
{{ page_lines(page_number="", running_title="", draft="DRAFT", notes="Sources", courtesy="COPY") }}

# {{ subject }}
"""
TODAY = NOW.date()
FEW = "addressees-too-few"
WAIVED = (
    "briefs/spring.yaml:19:17: warning: The delivery “council” has 2 addressees; a document"
    " “petition” goes to 3 or more (rules of a fictional body). Waived by Mira Holt until"
    " 2026-04-30: The secretariat agreed by telephone."
)


@pytest.fixture
def petition(tmp_path: Path) -> WorkspaceFolder:
    """Return a workspace whose first delivery has too few addressees for its document."""
    files = {"templates/petition.yaml": PETITION, "templates/petition.md.j2": PETITION_TEXT}
    workspace = fictional(tmp_path / "workspace", files)
    workspace.replace(
        BRIEF, "audience: eu\n    document: letter", "audience: eu\n    document: petition"
    )
    return workspace


def waive(workspace: WorkspaceFolder, rule: str, more: str = "", until: str = "2026-04-30") -> None:
    """Waive a rule in the brief."""
    workspace.append(BRIEF, f"waivers:\n{waiver(rule, more, until)}")


def waiver(rule: str, more: str = "", until: str = "2026-04-30") -> str:
    """Return a waiver."""
    return (
        f"  - {{rule: {rule}, who: Mira Holt, until: {until},"
        f" why: The secretariat agreed by telephone.{more}}}\n"
    )


def council(workspace: WorkspaceFolder, today: date = TODAY) -> BuildResult:
    """Build the first delivery."""
    return workspace.build(deliveries=("council",), today=today)


def rules(result: BuildResult) -> list[str]:
    """Return the rules of the problems of a build."""
    return [each.rule for each in result.problems]


def test_what_a_gate_refuses_is_built_when_somebody_waives_it(petition: WorkspaceFolder) -> None:
    """The error becomes a warning that says who waived it, why and until when."""
    assert (council(petition).built, rules(council(petition))) == ((), [FEW])
    waive(petition, FEW)
    result = council(petition)
    assert [each.path.name for each in result.built] == ["council.en.md"]
    assert as_told(result.problems) == WAIVED


def test_what_cannot_be_filed_is_built_when_somebody_waives_it(petition: WorkspaceFolder) -> None:
    """In that format; the others were never refused."""
    petition.write(
        "templates/petition.yaml",
        PETITION.replace("{least: 3}", "{least: 0}")
        + "filing: {languages: [en], formats: [html]}\n",
    )
    md = "    formats: [md]\n  - id: geneva"
    petition.replace(BRIEF, md, md.replace("[md]", "[md, html]"))
    assert [each.format for each in council(petition).built] == ["html"]
    waive(petition, "format-not-filed")
    result = council(petition)
    assert [each.format for each in result.built] == ["md", "html"]
    assert [each.rule for each in result.problems if each.waived] == ["format-not-filed"]


def test_the_manifest_lists_the_waivers_of_each_output(petition: WorkspaceFolder) -> None:
    """Those of the document, and of no other."""
    waive(petition, FEW)
    petition.build()
    kept = (petition.root / "out/.internal/spring/manifest.json").read_text(encoding="utf-8")
    assert {each["file"]: each["waivers"] for each in json.loads(kept)["outputs"]} == {
        "council.en.md": [
            {
                "rule": FEW,
                "id": "spring",
                "who": "Mira Holt",
                "why": "The secretariat agreed by telephone.",
                "until": "2026-04-30",
                "place": "briefs/spring.yaml:30",
            }
        ],
        "geneva.en.md": [],
    }


@pytest.mark.parametrize(
    ("more", "until", "today", "found"),
    [
        ("", "2026-04-30", date(2026, 4, 30), []),
        ("", "2026-04-30", date(2026, 5, 1), [FEW, "waiver-ended"]),
        (", delivery: council", "2026-04-30", date(2026, 3, 1), []),
        (", delivery: geneva", "2026-04-30", date(2026, 3, 1), [FEW]),
        (", id: spring", "2026-04-30", date(2026, 3, 1), []),
        (", id: autumn", "2026-04-30", date(2026, 3, 1), [FEW]),
    ],
)
def test_what_a_waiver_covers(
    more: str, until: str, today: date, found: list[str], petition: WorkspaceFolder
) -> None:
    """Its delivery, its record, and the days up to its last one, that one included."""
    waive(petition, FEW, more, until)
    result = council(petition, today=today)
    assert [each.rule for each in result.problems if not each.waived] == found
    assert len(result.built) == (not found)


def test_a_waiver_of_the_workspace_is_for_every_brief(petition: WorkspaceFolder) -> None:
    """It stands in workspace.yaml."""
    petition.write("workspace.yaml", f"waivers:\n{waiver(FEW)}")
    assert as_told(council(petition).problems) == WAIVED


def test_what_a_check_refuses_is_built_when_somebody_waives_it(
    workspace: WorkspaceFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the content that a brief draws on; for the other briefs it stays one."""
    workspace.replace(
        COURTS,
        "    priority: 2\n",
        "    priority: 2\n    since: 2026-03-05\n    until: 2026-03-05\n",
    )
    workspace.replace(
        COURTS,
        "id: records-closed\n    date: 2025-12-10",
        "id: records-closed\n    date: 2026-03-06",
    )
    assert council(workspace).built == ()
    waive(workspace, "never-selected", ", id: records-open", until="2999-12-31")
    result = council(workspace)
    assert len(result.built) == 1
    (found,) = [each for each in result.problems if each.waived]
    assert (found.rule, found.id, str(found.severity)) == (
        "never-selected",
        "records-open",
        "warning",
    )
    typed = Typed(capsys)
    outcome = typed(f"-C {workspace.root} build --to md")
    assert (outcome.code, outcome.err.count("Waived by Mira Holt")) == (0, 1)
    assert typed(f"-C {workspace.root} check").code == 1
    workspace.write("workspace.yaml", f"waivers:\n{waiver('never-selected', until='2999-12-31')}")
    assert typed(f"-C {workspace.root} check").code == 0


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("name-withheld", "30:12: error: The rule “name-withheld” cannot be waived."),
        ("addressee-too-few", "30:12: error: There is no rule “addressee-too-few”, so this waives"),
    ],
)
def test_a_waiver_that_cannot_be(rule: str, told: str, workspace: WorkspaceFolder) -> None:
    """Of what protects people, or of a rule that there is not."""
    waive(workspace, rule)
    assert workspace.told().startswith(f"{BRIEF}:{told}")
    assert council(workspace).built == ()


def test_a_waiver_that_has_ended_is_told(workspace: WorkspaceFolder) -> None:
    """Also where it would waive nothing."""
    waive(workspace, FEW, until="2026-02-28")
    assert workspace.told().startswith(
        f"{BRIEF}:30:12: warning: This waiver of “{FEW}” ended on 2026-02-28;"
    )


def test_a_waiver_of_nothing_is_told(petition: WorkspaceFolder) -> None:
    """Once everything that it could waive was built, and only then."""
    waive(petition, "over-limit")
    petition.replace(BRIEF, "waivers:\n", f"waivers:\n{waiver(FEW)}")
    assert "waiver-unused" not in rules(council(petition))
    idle = [each for each in petition.build().problems if each.rule == "waiver-unused"]
    assert as_told(idle).startswith(
        f"{BRIEF}:31:12: warning: This waiver of “over-limit” waives nothing in what was built."
    )
    petition.write("workspace.yaml", f"waivers:\n{waiver('over-limit')}")
    assert rules(petition.build()).count("waiver-unused") == 2


def test_an_explanation_shows_what_is_waived(petition: WorkspaceFolder) -> None:
    """The delivery is ready, and says at what price."""
    assert petition.explain().deliveries[0].errors == 1
    waive(petition, FEW)
    found = petition.explain().deliveries[0]
    assert found.errors == 0
    (used,) = found.as_json()["waivers"]
    assert (used["rule"], used["who"]) == (FEW, "Mira Holt")


def test_nobody_waives_what_protects_people() -> None:
    """Whatever is of naming, clearance, consent, the last look, embargo and approval."""
    words = (
        "name",
        "naming",
        "withheld",
        "withdrawn",
        "told",
        "clearance",
        "consent",
        "identit",
        "sensitiv",
        "embargo",
        "approv",
        "contradicts",
        "person",
        "signatory",
        "found-in",
        "translation-missing",
        "translation-stale",
    )
    protecting = [rule for rule in wordings() if any(word in rule for word in words)]
    assert len(protecting) > 12
    assert [rule for rule in protecting if wordings()[rule].get("waivable")] == []


def test_every_rule_of_a_gate_says_why_it_is_there() -> None:
    """So does every rule that can be waived."""
    of_gates = {rule for gate in GATES for rule in gate.rules}
    waivable = {rule for rule, kind in wordings().items() if kind.get("waivable")}
    assert len(of_gates) > 12
    assert [each for each in of_gates | waivable if not wordings()[each].get("reason")] == []
