"""What goes out when: embargoes, classifications, numbered copies, versions and approvals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.building import BuildRequest, Content
from generator.building.release import keep_approved, pending
from generator.catalogues.lookup import Catalogues
from generator.loading.workspace import defaults_folder
from tests.workspaces import BRIEF, NOW, WorkspaceFolder

_EMBARGO = 'embargo: {date: 2026-03-02, at: "10:00", time_zone: Europe/Zurich}\n'
_ENDS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Ten o'clock in Zurich in winter."""


def letter(workspace: WorkspaceFolder, name: str = "council.en.md") -> str:
    """Return a letter that was built, with spaces that may break."""
    text = (workspace.root / "out" / "spring" / name).read_text(encoding="utf-8")
    return text.replace("\u00a0", " ")


def with_head(workspace: WorkspaceFolder, lines: str) -> None:
    """Put lines at the head of the brief."""
    workspace.replace(BRIEF, "reference: SPRING-1\n", "reference: SPRING-1\n" + lines)


@pytest.mark.parametrize(
    ("now", "files"),
    [(_ENDS - timedelta(seconds=1), []), (_ENDS, ["spring/council.en.md"])],
)
def test_no_final_before_the_embargo_ends(
    now: datetime, files: list[str], workspace: WorkspaceFolder
) -> None:
    """The hour is that of the zone which the brief names."""
    with_head(workspace, _EMBARGO)
    result = workspace.build(deliveries=("council",), now=now)
    assert workspace.built() == files
    told = " ".join(each.message for each in result.problems if each.rule == "embargo")
    assert bool(told) is not bool(files)
    assert told.endswith("ends on 2026-03-02 at 10:00 (Europe/Zurich).") is not bool(files)


def test_a_draft_carries_the_embargo_and_a_final_does_not(workspace: WorkspaceFolder) -> None:
    """The line at the head of each page says until when."""
    with_head(workspace, _EMBARGO)
    workspace.build(deliveries=("council",), now=_ENDS - timedelta(days=1), draft=True)
    workspace.build(deliveries=("council",), now=_ENDS)
    first = letter(workspace, "council.en.draft.md").splitlines()[0]
    assert first == (
        "**Draft – not for distribution · Embargo until 2 March 2026, 10:00 (Zurich time)**"
    )
    assert "Embargo" not in letter(workspace)


def test_explain_says_that_an_embargoed_letter_is_not_ready(workspace: WorkspaceFolder) -> None:
    """What cannot be built now is not ready."""
    with_head(workspace, _EMBARGO)
    found = workspace.explain()
    assert _ENDS > NOW
    assert [each.errors for each in found.deliveries] == [1, 1]
    assert "embargo" in {each.rule for each in found.problems}


def test_a_classification_stands_at_the_head_of_each_page(workspace: WorkspaceFolder) -> None:
    """A delivery's own takes the place of the brief's."""
    with_head(workspace, "classification: For the addressees only\n")
    workspace.replace(BRIEF, "  - id: geneva\n", "  - id: geneva\n    classification: Restricted\n")
    workspace.build()
    assert letter(workspace).startswith("**For the addressees only**\n")
    assert letter(workspace, "geneva.en.md").startswith("**Restricted**\n")


def test_letters_that_go_one_each_are_numbered(workspace: WorkspaceFolder) -> None:
    """In the order in which the brief names the addressees."""
    workspace.replace(
        BRIEF, "  - id: council\n", "  - id: council\n    jointly: false\n    numbered: true\n"
    )
    workspace.build(deliveries=("council",))
    heads = {
        name: letter(workspace, f"council.{name}.en.md").splitlines()[0]
        for name in ("commissioner", "chair_of_council")
    }
    assert heads == {
        "commissioner": "**Copy 1 of 2**",
        "chair_of_council": "**Copy 2 of 2**",
    }


