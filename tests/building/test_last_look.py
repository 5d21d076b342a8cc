"""What is found in a finished file keeps it from the disk."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.building import BuildResult, writing
from generator.inspection.surroundings import Surroundings
from generator.render.base import Rendered
from generator.render.formats import FORMATS
from tests.support.planting import PLACES
from tests.workspaces import BRIEF, PEOPLE, WorkspaceFolder, as_told

WITHHELD = (
    "people:\n  - id: x_withheld\n    names: {en: Quozel Zorvolgradsky}\n"
    "    withheld_as: {en: an engineer}\n"
)


@pytest.fixture
def with_somebody(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace with a person who may not be named, and a letter in Word and Markdown."""
    workspace.replace(PEOPLE, "people:\n", WITHHELD)
    text = workspace.read(BRIEF)
    workspace.write(BRIEF, text.replace("formats: [md]", "formats: [docx, html, md]", 1))
    return workspace


def with_remark(workspace: WorkspaceFolder, remark: str) -> None:
    """Put a remark into the page of HTML files, where nobody sees it."""
    page = workspace.read_default("templates/page.html.j2")
    assert page.count("</title>") == 1
    changed = page.replace("</title>", f'</title>\n<meta name="remark" content="{remark}">')
    workspace.write("templates/page.html.j2", changed)


def council(workspace: WorkspaceFolder, **request: Any) -> BuildResult:
    """Build the letter to the council."""
    return workspace.build(deliveries=("council",), **request)


@pytest.mark.parametrize("draft", [False, True])
def test_a_file_with_a_hit_is_not_written_and_the_others_are(
    *, draft: bool, with_somebody: WorkspaceFolder
) -> None:
    """In drafts too; the problem names the file and the part, and never what was found."""
    with_remark(with_somebody, "for Quozel")
    result = council(with_somebody, draft=draft)
    mark = ".draft" if draft else ""
    assert [Path(each.path).name for each in result.built] == [
        f"council.en{mark}.docx",
        f"council.en{mark}.md",
    ]
    assert with_somebody.built() == [
        f"spring/council.en{mark}.docx",
        f"spring/council.en{mark}.md",
    ]
    told = as_told(result.problems)
    said = f"error: The finished file council.en{mark}.html has in it what its reader may not have"
    assert f"{said} (name), in: attributes." in told
    assert "Quozel" not in told


def test_an_earlier_good_file_stays(with_somebody: WorkspaceFolder) -> None:
    """What cannot be made anew is no reason to lose what was sent."""
    council(with_somebody)
    good = (with_somebody.root / "out/spring/council.en.html").read_bytes()
    with_remark(with_somebody, "for Quozel")
    council(with_somebody)
    assert (with_somebody.root / "out/spring/council.en.html").read_bytes() == good


def test_the_machine_is_not_told(with_somebody: WorkspaceFolder) -> None:
    """Neither its name nor its folders."""
    with_remark(with_somebody, "/home/mireille/letters")
    surroundings = Surroundings(("press-box-7",), ("/home/mireille/",))
    result = council(with_somebody, surroundings=surroundings)
    assert "(machine), in: attributes, bytes" in as_told(result.problems) or (
        "(machine), in: bytes, attributes" in as_told(result.problems)
    )


def test_a_template_with_a_name_in_it_is_found_in_word(
    with_somebody: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the renderer lets through."""
    render = FORMATS["docx"].renderer()

    def renderer(_: object) -> object:
        plant = PLACES[".docx"]["two runs"]
        return lambda *made: _planted(render(*made), plant)

    def _planted(made: Rendered, plant: object) -> Rendered:
        return replace(made, data=plant(made.data, "Quozel"))  # type: ignore[operator]  # the table holds callables

    monkeypatch.setattr(type(FORMATS["docx"]), "renderer", renderer)
    result = with_somebody.build(deliveries=("council",), formats=("docx",))
    assert result.built == ()
    assert "(name), in: text." in as_told(result.problems)


def test_a_file_of_an_interrupted_build_is_looked_at_too(
    with_somebody: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was finished when the name was not withheld yet, or by an earlier program."""
    with_remark(with_somebody, "for Quozel")
    with monkeypatch.context() as blind:
        blind.setattr(writing, "found_in", lambda *_, **__: None)
        blind.setattr("generator.output.journal.Journal.close", lambda _: None)
        council(with_somebody)
    assert "spring/council.en.html" in with_somebody.built()
    journal = with_somebody.root / "out/.internal/spring/journal.jsonl"
    assert "council.en.html" in {json.loads(line)["file"] for line in _lines(journal)}
    council(with_somebody)
    assert "spring/council.en.html" not in with_somebody.built()


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]
