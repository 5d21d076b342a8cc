"""Logos at the head of the first page: equal to the eye, in rows, clear of the window."""

from __future__ import annotations

from dataclasses import replace
from math import prod

import pytest

from generator.letter import Brand, Letter, Logo, PageRules
from generator.render.letterhead import band_of, first_page
from tests.brands import SHAPES
from tests.render.sample_letters import joint_letter

WIDTHS = {"A4": 210.0, "Letter": 215.9}
WINDOW = 45  # millimetres from the top edge to the window of an envelope (DIN 5008, form B)


def signed(count: int, page: PageRules | None = None) -> Letter:
    """Return a letter with the logos of ``count`` organisations, of many shapes."""
    shapes = (SHAPES[number % len(SHAPES)] for number in range(count))
    logos = tuple(Logo(b"", "image/svg+xml", width, height, "x") for width, height, _ in shapes)
    letter = replace(joint_letter(), brand=Brand(logos=logos))
    return replace(letter, page=page or letter.page)


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 20, 30])
def test_several_are_equal_to_the_eye_and_leave_the_window_free(count: int, size: str) -> None:
    """No row is wider than the text, none of them larger than another, all above the window."""
    page = PageRules(size="Letter" if size == "Letter" else "A4", margin_inner=23, margin_outer=23)
    band = band_of(signed(count, page))
    assert band
    placed = [each for row in band.rows for each in row]
    assert len(placed) == count
    assert band.top + band.height <= WINDOW
    assert max(sum(each.cell for each in row) for row in band.rows) <= WIDTHS[size] - 46 + 0.5
    assert all(each.cell >= each.width + 4 for each in placed)
    areas = [prod((each.width, each.height)) for each in placed]
    largest = max(areas)
    assert all(area >= largest * 0.4 for area in areas)
    assert max(each.height for each in placed) < 15
    assert {len(row) for row in band.rows[:-1]} <= {len(band.rows[0])}


def test_one_is_as_wide_as_its_brand_says_and_never_too_high() -> None:
    """Its proportions stay."""
    letter = signed(1)
    logo = letter.brand.logos[0]
    for width, height, expected in ((40.0, 15.0, (40.0, 15.0)), (40.0, 40.0, (20.0, 20.0))):
        one = replace(letter, brand=Brand(logos=(replace(logo, width=width, height=height),)))
        band = band_of(one)
        assert band
        ((placed,),) = band.rows
        assert (placed.width, placed.height) == expected


def test_without_a_logo_the_first_page_is_like_the_others() -> None:
    """The text begins at the margin, and nothing stands at the foot."""
    letter = joint_letter()
    first = first_page(letter)
    assert (first.band, first.foot) == (None, ())
    assert first.window == 36 - letter.page.margin_top
    assert first.bottom == letter.page.margin_bottom


def test_the_letterhead_keeps_its_distance_below_logos() -> None:
    """What the window of an envelope needs above the address is there with logos too."""
    page = replace(signed(1).page, margin_top=16.0)
    for count in (1, 2, 7, 12):
        first = first_page(signed(count, page))
        assert first.band
        begins = first.band.top + first.band.height
        assert begins >= page.margin_top
        assert begins + first.window >= 36
