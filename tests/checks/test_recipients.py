"""Recipients of recommendations: those whom the audience's file knows."""

from __future__ import annotations

import pytest

from tests.workspaces import COURTS, WorkspaceFolder


@pytest.mark.parametrize(
    ("audience", "recipient", "hint"),
    [
        ("osce", "institutions", None),
        ("osce", "instituitons", "Did you mean “institutions”?"),
        (
            "osce",
            "zebras",
            "Its recipients, in briefs/audiences/osce.yaml, are: states, institutions, missions.",
        ),
        ("un", "states", "Name it there first: recipients: [states]"),
    ],
)
def test_a_recipient_that_the_audience_does_not_have(
    audience: str, recipient: str, hint: str | None, workspace: WorkspaceFolder
) -> None:
    """Nobody would ever read what it is asked."""
    own = f"{audience}: {{to: {{{recipient}: Look into it.}}}}"
    audiences = (
        "audiences: {eu: {commitments: [charter-9]}, un: {commitments: [covenant-14]}, osce: {}}"
    )
    workspace.replace(COURTS, audiences, f"audiences:\n      {own}")
    told = [each for each in workspace.told().splitlines() if "recipient" in each]
    expected = (
        []
        if hint is None
        else [
            (
                f"{COURTS}:24:{len(audience) + 15}: error: “{recipient}” is no recipient of the "
                f"audience {audience}."
            ),
            *([f"    {hint}"] if "recipient" in hint else []),
        ]
    )
    assert told == expected
    assert hint is None or f"    {hint}" in workspace.told()
