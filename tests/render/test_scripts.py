"""Letters in Arabic, Chinese, Georgian and Armenian: their fonts, their order, their languages."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pytest

from generator import fonts
from generator.letter import Letter, inlines_of
from generator.render import html_page, pdf_file
from generator.render.base import Rendered, RenderFailure
from generator.render.html_page import print_html
from generator.render.typefaces import check_glyphs, texts
from tests.render.sample_letters import joint_letter
from tests.render.script_letters import (
    ADDRESS,
    CODE,
    DAY,
    MAIL,
    RESOLUTION,
    SCRIPT_LETTERS,
    arabic_letter,
    chinese_letter,
    english_letter,
)
from tests.render.support import Templates, spoken, spoken_runs

TEMPLATES = Templates()
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2060\\s-]")
EMBEDDED = {
    "ar": {"Amiri", "Amiri-Bold", "Noto-Serif", "Noto-Serif-Bold"},
    "zh": {"Noto-Serif-SC", "Noto-Sans-SC", "Noto-Serif", "Noto-Sans"},
    "ka": {"Noto-Sans-Georgian", "Noto-Sans-Georgian-Bold", "Noto-Sans", "Noto-Sans-Bold"},
    "hy": {"Noto-Sans-Armenian", "Noto-Sans-Armenian-Bold", "Noto-Sans", "Noto-Sans-Bold"},
    "en": {
        "Amiri",
        "Noto-Sans",
        "Noto-Sans-Armenian",
        "Noto-Sans-Bold",
        "Noto-Sans-Georgian",
        "Noto-Serif",
        "Noto-Serif-SC",
    },
}


def extracted(pdf: bytes) -> str:
    """Return the text that pdftotext finds, signs of layout gone."""
    command = ["pdftotext", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return bare(done.stdout.decode())


def bare(words: str) -> str:
    """Return the letters and digits of ``words`` only, accents apart from what bears them."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", words))
    return "".join(each for each in plain if not unicodedata.combining(each))


def words_of(letter: Letter) -> list[str]:
    """Return the words of a letter, the notes' too."""
    runs = [*spoken_runs(letter, mark=" "), *(spoken(note.children) for note in letter.notes)]
    return [word for run in runs for word in re.split(r"[^\w]+", run) if word]


# --- PDF ------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCRIPT_LETTERS)
def test_the_fonts_are_those_of_the_script(scripts: Mapping[str, Rendered], name: str) -> None:
    """And of the others only those whose letters stand in the text."""
    with pikepdf.open(BytesIO(scripts[name].data)) as pdf:
        found = {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in dict(page.Resources.get("/Font", {})).values()
        }
        assert pdf.Root.Lang == name
    assert found == EMBEDDED[name]


@pytest.mark.parametrize("name", ["zh", "ka", "hy"])
def test_what_is_copied_is_what_was_written(scripts: Mapping[str, Rendered], name: str) -> None:
    """Every run of text, in the order of the letter."""
    letter = SCRIPT_LETTERS[name]()
    text = extracted(scripts[name].data)
    place = 0
    for block in letter.blocks[3:6]:
        for run in inlines_of(block):
            found = text.find(bare(spoken(run)), place)
            assert found >= place, spoken(run)
            place = found
    missing = [word for word in words_of(letter) if bare(word) not in text]
    assert missing == []


def test_arabic_words_are_found_as_they_are_written(scripts: Mapping[str, Rendered]) -> None:
    """A font that draws letters by their bare shapes would give other words."""
    text = extracted(scripts["ar"].data)
    words = words_of(arabic_letter())
    missing = [word for word in words if bare(word) not in text]
    assert len(words) > 250
    assert len(missing) <= len(words) // 100, missing  # a word that kerning makes two


@pytest.mark.parametrize("code", [CODE, RESOLUTION, DAY, ADDRESS, MAIL])
def test_codes_keep_their_order_in_arabic(scripts: Mapping[str, Rendered], code: str) -> None:
    """From left to right, with every sign in its place."""
    command = ["pdftotext", "-raw", "-", "-"]
    done = subprocess.run(command, input=scripts["ar"].data, capture_output=True, check=True)
    assert code in done.stdout.decode()


def test_an_arabic_page_is_mirrored(scripts: Mapping[str, Rendered]) -> None:
    """Text begins at the right margin, numbers stand right of it, the page number left."""
    words = boxes(scripts["ar"].data)
    width = 595.3
    right = width - 25 * 72 / 25.4
    starts = [box for box in words if abs(box[1] - right) < 1]
    assert len(starts) > 12
    beyond = [box for box in words if box[1] >= right + 1]
    assert all(re.fullmatch(r"\d\.|\.\d", box[2]) and box[1] < right + 18 for box in beyond)
    numbers = [box for box in words if box[2] in {"1", "2"} and 700 < box[3] < 760]
    assert [box for box in numbers if right - box[1] < 1]
    assert min(box[0] for box in words if box[3] > 760) < 25 * 72 / 25.4 + 1


