"""Dates of all languages, as their readers expect them: CLDR's, and where not, the source's."""

from __future__ import annotations

from datetime import date

import pytest
from babel.localedata import locale_identifiers

from generator.language import cldr, dates
from tests.language.support import shown

# A day; a month by itself; days of one month, of two months, of two years. "~" stands for a
# no-break space, "¬" for a narrow one, "^" for a thin one.
DATES = {
    "ar": (
        "22~حزيران/يونيه 2026",
        "أيار/مايو 2019",
        "22–23~حزيران/يونيه 2026",
        "29~حزيران/يونيه~– 2~تموز/يوليه 2026",
        "29~كانون الأول/ديسمبر 2026~– 1~كانون الثاني/يناير 2027",
    ),
    "az": (
        "22~iyun 2026",
        "may 2019",
        "22–23~iyun 2026",
        "29~iyun~– 2~iyul 2026",
        "29~dekabr 2026~– 1~yanvar 2027",
    ),
    "be": (
        "22~чэрвеня 2026¬г.",
        "май 2019¬г.",
        "22–23~чэрвеня 2026¬г.",
        "29~чэрвеня~– 2~ліпеня 2026¬г.",
        "29~снежня 2026¬г.~– 1~студзеня 2027¬г.",
    ),
    "bg": (
        "22~юни 2026¬г.",
        "май 2019¬г.",
        "22–23~юни 2026¬г.",
        "29~юни~– 2~юли 2026¬г.",
        "29~декември 2026¬г.~– 1~януари 2027¬г.",
    ),
    "cs": (
        "22.~června 2026",
        "květen 2019",
        "22.–23.~června 2026",
        "29.~června~– 2.~července 2026",
        "29.~prosince 2026~– 1.~ledna 2027",
    ),
    "da": (
        "22.~juni 2026",
        "maj 2019",
        "22.–23.~juni 2026",
        "29.~juni–2.~juli 2026",
        "29.~december 2026–1.~januar 2027",
    ),
    "de": (
        "22.~Juni 2026",
        "Mai 2019",
        "22.–23.~Juni 2026",
        "29.~Juni¬–^2.~Juli 2026",
        "29.~Dezember 2026¬–^1.~Januar 2027",
    ),
    "el": (
        "22~Ιουνίου 2026",
        "Μάιος 2019",
        "22–23~Ιουνίου 2026",
        "29~Ιουνίου~– 2~Ιουλίου 2026",
        "29~Δεκεμβρίου 2026~– 1~Ιανουαρίου 2027",
    ),
    "en": (
        "22~June 2026",
        "May 2019",
        "22–23~June 2026",
        "29~June¬–^2~July 2026",
        "29~December 2026¬–^1~January 2027",
    ),
    "es": (
        "22~de junio de 2026",
        "mayo de 2019",
        "22–23~de junio de 2026",
        "29~de junio~– 2~de julio de 2026",
        "29~de diciembre de 2026~– 1~de enero de 2027",
    ),
    "et": (
        "22.~juuni 2026",
        "mai 2019",
        "22.–23.~juuni 2026",
        "29.~juuni¬–^2.~juuli 2026",
        "29.~detsember 2026¬–^1.~jaanuar 2027",
    ),
    "fi": (
        "22.~kesäkuuta 2026",
        "toukokuu 2019",
        "22.–23.~kesäkuuta 2026",
        "29.~kesäkuuta~– 2.~heinäkuuta 2026",
        "29.~joulukuuta 2026~– 1.~tammikuuta 2027",
    ),
    "fr": (
        "22~juin 2026",
        "mai 2019",
        "22–23~juin 2026",
        "29~juin¬–^2~juillet 2026",
        "29~décembre 2026¬–^1er~janvier 2027",
    ),
    "ga": (
        "22~Meitheamh 2026",
        "Bealtaine 2019",
        "22¬–^23~Meitheamh 2026",
        "29~Meitheamh¬–^2~Iúil 2026",
        "29~Nollaig 2026¬–^1~Eanáir 2027",
    ),
    "hr": (
        "22.~lipnja 2026.",
        "svibanj 2019.",
        "22.¬–^23.~lipnja 2026.",
        "29.~lipnja¬–^2.~srpnja 2026.",
        "29.~prosinca 2026.¬–^1.~siječnja 2027.",
    ),
    "hu": (
        "2026. június~22.",
        "2019. május",
        "2026. június~22–23.",
        "2026. június~29.¬–^július~2.",
        "2026. december~29.¬–^2027. január~1.",
    ),
    "hy": (
        "22~հունիսի, 2026 թ.",
        "2019 թ. մայիս",
        "22–23~հունիսի, 2026 թ.",
        "29~հունիսի~– 02~հուլիսի, 2026 թ.",
        "29~դեկտեմբերի, 2026 թ.~– 01~հունվարի, 2027 թ.",
    ),
    "it": (
        "22~giugno 2026",
        "maggio 2019",
        "22–23~giugno 2026",
        "29~giugno¬–^2~luglio 2026",
        "29~dicembre 2026¬–^1º~gennaio 2027",
    ),
    "ka": (
        "22~ივნისი, 2026",
        "მაისი, 2019",
        "22–23~ივნისი, 2026",
        "29~ივნისი~– 2~ივლისი, 2026",
        "29~დეკემბერი, 2026~– 1~იანვარი, 2027",
    ),
    "kk": (
        "2026¬ж. 22~маусым",
        "2019¬ж. мамыр",
        "2026¬ж. 22–23~маусым",
        "2026¬ж. 29~маусым~– 2~шілде",
        "2026¬ж. 29~желтоқсан~– 2027¬ж. 1~қаңтар",
    ),
    "ky": (
        "2026-ж., 22-июнь",
        "2019-ж., май",
        "2026-ж., 22–23-июнь",
        "2026-ж., 29-июнь~– 2-июль",
        "2026-ж., 29-декабрь~– 2027-ж., 1-январь",
    ),
    "lt": (
        "2026~m. birželio~22~d.",
        "2019~m. gegužė",
        "2026~m. birželio~22–23~d.",
        "2026~m. birželio~29~d.~– liepos~2~d.",
        "2026~m. gruodžio~29~d.~– 2027~m. sausio~1~d.",
    ),
    "lv": (
        "2026. gada 22.~jūnijs",
        "2019. gada maijs",
        "2026. gada 22.–23.~jūnijs",
        "2026. gada 29.~jūnijs¬–^2.~jūlijs",
        "2026. gada 29.~decembris¬–^2027. gada 1.~janvāris",
    ),
    "mt": (
        "22~ta’ Ġunju 2026",
        "Mejju 2019",
        "22–23~ta’ Ġunju 2026",
        "29~ta’ Ġunju~– 2~ta’ Lulju 2026",
        "29~ta’ Diċembru 2026~– 1~ta’ Jannar 2027",
    ),
    "nl": (
        "22~juni 2026",
        "mei 2019",
        "22–23~juni 2026",
        "29~juni¬–^2~juli 2026",
        "29~december 2026¬–^1~januari 2027",
    ),
    "pl": (
        "22~czerwca 2026",
        "maj 2019",
        "22–23~czerwca 2026",
        "29~czerwca–2~lipca 2026",
        "29~grudnia 2026–1~stycznia 2027",
    ),
    "pt": (
        "22~de junho de 2026",
        "maio de 2019",
        "22–23~de junho de 2026",
        "29~de junho¬–^2~de julho de 2026",
        "29~de dezembro de 2026¬–^1~de janeiro de 2027",
    ),
    "ro": (
        "22~iunie 2026",
        "mai 2019",
        "22–23~iunie 2026",
        "29~iunie¬–^2~iulie 2026",
        "29~decembrie 2026¬–^1~ianuarie 2027",
    ),
    "ru": (
        "22~июня 2026¬г.",
        "май 2019¬г.",
        "22–23~июня 2026¬г.",
        "29~июня~– 2~июля 2026¬г.",
        "29~декабря 2026¬г.~– 1~января 2027¬г.",
    ),
    "sk": (
        "22.~júna 2026",
        "máj 2019",
        "22.~– 23.~júna 2026",
        "29.~júna~– 2.~júla 2026",
        "29.~decembra 2026~– 1.~januára 2027",
    ),
    "sl": (
        "22.~junij 2026",
        "maj 2019",
        "22.–23.~junij 2026",
        "29.~junij–2.~julij 2026",
        "29.~december 2026–1.~januar 2027",
    ),
    "sv": (
        "22~juni 2026",
        "maj 2019",
        "22–23~juni 2026",
        "29~juni–2~juli 2026",
        "29~december 2026–1~januari 2027",
    ),
    "tg": (
        "22~июни соли 2026",
        "майи соли 2019",
        "22–23~июни соли 2026",
        "29~июни~– 2~июли соли 2026",
        "29~декабри соли 2026~– 1~январи соли 2027",
    ),
    "tk": (
        "22~iýun 2026",
        "maý 2019",
        "22¬–^23~iýun 2026",
        "29~iýun¬–^2~iýul 2026",
        "29~dekabr 2026¬–^1~ýanwar 2027",
    ),
    "uk": (
        "22~червня 2026¬р.",
        "травень 2019¬р.",
        "22–23~червня 2026¬р.",
        "29~червня~– 2~липня 2026¬р.",
        "29~грудня 2026~– 1~січня 2027¬рр.",
    ),
    "uz": (
        "2026-yil 22-iyun",
        "2019-yil may",
        "2026-yil 22–23-iyun",
        "2026-yil 29-iyun~– 2-iyul",
        "2026-yil 29-dekabr~– 2027-yil 1-yanvar",
    ),
    "zh": (
        "2026年6月22日",
        "2019年5月",
        "2026年6月22日至23日",
        "2026年6月29日至7月2日",
        "2026年12月29日至2027年1月1日",
    ),
}


