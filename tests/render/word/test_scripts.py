"""Word's own settings for languages from right to left and for East Asian ones."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from generator.letter import PageRules, Span
from generator.render.word import render
from tests.render.sample_letters import paragraph, text
from tests.render.script_letters import CODE, DAY, RESOLUTION, RUSSIAN, SCRIPT_LETTERS
from tests.render.word.reading import Templates, W, WordFile, around


@cache
def written(name: str) -> WordFile:
    """Return one of the letters as a Word file."""
    return WordFile(render(SCRIPT_LETTERS[name](), Templates()).data)


def runs(file: WordFile, part: str = "document") -> dict[str, etree._Element]:
    """Return each run by its text, marks of direction left out."""
    return {
        "".join(run.itertext()).strip("\u200e\u200f "): run
        for run in file.part(f"word/{part}.xml").iter(f"{W}r")
    }


def language(run: etree._Element, name: str) -> str | None:
    """Return the language that a run states for a kind of script."""
    found = run.find(f"{W}rPr/{W}lang")
    return None if found is None else found.get(f"{W}{name}")


def defaults(file: WordFile) -> etree._Element:
    """Return the properties that every run has."""
    found = file.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert found is not None
    return found


def families(properties: etree._Element) -> dict[str, str]:
    """Return the font of each kind of script."""
    found = properties.find(f"{W}rFonts")
    assert found is not None
    return {str(name).rpartition("}")[2]: str(value) for name, value in found.attrib.items()}


def test_every_arabic_paragraph_runs_from_right_to_left() -> None:
    """With its mark, in the text, the notes and the lines of the page; the tables too."""
    file = written("ar")
    parts = [each for each in file.names() if each.endswith(".xml") and "word/" in each]
    seen = 0
    for part in parts:
        for line in file.part(part).iter(f"{W}p"):
            if around(line).get(f"{W}type") or line.find(f"{W}pPr/{W}pStyle") is None:
                continue
            assert line.find(f"{W}pPr/{W}bidi") is not None, etree.tostring(line)
            assert line.find(f"{W}pPr/{W}rPr/{W}rtl") is not None
            seen += 1
        for table in file.part(part).iter(f"{W}tbl"):
            assert table.find(f"{W}tblPr/{W}bidiVisual") is not None
    assert seen > 25
    assert file.part("word/document.xml").find(f".//{W}sectPr/{W}bidi") is not None


@pytest.mark.parametrize("code", [CODE, RESOLUTION, DAY])
def test_codes_in_arabic_are_runs_of_their_own(code: str) -> None:
    """Without w:rtl; what stands around them has it."""
    found = runs(written("ar"))
    assert found[code].find(f"{W}rPr/{W}rtl") is None
    arabic = [words for words in found if any("\u0621" <= each <= "\u064a" for each in words)]
    assert len(arabic) > 15
    assert all(found[words].find(f"{W}rPr/{W}rtl") is not None for words in arabic)


def test_codes_that_begin_with_a_digit_are_held_by_marks() -> None:
    """For LibreOffice, which asks what stands around them."""
    raw = written("ar").raw("word/document.xml")
    assert f"\u200e{DAY}\u200e" in raw
    assert f"\u200e{RESOLUTION}\u200e" in raw
    assert f">{CODE}\u200e<" in raw


def test_a_sentence_in_another_direction_keeps_its_full_stop() -> None:
    """Between a mark of its own direction and one of the paragraph's."""
    sentence = Span(text("It ends."), locale="en", direction="ltr")
    letter = replace(SCRIPT_LETTERS["ar"](), blocks=(paragraph("قال: ", sentence, " عام 68"),))
    raw = WordFile(render(letter, Templates()).data).raw("word/document.xml")
    assert re.findall(r"[\u200e\u200f]|It ends\.|عام", raw) == [
        "It ends.",
        "\u200e",
        "\u200f",
        "عام",
    ]


def test_arabic_is_set_with_the_fonts_and_sizes_of_complex_scripts() -> None:
    """Latin keeps its own of both."""
    file = written("ar")
    assert families(defaults(file)) == {
        "ascii": "Noto Serif",
        "hAnsi": "Noto Serif",
        "eastAsia": "Noto Serif",
        "cs": "Amiri",
    }
    size, complex_ = (defaults(file).find(f"{W}{name}") for name in ("sz", "szCs"))
    assert size is not None
    assert complex_ is not None
    assert (size.get(f"{W}val"), complex_.get(f"{W}val")) == ("20", "24")
    tags = defaults(file).find(f"{W}lang")
    assert tags is not None
    assert (tags.get(f"{W}bidi"), tags.get(f"{W}val")) == ("ar-SA", "en-GB")


