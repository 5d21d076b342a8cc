"""What is drawn: as high as its number, told apart without colour, nothing read as a full year."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from generator.charts import drawing, picture
from generator.charts.palette import Palette
from generator.charts.shapes import Box, Dot, Drawing, Stroke, Words
from generator.letter import Category, Chart, Colours
from generator.letter.contrast import contrast, luminance
from tests.charts.charted import ALL, ILL, YEARS, deaths, series, style


def boxes(made: Drawing, name: str) -> list[Box]:
    """Return the boxes of a series, in the order of the categories."""
    return [each for each in made.shapes if isinstance(each, Box) and each.part[0] == name]


def words(made: Drawing) -> list[str]:
    """Return every text, as it is read."""
    return [each.text for each in made.shapes if isinstance(each, Words)]


def test_a_column_is_as_high_as_its_number() -> None:
    """Twice the number is twice the height, for parts and rest, from zero on."""
    made = drawing(deaths(), style())
    ill, rest = boxes(made, "Illness"), boxes(made, "Other cause")
    unit = ill[0].height / ILL[0]
    assert [each.height for each in ill] == pytest.approx([unit * each for each in ILL])
    left = [whole - part for whole, part in zip(ALL, ILL, strict=True)]
    assert [each.height for each in rest] == pytest.approx([unit * each for each in left])
    assert len({round(each.y + each.height, 6) for each in ill}) == 1


def test_every_number_is_printed_and_no_other() -> None:
    """The rest has a name and no number: no source gives one."""
    made = drawing(deaths(), style())
    numbers = sorted(int(each) for each in words(made) if each.isdigit() and len(each) < 4)
    assert numbers == sorted((*ALL, *ILL))
    assert {"Illness", "Other cause"} <= set(words(made))


def test_a_shorter_time_is_hatched_and_says_what_it_is() -> None:
    """Eleven months never look like a year."""
    made = drawing(deaths(), style())
    for name in ("Illness", "Other cause"):
        assert [each.hatch is not None for each in boxes(made, name)] == [False, False, False, True]
    assert {"January–November", "2025"} <= set(words(made))
    assert len(boxes(made, "Illness")[3].part[1].split()) == 2


def test_lines_across_a_hatched_box_stand_in_the_picture() -> None:
    """Not only the drawing knows that it is hatched."""
    whole = deaths(categories=tuple(Category(each) for each in YEARS))
    plain, hatched = (picture(each, style(), "svg").count(b"<path") for each in (whole, deaths()))
    assert hatched > plain + 20


def test_a_year_without_a_figure_is_an_empty_place_that_says_so() -> None:
    """The years stand as far apart as they are."""
    chart = deaths(
        series=(series("Illness", (96, None, 114, 105)),),
        whole=series("Deaths", (133, None, 148, 124)),
        absent="no figure",
    )
    made = drawing(chart, style())
    assert words(made).count("no figure") == 1
    middles = [each.x + each.width / 2 for each in boxes(made, "Illness")]
    assert [round(b - a, 3) for a, b in pairwise(middles)] == [54.0, 27.0]


def test_parts_are_told_apart_in_grey() -> None:
    """Neighbours differ in luminance, and the figures on them are read (WCAG 2.2, 1.4.3)."""
    for accent in ("#1f3a5f", "#d9a400", "#c8102e", "#007a33"):
        palette = Palette.of(Colours(accent=accent))
        for number in (2, 3, 4):
            shades = palette.shades(number)
            for one, other in pairwise(shades):
                assert luminance(other) - luminance(one) > 0.08, (accent, shades)
            for each in shades:
                assert contrast(palette.on(each), each) >= 4.5, (accent, each)


def test_rows_of_two_counters_stand_apart_each_with_its_own_number() -> None:
    """Nothing adds them up."""
    chart = Chart(
        form="rows",
        title="Complaints",
        caption=(),
        categories=(Category("January 2022"),),
        series=(series("The coalition", (188,)), series("The commissioner", (110,))),
        alternative="",
    )
    made = drawing(chart, style())
    (one,), (other,) = boxes(made, "The coalition"), boxes(made, "The commissioner")
    assert other.width / one.width == pytest.approx(110 / 188)
    assert other.y > one.y + one.height
    assert one.x == other.x
    assert one.fill != other.fill
    assert [each for each in words(made) if each.isdigit()] == ["188", "110"]
    assert "January 2022" in words(made)


def test_a_whole_is_as_long_as_its_parts_together() -> None:
    """The number of the whole stands above it."""
    chart = Chart(
        form="share",
        title="Recommendations",
        caption=(),
        categories=(Category(""),),
        series=(series("Accepted", (259,)), series("Not accepted", (35,))),
        alternative="",
        whole=series("Recommendations", (294,)),
    )
    made = drawing(chart, style())
    (yes,), (no,) = boxes(made, "Accepted"), boxes(made, "Not accepted")
    assert no.width / yes.width == pytest.approx(35 / 259)
    assert no.x == pytest.approx(yes.x + yes.width)
    assert [each for each in words(made) if each.isdigit()] == ["294", "259", "35"]


def test_nothing_of_nothing_is_drawn_too() -> None:
    """A whole of zero has its name and its numbers, and no length."""
    chart = Chart(
        form="share",
        title="Complaints",
        caption=(),
        categories=(Category(""),),
        series=(series("Upheld", (0,)),),
        alternative="",
        whole=series("Complaints", (0,)),
    )
    made = drawing(chart, style())
    assert [each.width for each in boxes(made, "Upheld")] == [0]
    assert [each for each in words(made) if "0" in each] == ["0", "Upheld 0"]


def test_a_line_breaks_where_there_is_no_figure_and_thins_out_to_a_shorter_time() -> None:
    """A point of a part of a year is hollow, and a broken line leads to it."""
    chart = deaths(form="line", whole=None, rest="", series=(series("A", (10, None, 30, 12)),))
    made = drawing(chart, style())
    dots = [each for each in made.shapes if isinstance(each, Dot)]
    assert [each.hollow for each in dots] == [False, False, True]
    base = max(y for each in made.shapes if isinstance(each, Stroke) for _, y in each.points)
    heights = [base - each.y for each in dots]
    assert heights == pytest.approx([heights[0], heights[0] * 3, heights[0] * 1.2])
    joined = [each for each in made.shapes if isinstance(each, Stroke) and each.thickness == 1.2]
    assert [each.dashed for each in joined] == [True]


def test_columns_beside_each_other_are_named() -> None:
    """Each series has its shade, its numbers, and its name in the key."""
    chart = deaths(
        form="columns",
        whole=None,
        rest="",
        series=(series("A", (10, 20, 30, 12)), series("B", (5, None, 15, 6))),
    )
    made = drawing(chart, style())
    assert [len(boxes(made, each)) for each in "AB"] == [4, 3]
    assert "–" in words(made)
    assert {"A", "B"} <= set(words(made))
    pairs = zip(boxes(made, "A"), (10, 20, 30, 12), strict=True)
    assert len({round(each.height / value, 6) for each, value in pairs}) == 1


def test_a_chart_in_arabic_runs_from_right_to_left() -> None:
    """The first year stands at the right, and everything stays on the sheet."""
    arabic = style("Amiri", "Noto Sans", direction="rtl", locale="ar")
    chart = deaths(series=(series("ذُكر المرض سببًا للوفاة", ILL),), rest="سبب آخر")
    made = drawing(chart, arabic)
    places = [each.x for each in boxes(made, "ذُكر المرض سببًا للوفاة")]
    assert places == sorted(places, reverse=True)
    for each in made.shapes:
        if isinstance(each, Box):
            assert 0 <= each.x <= made.width - each.width


def test_arabic_letters_are_joined() -> None:
    """The outline of a word is not that of its letters in a row."""
    from generator.charts.lettering import Lettering

    lettering = Lettering(style("Amiri", locale="ar", direction="rtl"))
    alone = sum(lettering.width(each, 8) for each in "سبب")
    assert lettering.width("سبب", 8) < alone * 0.8


@pytest.mark.parametrize(
    ("families", "text"),
    [
        (("Noto Sans SC", "Noto Sans"), "所述原因为疾病 (KIBHR)"),
        (("Noto Sans Georgian", "Noto Sans"), "ავადმყოფობა"),
        (("Noto Sans Armenian", "Noto Sans"), "Հիվանդություն"),
        (("Noto Sans",), "Причина – болезнь"),
        (("Amiri", "Noto Sans"), "مرض (KIBHR)"),
    ],
)
def test_every_script_is_drawn(families: tuple[str, ...], text: str) -> None:
    """Each letter has an outline of its own, none is a box."""
    from generator.charts.lettering import Lettering

    lettering = Lettering(style(*families))
    outlines = {
        each: lettering.outline(each, 8)[0].round(3).tobytes() for each in text if each.isalpha()
    }
    assert len(set(outlines.values())) > len(outlines) * 0.8
    nothing = lettering.outline("\U0010fffd", 8)[0].round(3).tobytes()
    assert nothing not in outlines.values()


def test_long_names_are_wrapped_and_nothing_leaves_the_measure() -> None:
    """A chart is no wider than the text."""
    long = "Illness that a doctor of the institution gave as the cause of the death in the record"
    for each in (deaths(series=(series(long, ILL),)), deaths(rest=long)):
        assert drawing(each, style(width=120)).width <= 120.5


def test_the_picture_for_word_is_sharp_and_small() -> None:
    """300 dots an inch, few colours."""
    data = picture(deaths(), style(), "png")
    image = Image.open(BytesIO(data))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.mode == "P"
    assert image.width > 1400
    assert len(data) < 25_000


def test_the_picture_for_pages_is_small_and_has_no_text_and_no_date() -> None:
    """Letters are outlines; nothing tells when and by what it was made."""
    data = picture(deaths(), style(), "svg").decode()
    assert data.startswith("<svg")
    assert "<text" not in data
    assert "metadata" not in data
    assert not re.search(r"20\d\d-\d\d-\d\d|Matplotlib", data)
    assert len(data) < 80_000


def test_drawing_leaves_the_settings_of_matplotlib_as_they_are() -> None:
    """No chart changes another."""
    from generator.charts.lettering import matplotlib

    before = dict(matplotlib().rcParams)
    picture(deaths(title="Other"), style(width=130), "svg")
    assert dict(matplotlib().rcParams) == before == dict(matplotlib().rcParamsDefault)