def test_every_language_is_in_the_table() -> None:
    """Thirty-seven of them."""
    assert set(DATES) == set(cldr.languages())
    assert len(DATES) == 37


@pytest.mark.parametrize("locale", DATES)
def test_dates(locale: str) -> None:
    """In full, in the grammatical form that the language wants, bound where no line may end."""
    told = (
        dates.day(date(2026, 6, 22), locale),
        dates.partial_day("2019-05", locale),
        dates.interval(date(2026, 6, 22), date(2026, 6, 23), locale),
        dates.interval(date(2026, 6, 29), date(2026, 7, 2), locale),
        dates.interval(date(2026, 12, 29), date(2027, 1, 1), locale),
    )
    assert tuple(map(shown, told)) == DATES[locale]


@pytest.mark.parametrize("locale", DATES)
def test_parts_of_dates(locale: str) -> None:
    """An interval of one day is the day; a full date is a day; a year is a year."""
    first = date(2026, 2, 1)
    assert dates.interval(first, first, locale) == dates.day(first, locale)
    assert dates.partial_day("2026-02-01", locale) == dates.day(first, locale)
    assert dates.partial_day("2019", locale) == ("2019年" if locale == "zh" else "2019")


PERIODS = {
    "en": ("January–November 2025", "December 2024¬–^February 2025", "2022^–^2024"),
    "ru": ("январь~– ноябрь 2025¬г.", "декабрь 2024¬г.~– февраль 2025¬г.", "2022 – 2024"),
    "kk": ("2025¬ж. қаңтар~– қараша", "2024¬ж. желтоқсан~– 2025¬ж. ақпан", "2022 - 2024"),
    "fr": ("janvier–novembre 2025", "décembre 2024¬–^février 2025", "2022^–^2024"),
    "es": ("enero–noviembre de 2025", "diciembre de 2024¬–^febrero de 2025", "2022^–^2024"),
    "zh": ("2025年1月至11月", "2024年12月至2025年2月", "2022年 – 2024年"),
}


