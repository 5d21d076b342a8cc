"""A draft shows each gap in its place; a final is refused, or leaves out what nobody misses."""

from __future__ import annotations

from tests.workspaces import BRIEF, PRESS, WorkspaceFolder, as_told

BARE = (
    "The recommendation “printers-free” has no evidence that the delivery “council” may show."
    " It is internal; the delivery is cleared for public."
)
AWAITED = "“Lantern Society” has not agreed to sign yet."


def draft_of(workspace: WorkspaceFolder, file: str = "council.en.draft.md") -> str:
    """Return the text of the draft, in single lines and without what marks a gap."""
    workspace.build(deliveries=("council",), draft=True)
    text = (workspace.root / "out/spring" / file).read_text(encoding="utf-8")
    return text.replace("\\", "").replace("\n", " ")


def internal_evidence(workspace: WorkspaceFolder) -> None:
    """Make the only evidence for a recommendation internal."""
    workspace.replace(PRESS, "gazette-2025}]\n    sensitivity: public", "gazette-2025}]")


def test_a_recommendation_without_evidence_is_in_the_draft_with_a_gap(
    workspace: WorkspaceFolder,
) -> None:
    """It says why; what supports it is not in the draft, as this reader may not see it."""
    internal_evidence(workspace)
    draft = draft_of(workspace)
    assert "Let printers work without a licence." in draft
    assert draft.index("Let printers work") < draft.index(BARE)
    assert "was sealed" not in draft
    final = workspace.build(deliveries=("council",))
    assert final.built == ()
    assert BARE.partition(" It is")[0] in as_told(final.problems)


def test_a_gap_takes_no_place_and_gives_no_reason(workspace: WorkspaceFolder) -> None:
    """What is explained is the final, from the same selection."""
    internal_evidence(workspace)
    council = workspace.explain().deliveries[0]
    assert "printers-free" not in {each.id for each in council.included}
    assert ("printers-free", "It has no evidence that this reader may see.") in {
        (each.id, each.reason) for each in council.excluded
    }
    workspace.replace(
        BRIEF, "themes: [courts, press]", "themes: [courts, press]\nselect: {per_theme: 1}"
    )
    assert BARE in draft_of(workspace)


def test_a_signatory_that_has_not_answered_is_a_gap(workspace: WorkspaceFolder) -> None:
    """Where the signatories stand; a final leaves it out, as does one that declined."""
    draft = draft_of(workspace)
    assert draft.count(AWAITED) == 2
    assert draft.count("Harbour Watch") >= 2
    result = workspace.build(deliveries=("council",))
    assert "Lantern Society" not in result.built[0].path.read_text(encoding="utf-8")
    assert result.problems == ()
    workspace.replace(BRIEF, "state: asked", "state: declined")
    assert "Lantern Society" not in draft_of(workspace)


def test_a_draft_that_nobody_has_agreed_to_sign(workspace: WorkspaceFolder) -> None:
    """It is built, with a gap for each; its properties name nobody as an author."""
    workspace.replace(BRIEF, "state: agreed", "state: asked")
    assert "“Harbour Watch” has not agreed to sign yet." in draft_of(workspace)
    workspace.build(deliveries=("council",), draft=True, formats=("html", "docx"))
    page = workspace.read("out/spring/council.en.draft.html")
    assert '<meta name="author"' not in page
    assert AWAITED in page
