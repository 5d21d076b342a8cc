"""Where a problem of rendering is told: at the sentence, where it can be found."""

from __future__ import annotations

import pytest

from generator.render import markdown_text
from generator.render.base import RenderFailure
from tests.workspaces import BRIEF, COURTS, WorkspaceFolder


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("\U0001d11e (U+1D11E)", f"{COURTS}:28"),
        ("\u16a0 (U+16A0)", f"{BRIEF}:16"),
    ],
)
def test_a_character_without_glyph_is_told_at_its_sentence(
    characters: str, expected: str, workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no sentence has it, as in a name, at the delivery."""
    workspace.replace(COURTS, "Eleven judges", "Eleven \U0001d11e judges")

    def fail(*_: object) -> None:
        raise RenderFailure("glyph-missing", characters=characters, family="Noto Serif")

    monkeypatch.setattr(markdown_text, "render", fail)
    (found,) = workspace.build(deliveries=("council",)).problems
    assert f"{found.place.file}:{found.place.line}" == expected