@pytest.mark.parametrize("locale", PERIODS)
def test_periods(locale: str) -> None:
    """From month to month, over the turn of a year, and from year to year."""
    told = [
        dates.period(each, locale) for each in ("2025-01/2025-11", "2024-12/2025-02", "2022/2024")
    ]
    assert tuple(map(shown, told)) == PERIODS[locale]


@pytest.mark.parametrize("locale", DATES)
def test_a_period_is_as_long_as_it_is_known(locale: str) -> None:
    """A period of one day, month or year is that; one of days is an interval."""
    for one in ("2025", "2025-11", "2025-11-30"):
        assert dates.period(one, locale) == dates.partial_day(one, locale)
    days = dates.interval(date(2022, 1, 13), date(2022, 2, 14), locale)
    assert dates.period("2022-01-13/2022-02-14", locale) == days
    mixed = dates.period("2024-12-31/2025-02", locale)
    assert dates.partial_day("2024-12-31", locale) in mixed
    assert dates.partial_day("2025-02", locale) in mixed


@pytest.mark.parametrize("locale", DATES)
def test_every_month_has_its_name(locale: str) -> None:
    """The days of a year differ, and an interval has no shortened month and no month in figures."""
    days = {dates.day(date(2026, month, 7), locale) for month in range(1, 13)}
    assert len(days) == 12
    if locale == "zh":
        return
    for month in range(1, 13):
        name = dates.months(locale)[month - 1]
        assert name in dates.day(date(2026, month, 7), locale)
        assert name in dates.interval(date(2026, month, 7), date(2026, month, 8), locale)


@pytest.mark.parametrize(
    ("locale", "day"),
    [("fr", "1er~janvier 2026"), ("it", "1º~gennaio 2026"), ("de", "1.~Januar 2026")],
)
def test_the_first_of_a_month(locale: str, day: str) -> None:
    """French and Italian count it, and no other day."""
    assert shown(dates.day(date(2026, 1, 1), locale)) == day
    assert dates.day(date(2026, 1, 11), locale).startswith("11")


def test_months_of_the_united_nations() -> None:
    """In Arabic both names of each month, and European digits."""
    assert [dates.partial_day(f"2026-{month:02}", "ar") for month in (1, 4, 6, 7, 12)] == [
        "كانون الثاني/يناير 2026",
        "نيسان/أبريل 2026",
        "حزيران/يونيه 2026",
        "تموز/يوليه 2026",
        "كانون الأول/ديسمبر 2026",
    ]


def test_what_is_known_can_be_written() -> None:
    """No language that CLDR has makes a date, a list or a number fail."""
    tags = [each for each in locale_identifiers() if "_" not in each and len(each) <= 3]
    assert len(tags) > 200
    for tag in tags:
        if cldr.is_known(tag):
            assert dates.day(date(2026, 6, 22), tag)
            assert dates.partial_day("2026-06", tag)
            assert dates.interval(date(2026, 6, 22), date(2026, 7, 2), tag)
            assert cldr.joined(["A", "B", "C"], tag)
            assert cldr.number(3.5, tag)
            assert cldr.percent(3, tag)
            assert cldr.plural(3, tag)


@pytest.mark.parametrize("locale", ["zz", "zz-ZZ", "en-XX", "qaa"])
def test_what_is_not_known_is_told(locale: str) -> None:
    """Asking whether a locale is known never fails."""
    assert not cldr.is_known(locale)
