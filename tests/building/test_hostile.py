"""Sentences that look like markup come out as the very same text, in all formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.building import BuildResult
from tests.building.conftest import FORMATS
from tests.building.reading import bare, text
from tests.support.shared import shared
from tests.workspaces import BRIEF, COURTS, EU_COMMITMENTS, SOURCES, as_told, fictional

# What a sentence of the content says, and what a reader reads of it where that differs: doubled
# braces are single ones, the active marks of a sentence (stars and links) are markup, and straight
# quotation marks become those of the language.
SENTENCES: dict[str, str | None] = {
    "2022. The year began with protests.": None,
    "1) Not a list.": None,
    "# Not a heading": None,
    "::: aside": None,
    ":::": None,
    "[x]: y is not a definition": None,
    "[^1]: not a note": None,
    "    four spaces before": "four spaces before",
    "![a picture](picture.png) is not shown": None,
    "{{ no placeholder }} and {{% no block %}}": "{ no placeholder } and {% no block %}",
    "{{{{ twice }}}}": "{{ twice }}",
    "<script>alert(1)</script> runs nowhere": None,
    "<!-- not hidden --> stays": None,
    "* not an item": None,
    "+ nor this": None,
    "- nor that": None,
    "> not a quotation": None,
    "`code` and ``more``": None,
    "&amp; &lt; &#65; &nbsp; &copy;": None,
    "| a | b |": None,
    "| --- | --- |": None,
    "---": None,
    "===": None,
    "~~~": None,
    "%s %d 100 %": None,
    "$x$ and $$y$$": None,
    "\\* a star after a backslash": "* a star after a backslash",
    "https://example.org/a_b_c?d=e&f=g#h is an address": None,
    "javascript:alert(1) and [text](javascript:alert(1))": None,
    "‘single’ “double” «guillemets» 'straight' \"too\"": (
        "‘single’ “double” «guillemets» “straight” “too”"
    ),
}


def written(text_: str) -> str:
    """Return a text as a YAML string in double quotes."""
    return json.dumps(text_, ensure_ascii=False)


def hostile(folder: Path) -> BuildResult:
    """Build a letter in which every kind of sentence is hostile."""
    each = list(SENTENCES)
    workspace = fictional(folder / "workspace")
    theme = ["theme: courts", "country: XA", "recommendations:"]
    for number, sentence in enumerate(each):
        theme += [
            f"  - id: rec-{number}",
            f"    raise: {written(sentence)}",
            f"    ask: {written(sentence)}",
            "    priority: 1",
            "    commitments: [charter-4]",
            f"    evidence: [evidence-{number}]",
            "    cases: [quill-trial]",
        ]
    theme.append("evidence:")
    for number, sentence in enumerate(each):
        theme += [
            f"  - id: evidence-{number}",
            "    date: 2025-03-01",
            f"    statement: {written(sentence)}",
            "    certainty: reported",
            "    sources: [{source: gazette-2025, locator: '# p. *1*'}]",
            "    sensitivity: public",
        ]
    workspace.write(COURTS, "\n".join(theme) + "\n")
    workspace.replace(SOURCES, "title: Courts in spring", 'title: "# *Courts* [in](spring) <b>"')
    workspace.replace(EU_COMMITMENTS, "ref: Charter of the Coast,", 'ref: "::: Charter <i>,"  #')
    workspace.replace(BRIEF, "    themes: [courts]\n", "")
    workspace.replace(BRIEF, "themes: [courts, press]", "themes: [courts]")
    openings = "".join(f"  - {written(sentence)}\n" for sentence in each)
    workspace.replace(
        BRIEF, "  - We write to you before {chair_of_council} meets the government.\n", openings
    )
    return workspace.build(folder / "out", deliveries=("council",), formats=FORMATS)


@pytest.fixture(scope="session")
def built(own_fonts: None, tmp_path_factory: pytest.TempPathFactory) -> BuildResult:  # noqa: ARG001 (only its effect is wanted)
    """Return the hostile letter in four formats, made once a run."""
    return shared(tmp_path_factory, "hostile", hostile)


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_sentences_are_the_very_same_text(form: str, built: BuildResult) -> None:
    """In paragraphs, in the list of asks, and inside running text."""
    found = [each for each in built.built if each.format == form]
    assert found, as_told(built.problems)
    shown = bare(text(found[0].path))
    for sentence, read in SENTENCES.items():
        expected = bare(read or sentence)
        if len(expected) > 4:
            assert shown.count(expected) >= 4, sentence
        assert expected in shown, sentence
    assert bare("# *Courts* [in](spring) <b>") in shown
    assert bare("::: Charter <i>,") in shown
    assert bare("# p. *1*") in shown