def boxes(pdf: bytes) -> list[tuple[float, float, str, float]]:
    """Return the left and right edge, the text and the height of each word of the first page."""
    command = ["pdftotext", "-bbox", "-l", "1", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>'
    return [
        (float(left), float(end), words.strip("\u202a\u202b\u202c"), float(top))
        for left, top, end, words in re.findall(pattern, done)
    ]


def test_chinese_lines_begin_with_no_closing_sign(scripts: Mapping[str, Rendered]) -> None:
    """Lines break between characters, but not before a comma or after an opening bracket."""
    command = ["pdftotext", "-layout", "-", "-"]
    done = subprocess.run(command, input=scripts["zh"].data, capture_output=True, check=True)
    lines = [line.strip() for line in done.stdout.decode().splitlines() if line.strip()]
    assert max(map(len, lines)) > 35
    assert [
        line for line in lines if line[0] in "，。、；：？！”’）》」" or line[-1] in "“‘（《"
    ] == []


@pytest.mark.usefixtures("own_fonts")
def test_a_letter_in_english_opens_no_arabic_and_no_chinese_font() -> None:
    """Only what a letter needs is loaded."""
    code = (
        "import os\n"
        "from generator.render import pdf_file\n"
        "pdf_file.prepare(os.environ)\n"
        "from tests.render.sample_letters import joint_letter\n"
        "from tests.render.support import Templates\n"
        "pdf_file.render(joint_letter(), Templates())\n"
        "print(open('/proc/self/maps').read())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    opened = set(re.findall(r"[\w-]+\.(?:ttf|otf)", done.stdout))
    assert "NotoSerif-Regular.ttf" in opened
    assert {name for name in opened if not name.startswith(("NotoSerif-", "NotoSans-"))} == set()


def test_a_font_that_is_not_installed_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Chinese is an extra: without it the letter is refused, and the others are not."""
    known = dict(fonts.coverage(fonts.fonts_folder()))
    del known["Noto Serif SC"], known["Noto Sans SC"]
    monkeypatch.setattr(fonts, "coverage", lambda _: known)
    for letter in (chinese_letter(), english_letter()):
        with pytest.raises(RenderFailure) as caught:
            pdf_file.render(letter, TEMPLATES)
        assert caught.value.rule == "font-not-installed"
        assert caught.value.fields["family"] == "Noto Serif SC"
        assert "advocacy-briefs[chinese]" in str(caught.value.fields["remedy"])
    check_glyphs(arabic_letter())
    check_glyphs(joint_letter())


# --- HTML -----------------------------------------------------------------------


def test_arabic_html_says_direction_and_language() -> None:
    """Of the page, of every code, of every word in another language."""
    page = html_page.render(arabic_letter(), TEMPLATES).data.decode()
    assert '<html lang="ar" dir="rtl" class="Arab">' in page
    assert f'<bdi dir="ltr">{CODE}</bdi>' in page
    assert f'<bdi dir="ltr">{RESOLUTION}</bdi>' in page
    assert f'<a class="address" dir="ltr" href="{ADDRESS}">{ADDRESS}</a>' in page
    assert '<span lang="kk" dir="ltr">' in page
    assert '--family: "Amiri", "Noto Serif"' in page
    assert "em, .gap { font-style: normal }" in page


def test_an_english_page_sets_arabic_titles_apart() -> None:
    """With its direction, though nobody gave it; others need none."""
    page = html_page.render(english_letter(), TEMPLATES).data.decode()
    assert '<span lang="ar" dir="rtl">' in page
    assert '<span lang="zh">' in page
    assert '<bdi dir="rtl">قناة</bdi> 24' in page
    assert '"Noto Serif", "Amiri", "Noto Sans Armenian"' in page


def test_chinese_emphasis_is_neither_slanted_nor_faked() -> None:
    """It takes the sans family, as strong text does."""
    page = print_html(chinese_letter(), TEMPLATES)
    assert "em, .gap { font-style: normal }" in page
    assert 'em, strong { font-family: var(--heading-family), "Noto Sans"' in page
    assert '<span class="latin">l’Aviation</span>' in page


def test_a_letter_in_latin_script_is_as_it_was() -> None:
    """Nothing of the other scripts stands in it."""
    page = print_html(joint_letter(), TEMPLATES)
    assert '<html lang="en" dir="ltr">' in page
    assert '--family: "Noto Serif";' in page
    assert "<bdi" not in page
    assert all(each.isprintable() for each in "".join(texts(joint_letter())).replace("\n", ""))
