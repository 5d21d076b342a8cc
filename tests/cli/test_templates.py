"""Template files with mistakes, as every command tells them."""

from __future__ import annotations

import pytest

from tests.cli.support import Typed
from tests.workspaces import WorkspaceFolder

LATIN_1 = "# a\n\nä\n".encode("latin-1")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("letter.md.j2", LATIN_1, "3:1: error: The file is not UTF-8 text"),
        ("letter.md.j2", b"a\n{% if %}", "2:1: error: The template cannot be filled in: Expected"),
        ("letter.md.j2", b"\n{{ _(title) }}", "2:1: error: A wording that is to be translated is"),
        ("page.css", LATIN_1, "3:1: error: The file is not UTF-8 text"),
    ],
)
@pytest.mark.parametrize("command", ["check", "translate update", "translate status"])
def test_a_template_with_a_mistake(
    command: str, name: str, text: bytes, said: str, typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Every command that reads it says where it stands."""
    workspace.write(f"templates/{name}", text)
    outcome = typed(command)
    assert outcome.code == 1
    assert f"templates/{name}:{said}" in outcome.err
