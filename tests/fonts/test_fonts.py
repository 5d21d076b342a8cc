"""The fonts: reproducible, covering what the letters need, and the only ones on the page."""

import os
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from generator import fonts
from generator.fonts import making
from generator.fonts.families import Family, families, scripts, stack
from generator.language.cldr import languages, script

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
ALPHABETS = {
    "Latin": "AZaz ÀÉÎÕÜ çøß Łłśž ğİıŞş ŐőŰű “”‘’«»„ –— … § € № ©",
    "Greek": "ΑΩαω άέήίόύώ",
    "Cyrillic": "АЯаяЁёЙй ІіЇїЄєҐґ Ўў",
    "Kazakh": KAZAKH,
    "Kyrgyz": "ҢңӨөҮү",
    "Tajik": "ҒғӢӣҚқӮӯҲҳҶҷ",
    "Ukrainian and Belarusian": "ҐґЄєІіЇїЎў’",
    "Uzbek": "OʻoʻGʻgʻ’",
    "Turkmen and Azerbaijani": "ÄäÇçĞğƏəIıİiŇňÖöŞşÜüÝýŽž",
    "Maltese and Irish": "ĊċĠġĦħŻżÁÉÍÓÚáéíóúḃċḋḟġṁṗṡṫ",
    "Baltic": "ĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽžĄąĘęĖėĮįŲų",
}
# The letters of the languages that have families of their own, and the signs they write with.
OWN_ALPHABETS = {
    "Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى ًٌٍَُِّْ،؛؟«»()0123456789٠١٢٣٤٥٦٧٨٩٪",
    "Armn": "".join(map(chr, (*range(0x531, 0x557), *range(0x561, 0x588)))) + "՚՛՜՝՞՟։֊",
    "Geor": "".join(map(chr, range(0x10D0, 0x10F1))),
    "Hans": "的一是在人权酷刑哈萨克斯坦镕䶮，。、；：？！“”‘’（）《》〈〉【】·—…￥",
}
PAGE = """
<style>
  body { font-family: "Noto Serif" }
  p.other { font-family: "Times New Roman", Arial, monospace }
</style>
<p>Әсел <b>Қайрат</b> <i>Ұлы</i> <b><i>Һ</i></b>
<p style="font-family: Noto Sans">Noto Sans <b>bold</b>
<p class="other">A font that is not there
"""


def test_a_character_has_the_number_of_its_glyph() -> None:
    """In the Chinese fonts, whose characters are numbered: PDF readers go by the numbers."""
    found = {path.name: path for path in fonts.fonts_folder().glob("*.otf")}
    assert {"NotoSansSC-Regular.otf", "NotoSerifSC-Regular.otf"} <= set(found)
    for path in found.values():
        with TTFont(path, lazy=True) as font:
            charset = font["CFF "].cff[0].charset
            assert list(charset[1:]) == [f"cid{number:05d}" for number in range(1, len(charset))]


def test_made_again_they_have_the_same_bytes(tmp_path: Path) -> None:
    """No time or chance gets into them; what lay there is gone, and nothing half-made stays."""
    folder = tmp_path / "share" / "fonts"
    folder.mkdir(parents=True)
    (folder / "stale.ttf").touch()
    making.make_all(folder)
    assert not (folder / "stale.ttf").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["fonts"]
    made, used = (
        {path.name: path.read_bytes() for path in each.iterdir()}
        for each in (folder, fonts.fonts_folder())
    )
    assert made.keys() == used.keys()
    differing = [name for name, data in made.items() if data != used[name]]
    assert differing == ["fonts.conf"], "which says where the fonts are"