@pytest.mark.parametrize("name", ["ar", "zh", "ka", "hy"])
def test_emphasis_is_bold_where_the_script_has_no_italics(name: str) -> None:
    """In every style that slants Latin text."""
    for style in ("Emphasis", "Hyperlink Emphasis", "Strong Emphasis"):
        properties = written(name).style(style).find(f"{W}rPr")
        assert properties is not None
        found = {str(each.tag).rpartition("}")[2] for each in properties}
        assert {"b", "bCs"} <= found
        assert not {"i", "iCs"} & found


def test_chinese_has_east_asian_fonts_and_language() -> None:
    """Song for text, Hei for headings and what is strong; Latin beside them as ever."""
    file = written("zh")
    assert families(defaults(file))["eastAsia"] == "Noto Serif SC"
    assert families(defaults(file))["ascii"] == "Noto Serif"
    for style in ("heading 1", "Strong", "Emphasis"):
        properties = file.style(style).find(f"{W}rPr")
        assert properties is not None
        assert families(properties)["eastAsia"] == "Noto Sans SC"
    tags = defaults(file).find(f"{W}lang")
    assert tags is not None
    assert (tags.get(f"{W}eastAsia"), tags.get(f"{W}val")) == ("zh-CN", "en-GB")
    assert 'characterSpacingControl w:val="compressPunctuation"' in file.raw("word/settings.xml")
    assert 'themeFontLang w:val="en-GB" w:eastAsia="zh-CN"' in file.raw("word/settings.xml")


def test_chinese_quotation_marks_are_as_wide_as_characters() -> None:
    """Word takes them from the Latin font unless the run says otherwise; apostrophes it should."""
    found = runs(written("zh"))
    (quoted,) = [run for words, run in found.items() if "“" in words]
    hint = quoted.find(f"{W}rPr/{W}rFonts")
    assert hint is not None
    assert hint.get(f"{W}hint") == "eastAsia"
    assert found["l’Aviation"].find(f"{W}rPr/{W}rFonts") is None


def test_where_nothing_runs_from_right_to_left_no_mark_of_direction_stands() -> None:
    """Neither before a number after an elided word, as in an address, nor anywhere else."""
    for part in ("document", "footnotes", "footer1"):
        raw = written("zh").raw(f"word/{part}.xml")
        assert not re.findall("[\u200e\u200f]", raw)


def test_each_language_is_tagged_for_its_kind_of_script() -> None:
    """In a letter of another: val for Latin and the like, eastAsia, bidi."""
    english = written("en").part("word/document.xml")
    tags = {
        (str(name).rpartition("}")[2], str(value))
        for each in english.iter(f"{W}lang")
        for name, value in each.attrib.items()
    }
    assert tags == {("bidi", "ar-SA"), ("eastAsia", "zh-CN"), ("val", "ka-GE"), ("val", "hy-AM")}
    assert language(runs(written("ar"))[RUSSIAN], "val") == "ru-RU"


@pytest.mark.parametrize(
    ("name", "own", "substitute"),
    [
        ("ar", "Amiri", "Times New Roman"),
        ("zh", "Noto Serif SC", "SimSun"),
        ("ka", "Noto Sans Georgian", "Sylfaen"),
        ("hy", "Noto Sans Armenian", "Sylfaen"),
    ],
)
def test_the_table_of_fonts_names_a_substitute(name: str, own: str, substitute: str) -> None:
    """For the reader who has not installed the family."""
    table = written(name).raw("word/fontTable.xml")
    assert f'<w:font w:name="{own}"><w:altName w:val="{substitute}"/>' in table


@pytest.mark.parametrize("name", ["ka", "hy"])
def test_beyond_ascii_georgian_and_armenian_have_their_own_font(name: str) -> None:
    """Word counts them as Latin; digits and names keep Noto Sans."""
    found = families(defaults(written(name)))
    assert found["ascii"] == "Noto Sans"
    assert found["hAnsi"].startswith("Noto Sans ")


def test_borders_and_margins_change_sides_in_arabic() -> None:
    """Both are those of the paper in Word."""
    ask = written("ar").style("Ask").find(f"{W}pPr/{W}pBdr")
    assert ask is not None
    assert [str(each.tag).rpartition("}")[2] for each in ask] == ["right"]
    letter = SCRIPT_LETTERS["ar"]()
    rules = PageRules(margin_inner=30, margin_outer=20)
    file = WordFile(render(replace(letter, page=rules), Templates()).data)
    margins = file.part("word/document.xml").find(f".//{W}pgMar")
    assert margins is not None
    assert int(str(margins.get(f"{W}right"))) > int(str(margins.get(f"{W}left")))
