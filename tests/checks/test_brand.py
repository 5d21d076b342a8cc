"""Brands: colours that can be read, fonts and logos that are there."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.checks.contrast import faint, nearest_passing
from generator.letter.brand import Colours
from generator.letter.contrast import contrast
from generator.library import open_library
from generator.render.html_page import print_html
from tests.brands import BRAND, coalition, logo
from tests.render.sample_letters import joint_letter
from tests.render.support import Templates
from tests.workspaces import fictional

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),  # WebAIM's example of grey that just fails
        ("#767676", "#ffffff", 4.54),  # and the lightest grey that passes
        ("#ff0000", "#ffffff", 4.0),
        ("#1f3a5f", "#1f3a5f", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known pairs have the ratios that are published for them, rounded as published."""
    assert round(contrast(one, other), 2) == pytest.approx(ratio, abs=0.006)


@pytest.mark.parametrize("colour", ["#e07b39", "#ffd400", "#9fb7d9", "#ff0000", "#808080"])
def test_the_nearest_colour_that_passes_is_only_just_darker(colour: str) -> None:
    """It passes, and a step lighter would not."""
    found = nearest_passing(colour, "#ffffff", 4.5)
    assert 4.5 <= contrast(found, "#ffffff") < 4.75
    assert nearest_passing(found, "#ffffff", 4.5) == found


def test_the_programs_own_colours_can_be_read_and_are_the_same_everywhere() -> None:
    """In the page, in brand.yaml and in the Word styles, draft mark and gaps included."""
    own = asdict(Colours())
    assert list(faint(Colours())) == []
    library, _ = open_library(ROOT)
    assert library.brand.colours.model_dump() == own
    with ZipFile(ROOT / "templates" / "word.docx") as word:
        parts = "".join(word.read(f"word/{name}.xml").decode() for name in ("styles", "numbering"))
    found = set(re.findall(r'(?:w:color w:val|w:color|w:fill)="([0-9A-Fa-f]{6})"', parts))
    assert {f"#{each.lower()}" for each in found} == set(own.values())
    page = "".join(
        (ROOT / "templates" / name).read_text("utf-8") for name in ("page.css", "page.html.j2")
    )
    assert set(re.findall(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", page)) <= {"#fff"}
    names = {f"--{name.replace('_', '-')}" for name in own}
    given = print_html(joint_letter(), Templates({"page.css": b""}))
    assert set(re.findall(r"(--[a-z-]+): #", given)) == names
    assert names <= set(re.findall(r"var\((--[a-z-]+)\)", page))


def test_a_colour_that_is_too_faint_is_named_with_one_that_will_do(tmp_path: Path) -> None:
    """The pair, the ratio, what is needed, the nearest; of a ground, the ground's line."""
    folder = fictional(tmp_path)
    folder.write(BRAND, 'colours:\n  accent: "#E07B39"\n  gap_ground: "#7a4a00"\n')
    assert folder.told() == (
        "templates/brand.yaml:2:11: error: The colour “accent” #e07b39 stands on paper with a"
        " contrast of 2.97 to 1; text needs 4.5 to 1.\n"
        "    Take #bb5b1d, the nearest colour that can be read, or one with more contrast"
        " (WCAG 2.2, 1.4.3).\n"
        "templates/brand.yaml:3:15: error: The colour “gap” #7a4a00 stands on gap_ground with a"
        " contrast of 1.00 to 1; text needs 4.5 to 1.\n"
        "    Take #ffbd57, the nearest colour that can be read, or one with more contrast"
        " (WCAG 2.2, 1.4.3).\n"
        "templates/brand.yaml:3:15: error: The colour “ink” #1a1a1a stands on gap_ground with a"
        " contrast of 2.32 to 1; text needs 4.5 to 1.\n"
        "    Take #c9c9c9, the nearest colour that can be read, or one with more contrast"
        " (WCAG 2.2, 1.4.3)."
    )


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("colours:\n  accent: #1f3a5f\n", 2, "colour-form"),
        ('colours:\n  accent: "#1f3"\n', 2, "colour-form"),
        ("colours:\n  accent: blue\n", 2, "colour-form"),
        ("colours:\n  acent: '#1f3a5f'\n", 2, "unknown-key"),
        ("families: {text: Comic Sans MS}\n", 1, "family-unknown"),
        ("families: {text: Amiri}\n", 1, "family-unknown"),
        ("logos:\n  group_1: {file: ../logo.svg}\n", 2, "picture-name"),
        ("logos:\n  group_1: {file: logo.gif}\n", 2, "picture-name"),
        ("logos:\n  group_1: {file: group_1.svg, width: 7}\n", 2, "logo-width"),
        ("logos:\n  group_9: {file: group_1.svg}\n", 2, "brand-organisation"),
        ("footer: {organisation: nobody}\n", 1, "brand-organisation"),
        ("footer: {organisation: group_1, email: nobody}\n", 1, "email-form"),
        ("paper: Legal\n", 1, "not-one-of"),
    ],
)
def test_a_mistake_in_a_brand_is_told_at_its_line(
    tmp_path: Path, text: str, line: int, rule: str
) -> None:
    """Each once, as an error."""
    folder = coalition(tmp_path, 1)
    folder.write(BRAND, text)
    _, problems = folder.checked()
    assert [(each.rule, str(each.place.file), each.place.line) for each in problems] == [
        (rule, BRAND, line)
    ]


def test_a_logo_that_cannot_be_used_is_told_in_its_own_file(tmp_path: Path) -> None:
    """One that is not there, one that is no picture, one with a script in its second line."""
    folder = coalition(tmp_path, 3)
    folder.write(
        "templates/group_1.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>"
    )
    folder.replace(BRAND, "group_2.svg", "group_2.png")
    folder.replace(BRAND, "group_3.svg", "group_3.png")
    folder.write("templates/group_3.png", logo()[:90])
    _, problems = folder.checked()
    assert [(each.rule, each.place.file, each.place.line, each.id) for each in problems] == [
        ("picture-element", "templates/group_1.svg", 2, "group_1"),
        ("picture-missing", "templates/group_2.png", 1, "group_2"),
        ("picture-broken", "templates/group_3.png", 1, "group_3"),
    ]