def test_a_failed_making_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder appears whole or not at all."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "old.ttf").touch()
    nobody = Family("Nobody", "no-such-package", "*.ttf", "serif", "Times")
    monkeypatch.setattr(making, "families", lambda: {"Nobody": nobody})
    with pytest.raises(PackageNotFoundError):
        making.make_all(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["fonts"]
    assert (folder / "old.ttf").exists()


@pytest.mark.parametrize("family", ["Noto Serif", "Noto Sans"])
def test_four_static_styles_are_linked_into_a_family(family: str) -> None:
    """Word, LibreOffice and fontconfig all see Regular, Bold, Italic and Bold Italic."""
    seen = set()
    for file in fonts.coverage(fonts.fonts_folder())[family].files:
        with TTFont(fonts.fonts_folder() / file, lazy=True) as font:
            names = font["name"]
            assert names.getDebugName(1) == family
            assert not {"fvar", "gvar", "STAT"} & set(font.keys())
            seen.add((names.getDebugName(2), font["OS/2"].usWeightClass, font["head"].macStyle))
    assert seen == {
        ("Regular", 400, 0),
        ("Bold", 700, 1),
        ("Italic", 400, 2),
        ("Bold Italic", 700, 3),
    }


@pytest.mark.parametrize("family", ["Noto Serif", "Noto Sans"])
@pytest.mark.parametrize("text", ALPHABETS.values(), ids=ALPHABETS.keys())
def test_the_alphabets_are_covered(family: str, text: str) -> None:
    """Everything that the letters' languages write."""
    assert fonts.missing_characters(text, family) == ()


@pytest.mark.parametrize("script", scripts())
def test_the_alphabets_of_other_scripts_are_covered(script: str) -> None:
    """Text and headings find every letter in the families of their script."""
    for family in ("Noto Serif", "Noto Sans"):
        letters = OWN_ALPHABETS[script]
        names = stack(family, script, letters, kind="serif").names
        assert fonts.missing_characters(letters, *names) == ()
        assert fonts.missing_characters("Kazakhstan Қазақстан ΑΩ 2026", *names) == ()


def test_every_language_has_the_fonts_of_its_script() -> None:
    """The script is the likely one of CLDR, unless the locale names another."""
    seen = {script(locale) for locale in languages()}
    assert seen == {"Latn", "Cyrl", "Grek", *scripts()}
    assert [script(locale) for locale in ("zh", "sr", "uz", "tg", "ka", "zh-Hant")] == [
        *("Hans", "Cyrl", "Latn", "Cyrl", "Geor", "Hant")
    ]


def test_latin_letters_come_from_noto_serif_and_sans_in_every_letter() -> None:
    """The others leave them out, so that a name looks the same in every language."""
    for family in families().values():
        plain = family.name in {"Noto Serif", "Noto Sans"}
        assert bool(fonts.missing_characters("Kazakhstan", family.name)) is not plain, family.name


def test_a_letter_asks_for_the_families_of_its_own_script_first() -> None:
    """And for those of others only where they stand in it."""
    assert stack("Noto Serif", "Cyrl", "Қазақстан", kind="serif").names == ("Noto Serif",)
    arabic = stack("Noto Serif", "Arab", "كازاخستان 哈", kind="serif")
    assert arabic.names == ("Amiri", "Noto Serif", "Noto Serif SC")
    assert arabic.foreign == ("Noto Serif", "Amiri", "Noto Serif SC")
    assert stack("Noto Sans", "Hans", "哈", kind="sans").names == ("Noto Sans SC", "Noto Sans")


def test_a_script_without_a_serif_takes_its_latin_without_too() -> None:
    """A Georgian letter is not set in two kinds of type."""
    assert stack("Noto Serif", "Geor", "ყ", kind="serif").names == (
        "Noto Sans Georgian",
        "Noto Sans",
    )
    assert stack("Noto Serif", "Latn", "ყ", kind="serif").names == (
        "Noto Serif",
        "Noto Sans Georgian",
    )


def test_every_family_has_the_line_of_noto_serif() -> None:
    """A line with a name in another script stands no lower than its neighbours."""
    lines = set()
    for each in fonts.coverage(fonts.fonts_folder()).values():
        for file in each.files:
            with TTFont(fonts.fonts_folder() / file, lazy=True) as font:
                height = font["head"].unitsPerEm
                lines.add((font["hhea"].ascent / height, font["hhea"].descent / height))
    assert lines == {(1.069, -0.293)}


def test_without_an_extra_its_families_are_left_out_and_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who installed the program alone has all fonts but the Chinese."""
    plain = {
        name: replace(each, package="no-such-package") if each.extra else each
        for name, each in families().items()
        if each.extra or name == "Noto Sans Armenian"
    }
    monkeypatch.setattr(making, "families", lambda: plain)
    making.make_all(tmp_path / "fonts")
    monkeypatch.setattr(fonts, "fonts_folder", lambda: tmp_path / "fonts")
    absent = fonts.not_installed()
    assert absent["Noto Serif SC"] == absent["Noto Sans SC"] == "chinese"
    assert "Noto Sans Armenian" not in absent
    assert "advocacy-briefs[chinese]" in fonts.remedy("chinese")


def test_missing_characters_come_once_in_order() -> None:
    """Georgian and Chinese have families of their own, so these are asked too."""
    assert fonts.missing_characters("中 a ა", "Noto Serif", "Noto Serif SC") == ("ა",)
    assert fonts.missing_characters("中 a ა 中 😀", "Noto Serif") == ("中", "ა", "😀")


def test_what_has_no_picture_is_not_missing() -> None:
    """Line ends, odd spaces, soft hyphens, joiners, marks of direction, variation selectors."""
    text = "a\n\t\u00ad\u200b\u200d\u200e\u2028\u202f\u2060\u3000\ufe0f\ufeff"
    assert fonts.missing_characters(text, "Noto Serif") == ()


def test_a_visible_space_and_a_lone_surrogate_are_missing() -> None:
    """Some of the characters that look invisible by their category are not."""
    assert fonts.missing_characters("\u0600\ud800\ue000", "Noto Serif") == (
        "\u0600",
        "\ud800",
        "\ue000",
    )


def test_without_fonts_the_message_names_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked before they are made, everything says how to make them."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert not fonts.installed()
    for ask in (lambda: fonts.isolate({}), fonts.font_versions):
        with pytest.raises(fonts.FontsNotInstalledError, match=r"-m generator\.fonts"):
            ask()


def test_importing_them_loads_no_font_library() -> None:
    """The command line stays fast."""
    code = (
        "import sys, generator.fonts; sys.exit(bool({'fontTools', 'uharfbuzz'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_pdf_embeds_only_these_fonts(tmp_path: Path) -> None:
    """Neither a generic family nor an unknown one reaches the system's fonts."""
    environment = dict(os.environ, FONTCONFIG_SYSROOT="/nowhere")
    fonts.isolate(environment)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-W", "error", "-m", "weasyprint", "page.html", "page.pdf"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert not done.stderr
    families = {name.partition("+")[2] for name in embedded(tmp_path / "page.pdf")}
    assert families == {
        "Noto-Serif",
        "Noto-Serif-Bold",
        "Noto-Serif-Italic",
        "Noto-Serif-Bold-Italic",
        "Noto-Sans",
        "Noto-Sans-Bold",
    }


def embedded(file: Path) -> set[str]:
    """Return the names of the fonts in a PDF."""
    with pikepdf.open(file) as pdf:
        return {
            str(font.BaseFont).removeprefix("/")
            for page in pdf.pages
            for font in dict(page.Resources.get("/Font", {})).values()
        }