def test_a_later_version_says_what_it_takes_the_place_of(workspace: WorkspaceFolder) -> None:
    """Both stand behind the reference."""
    with_head(workspace, 'version: "2"\nsupersedes: {reference: SPRING-0, date: 2026-02-20}\n')
    workspace.build(deliveries=("council",))
    assert "Reference: SPRING-1 · Version 2 · Replaces SPRING-0 of 20 February 2026\n" in letter(
        workspace
    )


def approve(workspace: WorkspaceFolder, by: str) -> list[str]:
    """Record that somebody approves what the letters say now; return their hashes."""
    library, problems = workspace.checked()
    request = BuildRequest(("spring",), ("council",), out=workspace.root / "out", today=NOW.date())
    (found,) = pending(Content(library, problems, Catalogues(library)), request)
    assert found.text is not None
    keep_approved(request.out, "spring", found.text)
    record = (
        f'approvals:\n  - {{delivery: council, by: {by}, date: 2026-03-01, content: ["'
        f'{found.text.digest}"]}}\n'
    )
    with_head(workspace, record)
    return [found.text.digest]


@pytest.fixture
def watched(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace in which Mira Holt approves what goes out."""
    workspace.write("workspace.yaml", "approvers: [Mira Holt]\n")
    return workspace


def refusals(workspace: WorkspaceFolder) -> list[str]:
    """Return what keeps the letter to the council from being built."""
    result = workspace.build(deliveries=("council",))
    return [each.message for each in result.problems if each.severity == "error"]


def test_nothing_goes_out_that_nobody_approved(watched: WorkspaceFolder) -> None:
    """A draft can be built, to be read."""
    assert refusals(watched) == ["Nobody has approved the text of council.en yet."]
    assert watched.built() == []
    assert watched.build(deliveries=("council",), draft=True).built


def test_exactly_what_was_approved_goes_out(watched: WorkspaceFolder) -> None:
    """In every format: the approval is of the words."""
    approve(watched, "Mira Holt")
    assert refusals(watched) == []
    assert watched.built() == ["spring/council.en.md"]


@pytest.mark.parametrize("file", ["page.html.j2", "page.css", "word.docx"])
def test_pages_of_their_own_are_approved_with_the_words(
    file: str, watched: WorkspaceFolder
) -> None:
    """A page can say, or hide, what the letter does not."""
    approve(watched, "Mira Holt")
    watched.write(f"templates/{file}", (defaults_folder() / "templates" / file).read_bytes())
    assert refusals(watched) == [
        "The text of council.en was changed since it was approved (lines added: 1, removed: 0)."
    ]


def test_a_change_after_the_approval_asks_again_and_is_counted(watched: WorkspaceFolder) -> None:
    """One word of evidence is enough."""
    approve(watched, "Mira Holt")
    watched.replace(
        "recommendations/ruritania/courts.yaml", "Eleven judges were", "Twelve judges were"
    )
    assert refusals(watched) == [
        "The text of council.en was changed since it was approved (lines added: 1, removed: 1)."
    ]


def test_only_an_approver_approves(watched: WorkspaceFolder) -> None:
    """A name that the workspace does not have counts for nothing, and is told."""
    approve(watched, "Bo Reed")
    library, problems = watched.checked()
    assert "approver-unknown" in {each.rule for each in problems}
    assert watched.build(deliveries=("council",)).built == ()
    assert library.settings.approvers == ("Mira Holt",)


def test_an_embargo_after_the_meeting_is_told(workspace: WorkspaceFolder) -> None:
    """The meeting ends on 11 March."""
    with_head(workspace, "embargo: {date: 2026-03-12, time_zone: Europe/Zurich}\n")
    told = workspace.told()
    assert "The embargo ends on 2026-03-12, after the meeting, which ends on 2026-03-11." in told


def test_who_asks_no_clock_builds(workspace: WorkspaceFolder, tmp_path: Path) -> None:
    """Who calls the build without a moment asks no clock."""
    with_head(workspace, _EMBARGO)
    assert workspace.build(tmp_path, deliveries=("council",)).built
