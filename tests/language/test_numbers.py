"""Numbers, shares, lists and names of languages, as each language writes them."""

from __future__ import annotations

import gettext

import pytest

from generator.language import cldr
from generator.language.plurals import gettext_rule
from tests.language.support import shown

# 1234567.5 and 1234, 73.5 of a hundred, a list of three, and what Russian is called: CLDR 47
# (numbers.json with minimumGroupingDigits, listPatterns.json, languages.json).
NUMBERS = {
    "ar": ("1,234,567.5", "1,234", "73.5%", "A وB وC", "الروسية"),
    "az": ("1.234.567,5", "1.234", "73,5%", "A, B və C", "rus"),
    "be": ("1~234~567,5", "1234", "73,5~%", "A, B і C", "руская"),
    "bg": ("1~234~567,5", "1234", "73,5%", "A, B и C", "руски"),
    "cs": ("1~234~567,5", "1~234", "73,5~%", "A, B a~C", "ruština"),
    "da": ("1.234.567,5", "1.234", "73,5~%", "A, B og C", "russisk"),
    "de": ("1.234.567,5", "1.234", "73,5~%", "A, B und C", "Russisch"),
    "el": ("1.234.567,5", "1.234", "73,5%", "A, B και C", "Ρωσικά"),
    "en": ("1,234,567.5", "1,234", "73.5%", "A, B and C", "Russian"),
    "es": ("1.234.567,5", "1234", "73,5~%", "A, B y C", "ruso"),
    "et": ("1~234~567,5", "1234", "73,5%", "A, B ja C", "vene"),
    "fi": ("1~234~567,5", "1~234", "73,5~%", "A, B ja C", "venäjä"),
    "fr": ("1¬234¬567,5", "1¬234", "73,5~%", "A, B et C", "russe"),
    "ga": ("1,234,567.5", "1,234", "73.5%", "A, B agus C", "Rúisis"),
    "hr": ("1.234.567,5", "1.234", "73,5~%", "A, B i C", "ruski"),
    "hu": ("1~234~567,5", "1234", "73,5%", "A, B és C", "orosz"),
    "hy": ("1~234~567,5", "1~234", "73,5%", "A, B և C", "ռուսերեն"),
    "it": ("1.234.567,5", "1234", "73,5%", "A, B e C", "russo"),
    "ka": ("1~234~567,5", "1234", "73,5%", "A, B და C", "რუსული"),
    "kk": ("1~234~567,5", "1~234", "73,5%", "A, B және C", "орыс тілі"),
    "ky": ("1~234~567,5", "1~234", "73,5%", "A, B жана C", "орусча"),
    "lt": ("1~234~567,5", "1~234", "73,5~%", "A, B ir C", "rusų"),
    "lv": ("1~234~567,5", "1234", "73,5%", "A, B un C", "krievu"),
    "mt": ("1,234,567.5", "1,234", "73.5%", "A, B, u C", "Russu"),
    "nl": ("1.234.567,5", "1.234", "73,5%", "A, B en C", "Russisch"),
    "pl": ("1~234~567,5", "1234", "73,5%", "A, B i C", "rosyjski"),
    "pt": ("1~234~567,5", "1234", "73,5%", "A, B e C", "russo"),
    "ro": ("1.234.567,5", "1.234", "73,5~%", "A, B și C", "rusă"),
    "ru": ("1~234~567,5", "1~234", "73,5~%", "A, B и C", "русский"),
    "sk": ("1~234~567,5", "1~234", "73,5~%", "A, B a C", "ruština"),
    "sl": ("1.234.567,5", "1234", "73,5~%", "A, B in C", "ruščina"),
    "sv": ("1~234~567,5", "1~234", "73,5~%", "A, B och C", "ryska"),
    "tg": ("1~234~567,5", "1~234", "73,5%", "A, B ва C", "русӣ"),
    "tk": ("1~234~567,5", "1~234", "73,5~%", "A, B we C", "rus dili"),
    "uk": ("1~234~567,5", "1~234", "73,5%", "A, B і C", "російська"),
    "uz": ("1~234~567,5", "1~234", "73,5%", "A, B va C", "ruscha"),
    "zh": ("1,234,567.5", "1,234", "73.5%", "A、B和C", "俄语"),
}


@pytest.mark.parametrize("locale", NUMBERS)
def test_numbers_lists_and_names(locale: str) -> None:
    """None is rounded, and no list has a comma before its conjunction that English would not."""
    told = (
        cldr.number(1234567.5, locale),
        cldr.number(1234, locale),
        cldr.percent(73.5, locale),
        cldr.joined(["A", "B", "C"], locale),
        cldr.language_name("ru", into=locale),
    )
    assert tuple(map(shown, told)) == NUMBERS[locale]


def test_nothing_is_rounded() -> None:
    """A figure of the content is a fact."""
    assert cldr.number(0.12345, "en") == "0.12345"
    assert cldr.percent(7.1, "en") == "7.1%"
    assert cldr.percent(0.125, "de") == "0,125\u00a0%"
    assert cldr.number(10_000, "es") == "10.000"


def test_short_lists() -> None:
    """One thing is itself, two are a pair, none is nothing."""
    assert [cldr.joined(list(each), "kk") for each in ("", "A", "AB", "ABCD")] == [
        "",
        "A",
        "A және B",
        "A, B, C және D",
    ]


def test_names_of_languages() -> None:
    """A script or country of its own is named where CLDR has a name; else the language is."""
    assert cldr.language_name("zh-Hans", into="en") == "Simplified Chinese"
    assert cldr.language_name("ru-KZ", into="en") == "Russian"
    assert cldr.language_name("qqq", into="en") == "qqq"


@pytest.mark.parametrize("locale", NUMBERS)
def test_gettext_counts_as_cldr_does(locale: str) -> None:
    """The header of a catalogue leads every number to the form of its category."""
    rule = gettext_rule(locale)
    header = rule.header.rstrip(";").partition("plural=")[2]
    index = gettext.c2py(header)
    assert f"nplurals={rule.count};" in rule.header
    for number in (*range(201), 1000, 1_000_000):
        assert rule.categories[index(number)] == cldr.plural(number, locale), number
