"""Pictures that were drawn before: kept by what they show, the same for everybody."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.charts import cache, picture, prepare
from generator.charts.palette import Palette
from generator.letter import Colours
from tests.charts.charted import ILL, deaths, series, style

SCRIPT = """
import hashlib, os, sys
from pathlib import Path
from generator.charts import picture, prepare
from tests.charts.charted import deaths, style
prepare(os.environ)
kept = Path(sys.argv[1]) if len(sys.argv) > 1 else None
for form in ("svg", "png"):
    print(hashlib.sha256(picture(deaths(), style(), form, kept)).hexdigest())
print("matplotlib" in sys.modules)
"""


def drawn_elsewhere(
    home: Path, *arguments: str, script: str = SCRIPT, **environment: str
) -> list[str]:
    """Return what a process of its own prints, in an environment of its own."""
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *arguments],
        env={"PATH": "/usr/bin:/bin", "HOME": str(home), "PYTHONPATH": "", **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stderr == ""
    return found.stdout.split()


def test_a_chart_is_the_same_for_everybody_and_nothing_is_left_behind(tmp_path: Path) -> None:
    """Whatever the time zone, language and home folder; the home folder stays empty."""
    one, other = tmp_path / "one", tmp_path / "other"
    for each in (one, other):
        each.mkdir()
    first = drawn_elsewhere(one, TZ="Asia/Almaty", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    second = drawn_elsewhere(other, TZ="America/Lima", LC_ALL="C", PYTHONHASHSEED="2")
    here = [hashlib.sha256(picture(deaths(), style(), form)).hexdigest() for form in ("svg", "png")]
    assert first == second == [*here, "True"]
    assert list(one.iterdir()) == list(other.iterdir()) == []


def test_what_was_drawn_before_is_not_drawn_again(tmp_path: Path) -> None:
    """From the cache, matplotlib is not even loaded."""
    first = drawn_elsewhere(tmp_path, str(tmp_path / "kept"))
    second = drawn_elsewhere(tmp_path, str(tmp_path / "kept"))
    assert (first[2], second[2]) == ("True", "False")
    assert first[:2] == second[:2]


PLAIN = """
import sys
from generator.render.formats import FORMATS
from tests.render.sample_letters import joint_letter
from tests.render.support import Templates
for name in sys.argv[1:]:
    FORMATS[name].render(joint_letter(), Templates())
print([name for name in ("matplotlib", "numpy") if name in sys.modules])
"""


def test_a_letter_without_a_chart_loads_nothing_that_draws(tmp_path: Path) -> None:
    """To load matplotlib costs as much as a page."""
    found = drawn_elsewhere(tmp_path, "html", "md", "docx", "pdf", script=PLAIN)
    assert found == ["[]"]


def test_a_picture_is_known_by_all_that_it_shows() -> None:
    """Another number, name, colour, width, direction or format is another picture."""
    chart, look = deaths(), style()
    known = cache.key_of(chart, look, "svg")
    others = [
        cache.key_of(deaths(series=(series("Illness", (*ILL[:3], 104)),)), look, "svg"),
        cache.key_of(deaths(series=(series("Disease", ILL),)), look, "svg"),
        cache.key_of(deaths(categories=chart.categories[:3] + chart.categories[:1]), look, "svg"),
        cache.key_of(chart, replace(look, palette=Palette.of(Colours(accent="#007a33"))), "svg"),
        cache.key_of(chart, replace(look, width=150.0), "svg"),
        cache.key_of(chart, replace(look, direction="rtl"), "svg"),
        cache.key_of(chart, style("Noto Serif"), "svg"),
        cache.key_of(chart, look, "png"),
    ]
    assert len({known, *others}) == len(others) + 1


def test_the_caption_and_the_place_of_the_fonts_are_no_part_of_a_picture() -> None:
    """The same chart under another caption, or in another environment, is not drawn again."""
    look = style()
    moved = replace(look, regular=("/elsewhere/" + Path(look.regular[0]).name,))
    known = cache.key_of(deaths(), look, "svg")
    assert cache.key_of(deaths(title="Another", alternative="x"), look, "svg") == known
    assert cache.key_of(deaths(), moved, "svg") == known


def test_a_picture_that_is_broken_off_is_never_read(tmp_path: Path) -> None:
    """It is written whole, and nothing else is left in the folder."""
    data = picture(deaths(), style(), "svg", tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == data
    assert kept.name == f"{cache.key_of(deaths(), style(), 'svg')}.svg"


def test_a_picture_that_was_cut_off_is_drawn_again(tmp_path: Path) -> None:
    """As after a disk that was full; the whole one takes its place."""
    for form in ("svg", "png"):
        data = picture(deaths(), style(), form, tmp_path)
        (kept,) = tmp_path.glob(f"*.{form}")
        for broken in (b"", data[: len(data) // 2], b"x" * len(data)):
            kept.write_bytes(broken)
            assert picture(deaths(), style(), form, tmp_path) == data
            assert kept.read_bytes() == data


def test_the_oldest_pictures_go(tmp_path: Path) -> None:
    """The folder does not grow without end."""
    for number in range(cache.MOST + 3):
        old = tmp_path / f"{number:04}.svg"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    picture(deaths(), style(), "svg", tmp_path)
    left = sorted(each.name for each in tmp_path.iterdir())
    assert len(left) == cache.MOST
    assert "0000.svg" not in left


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, the chart is drawn all the same."""
    file = tmp_path / "kept"
    file.write_bytes(b"")
    assert picture(deaths(), style(), "svg", file) == picture(deaths(), style(), "svg")


def test_matplotlib_reads_its_own_settings_only() -> None:
    """The file that it is told to read is the one that it brings."""
    environ = {"MPLBACKEND": "somebody's own"}
    prepare(environ)
    assert "MPLBACKEND" not in environ
    assert Path(environ["MATPLOTLIBRC"]).parent.name == "mpl-data"
    assert Path(environ["MATPLOTLIBRC"]).is_file()
