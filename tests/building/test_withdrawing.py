"""Withdrawn means withdrawn: what named somebody is taken away when their consent ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from generator.output.files import INTERNAL
from tests.workspaces import BRIEF, NOW, PEOPLE, WorkspaceFolder

_CONSENT = "    naming: {basis: consent, given_by: self, given_on: 2025-01-10, how: written"
"""Of Bo Lantern, whom the letter to the council names, and the one to Geneva does not."""


def ended(workspace: WorkspaceFolder, key: str) -> None:
    """Write why the consent of Bo Lantern has ended."""
    workspace.replace(PEOPLE, _CONSENT, f"{_CONSENT}, {key}")


def withdrawn_files(workspace: WorkspaceFolder) -> list[str]:
    """Return what was taken away."""
    folder = workspace.root / "out" / INTERNAL / "spring" / "withdrawn"
    return sorted(each.name for each in folder.glob("*"))


def manifest(workspace: WorkspaceFolder) -> dict[str, Any]:
    """Return the manifest."""
    path = workspace.root / "out" / INTERNAL / "spring" / "manifest.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def texts(workspace: WorkspaceFolder) -> dict[str, str]:
    """Return every letter that stands in the folder of what is sent."""
    folder = workspace.root / "out" / "spring"
    return {each.name: each.read_text(encoding="utf-8") for each in folder.glob("*")}


def test_exactly_what_names_the_person_changes(workspace: WorkspaceFolder) -> None:
    """The file is gone, the new one does not name them, the other is as it was."""
    workspace.build()
    before = texts(workspace)
    assert "Bo Lantern" in before["council.en.md"]
    ended(workspace, "withdrawn_on: 2026-03-01")
    result = workspace.build()
    after = texts(workspace)
    assert {name for name in before if before[name] != after.get(name)} == {"council.en.md"}
    assert "Bo Lantern" not in after["council.en.md"]
    assert "a printer" in after["council.en.md"]
    assert withdrawn_files(workspace) == ["council.en.md"]
    (told,) = [each for each in result.problems if each.rule == "output-withdrawn"]
    assert told.place.file == "spring/council.en.md"
    assert "names bo_lantern, for whom there is no basis any more" in told.message


def test_it_is_gone_though_another_delivery_is_built(workspace: WorkspaceFolder) -> None:
    """The next build of anything takes it away; what is withdrawn twice stays both times."""
    workspace.build()
    ended(workspace, "withdrawn_on: 2026-03-01")
    workspace.build(deliveries=("geneva",))
    assert workspace.built() == ["spring/geneva.en.md"]
    assert workspace.build(deliveries=("geneva",)).problems == ()
    assert [each["file"] for each in manifest(workspace)["withdrawn"]] == ["council.en.md"]


def test_a_consent_that_ends_by_its_own_date_takes_the_file_away(
    workspace: WorkspaceFolder,
) -> None:
    """On its last day the letter stands; on the next day it goes, though it is dated earlier."""
    ended(workspace, "until: 2026-03-20")
    workspace.build(today=date(2026, 3, 20))
    assert "Bo Lantern" in texts(workspace)["council.en.md"]
    workspace.build(today=date(2026, 3, 20))
    assert withdrawn_files(workspace) == []
    workspace.build(today=date(2026, 3, 21))
    assert withdrawn_files(workspace) == ["council.en.md"]
    assert "Bo Lantern" not in texts(workspace)["council.en.md"]


def test_explain_says_why_and_where_they_were_named(workspace: WorkspaceFolder) -> None:
    """Also of another brief, and of what was replaced before the consent ended."""
    workspace.write("briefs/autumn.yaml", workspace.read(BRIEF).replace("SPRING-1", "AUTUMN-1"))
    workspace.build()
    ended(workspace, "withdrawn_on: 2026-03-01")
    workspace.build(briefs=("spring",), deliveries=("council",))
    explanation = workspace.explain()
    reasons = {each.id: each.reason for each in explanation.deliveries[0].excluded}
    assert reasons["bo_lantern"] == "Not named: the consent was withdrawn on 2026-03-01."
    assert explanation.as_json()["named_before"] == [
        {
            "person": "bo_lantern",
            "brief": brief,
            "file": "council.en.md",
            "delivery": "council",
            "locale": "en",
            "date": "2026-03-02",
            "withdrawn_on": NOW.date().isoformat(),
        }
        for brief in ("autumn", "spring")
    ]


def test_what_was_replaced_is_remembered(workspace: WorkspaceFolder) -> None:
    """A letter that was sent and then built anew without the name is still told of."""
    workspace.build()
    workspace.replace(BRIEF, "themes: [courts, press]\ndeliveries", "themes: [courts]\ndeliveries")
    ended(workspace, "audiences: [eu, un]")
    workspace.build()
    assert [each["file"] for each in manifest(workspace)["earlier"]] == ["council.en.md"]


def test_where_people_cannot_be_read_nothing_is_taken_away(workspace: WorkspaceFolder) -> None:
    """A slip of the pen withdraws nobody's consent."""
    workspace.build()
    workspace.replace(PEOPLE, "people:\n", "people: [\n")
    workspace.build()
    assert withdrawn_files(workspace) == []
    assert "council.en.md" in texts(workspace)


def test_a_file_that_is_not_there_any_more_is_told_of(workspace: WorkspaceFolder) -> None:
    """Somebody may have taken it along."""
    workspace.build()
    Path(workspace.root / "out" / "spring" / "council.en.md").unlink()
    ended(workspace, "withdrawn_on: 2026-03-01")
    result = workspace.build(deliveries=("geneva",))
    assert "output-withdrawn-gone" in {each.rule for each in result.problems}


def test_the_approved_text_is_taken_away_with_the_letter(workspace: WorkspaceFolder) -> None:
    """Else the next change would be shown with the name in it."""
    approved = workspace.root / "out" / INTERNAL / "spring" / "approved" / "council.en.md"
    approved.parent.mkdir(parents=True)
    approved.write_text("Bo Lantern protested.\n", encoding="utf-8")
    workspace.build()
    assert approved.exists()
    ended(workspace, "withdrawn_on: 2026-03-01")
    workspace.build()
    assert not approved.exists()
    assert withdrawn_files(workspace) == ["council.en.2.md", "council.en.md"]


def test_a_file_of_which_nobody_knows_for_whom_it_is_goes_too(workspace: WorkspaceFolder) -> None:
    """A manifest that somebody edited is no reason to leave a name where it stands."""
    workspace.build()
    path = workspace.root / "out" / INTERNAL / "spring" / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"audience": "eu"', '"audienz": "eu"'))
    workspace.build(deliveries=("geneva",))
    assert withdrawn_files(workspace) == ["council.en.md"]
