"""Each trap of the sources: who falls into it is told, and the shipped content has not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.catalogues.lookup import Catalogues
from generator.language.names import form_of
from generator.library import Library
from generator.markup.placeholders import placeholders
from generator.model.content import Evidence, Figure, Recommendation
from generator.model.directory import Organisation
from generator.model.people import Case, Person
from generator.selection.naming import spellings
from tests.content.conftest import LANGUAGES, Shipped
from tests.workspaces import selection_of

Fall = Callable[[str, str, str], dict[str, str]]


def figure(library: Library, name: str) -> Figure:
    """Return a figure of the shipped content."""
    found = library.get(Figure, name)
    assert found is not None
    return found


def statement(library: Library, name: str) -> str:
    """Return the statement of a piece of evidence, on one line."""
    found = library.get(Evidence, name)
    assert found is not None
    return " ".join(found.statement.split())


def test_the_shipped_content_has_fallen_into_none(shipped: Shipped) -> None:
    """Neither the sentences nor their translations are told of."""
    assert shipped.rules(*LANGUAGES) == {}


# 000: recommendations before the election of 2019

ELECTION = "genuine opponents were kept from standing."


def test_000_an_annex_that_is_announced_and_missing(fall: Fall) -> None:
    """Who promises an annex is told that there is none."""
    told = fall("elections", ELECTION, f"{ELECTION} See the annex on the election.")
    assert told == {"annex-promised": "kz-2019-election-barriers"}


def test_000_a_loaded_word(fall: Fall) -> None:
    """“Puppet” candidates have no place in a letter to a diplomat."""
    told = fall("elections", ELECTION, "only puppet candidates were let stand.")
    assert told == {"loaded-word": "kz-2019-election-barriers"}


def test_000_a_loaded_word_in_a_translation(shipped: Shipped) -> None:
    """A translator who has the word of the source document is told."""
    shipped.replace(
        "locales/ru/LC_MESSAGES/content.po",
        "а подлинным оппонентам не дали баллотироваться",
        "а баллотироваться дали марионеточным оппонентам",
    )
    assert shipped.rules("ru") == {"loaded-word": "kz-2019-election-barriers"}


# 001: the country report for 2022

COALITION = "{kz_torture_complaints_coalition_2022}"
COMMISSIONER = "{kz_torture_complaints_commissioner_2022}"


def test_001_one_torture_counter_for_all(fall: Fall) -> None:
    """The count of the coalition alone is not the number of complaints."""
    told = fall(
        "torture",
        f"      while {COMMISSIONER[:-1]}:counted_by}} reported\n      {COMMISSIONER}, according",
        "      according",
    )
    assert told == {"counter-unsaid": "kz-torture-complaints-2022"}


def test_001_torture_counters_merged(fall: Fall) -> None:
    """188 and 110 do not make 298 complaints."""
    told = fall(
        "torture",
        "and reported that one complaint had been assigned",
        "and reported that one of 298 complaints had been assigned",
    )
    assert told == {"counters-merged": "kz-torture-reluctance-2022"}


def test_001_the_share_of_one_counter_for_the_cases_of_another(fall: Fall) -> None:
    """347 of 851 is not the 80 per cent of the Commissioner: both stand there with who counted."""
    told = fall(
        "torture",
        "{kz_torture_closed_share_commissioner_2022:counted_by} said",
        "it was said",
    )
    assert told == {"counter-unsaid": "kz-torture-closed-2022"}


def test_001_the_counters_are_data(library: Library) -> None:
    """Each count has its number, its counter and its rival."""
    complaints = figure(library, "kz_torture_complaints_coalition_2022")
    assert (complaints.value, complaints.counted_by) == (188, "coalition")
    assert complaints.conflicts_with == ("kz_torture_complaints_commissioner_2022",)
    assert figure(library, "kz_torture_complaints_commissioner_2022").value == 110
    assert figure(library, "kz_torture_criminal_cases_2022").value == 329
    closed = figure(library, "kz_torture_forensic_closed_2022")
    assert (closed.value, closed.of) == (347, "kz_torture_forensic_2022")
    assert figure(library, "kz_torture_forensic_2022").value == 851
    share = figure(library, "kz_torture_closed_share_commissioner_2022")
    assert (share.value, share.unit) == (80, "percent")
    assert share.conflicts_with == (closed.id,)


def test_001_a_date_without_its_year(fall: Fall) -> None:
    """A day of the report for 2022 is taken for one of the letter’s year."""
    told = fall(
        "transnational-repression",
        "      Human rights defenders alleged in 2022 that",
        "      Human rights defenders alleged on 22 June that",
    )
    assert told == {"date-without-year": "kz-exile-relatives-2022"}


def test_001_a_paragraph_that_stands_twice(fall: Fall, library: Library) -> None:
    """The report has paragraphs twice; a letter must not."""
    told = fall(
        "torture",
        "evidence:\n  - id: kz-2019-torture-practice",
        "evidence:\n  - id: kz-torture-closed-again\n    date: 2023-12-31\n"
        f"    statement: >-\n      {statement(library, 'kz-torture-reluctance-2022')}\n"
        "    certainty: reported\n    sources: [{source: state-2023}]\n    sensitivity: public\n"
        "  - id: kz-2019-torture-practice",
    )
    assert told == {"statement-repeated": "kz-torture-reluctance-2022"}


@pytest.mark.parametrize("spelt", ["LGBTI+", "LGBTQI+", "LGBTIQ+"])
def test_001_an_abbreviation_has_one_spelling(spelt: str, fall: Fall) -> None:
    """The report spells one abbreviation in three ways."""
    told = fall("lgbti", "organisations of LGBTI people", f"organisations of {spelt} people")
    assert set(told) == {"spelling-varies"}


@pytest.mark.parametrize("spelt", ["ЛГБТИ+", "ЛГБТКИ+", "ЛГБТК+"])
def test_001_an_abbreviation_has_one_spelling_in_russian(spelt: str, shipped: Shipped) -> None:
    """The three spellings of the Russian text are told."""
    shipped.replace(
        "locales/ru/LC_MESSAGES/content.po", "организации ЛГБТИ ", f"организации {spelt} "
    )
    assert set(shipped.rules("ru")) == {"spelling-varies"}


# 002: the digest of December 2025

DEATHS = {"2022": (133, 96), "2023": (119, 95), "2024": (148, 114), "2025": (124, 105)}


def test_002_eleven_months_are_no_year(fall: Fall) -> None:
    """2025 counts eleven months, and the sentence says so."""
    told = fall(
        "detention-conditions",
        "      {kz_custody_deaths_2025} in {kz_custody_deaths_2025:period}; illness",
        "      {kz_custody_deaths_2025} in 2025; illness",
    )
    assert told == {"partial-year-unsaid": "kz-custody-deaths"}


@pytest.mark.parametrize("locale", ["ru", "kk", "fr", "ar", "es", "zh"])
def test_002_eleven_months_are_no_year_in_any_language(locale: str, library: Library) -> None:
    """Every translation prints the time, and is told of when it does not."""
    translations = Catalogues(library).of(locale)
    found = translations.of("kz-custody-deaths.statement", "")
    assert found is not None
    (text,) = found.texts
    assert "{kz_custody_deaths_2025:period}" in text
    lost = replace(found, texts=(text.replace("{kz_custody_deaths_2025:period}", "2025"),))
    assert "translation-placeholder-lost" in {each.rule for each in translations.faults(lost)}


@pytest.mark.parametrize("year", DEATHS)
def test_002_deaths_in_custody_are_data(year: str, library: Library) -> None:
    """Each year has its deaths, those of illness a part of them."""
    deaths = figure(library, f"kz_custody_deaths_{year}")
    illness = figure(library, f"kz_custody_deaths_illness_{year}")
    assert (deaths.value, illness.value) == DEATHS[year]
    assert illness.of == deaths.id
    period = "2025-01/2025-11" if year == "2025" else year
    assert (deaths.period, illness.period) == (period, period)


def test_002_a_part_is_not_larger_than_the_whole(fall: Fall) -> None:
    """More deaths of illness than deaths are a slip of the pen."""
    assert fall("detention-conditions", "value: 105\n", "value: 205\n") == {
        "part-larger": "kz_custody_deaths_illness_2025"
    }


def test_002_satire_is_no_headline_of_ours(fall: Fall) -> None:
    """The rubrics of the digest are satire."""
    told = fall(
        "detention-conditions",
        "headline: Deputy gives figures on deaths in custody",
        "headline: Progress?",
    )
    assert told == {"headline-comments": "kz-custody-deaths"}


def test_002_an_opinion_is_no_fact(fall: Fall) -> None:
    """Whether a case is fabricated is for the reader to judge."""
    told = fall("elections", ELECTION, "an opponent was kept out by a fabricated case.")
    assert told == {"loaded-word": "kz-2019-election-barriers"}


def test_002_one_bokayev_is_not_the_other(fall: Fall, library: Library) -> None:
    """Max and Sanzhar Bokayev are two people, and a surname alone is told."""
    people = [library.get(Person, each) for each in ("max_bokayev", "sanzhar_bokayev")]
    one, other = (set(spellings(each)) for each in people if each)
    assert one.isdisjoint(other)
    told = fall("elections", ELECTION, "opponents such as Bokayev were kept from standing.")
    assert told == {"name-ambiguous": "kz-2019-election-barriers"}


UNNAMED = (
    "kz-refugees-aktobe-court",
    "kz-refugees-ukrainians",
    "kz-alga-fines",
    "kz-torture-restraints-2025",
    "kz-custody-deaths",
    "kz-media-mothers-protest",
)


@pytest.mark.parametrize("name", UNNAMED)
def test_002_the_unnamed_stay_unnamed(name: str, library: Library) -> None:
    """Refugees, the dead in custody, the fined and the mothers are counted, never named."""
    people = {each.id for each in library.all(Person)}
    spoken = {each.name for each in placeholders(statement(library, name))}
    assert spoken & people <= {"abzal_kuspan"}


# 003: the statement of the observers in 2019


def test_003_observers_add_up(fall: Fall) -> None:
    """339 = 290 + 49."""
    assert fall("elections", "    value: 49\n", "    value: 50\n") == {
        "parts-sum": "kz_2019_observers"
    }


def test_003_a_quotation_that_is_not_closed(fall: Fall) -> None:
    """The document has seven quotation marks."""
    told = fall("elections", ELECTION, "“genuine opponents were kept from standing.")
    assert told == {"quotes-unbalanced": "kz-2019-election-barriers"}


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2019-03-22", "Astana"),
        ("2019-03-23", "Nur-Sultan"),
        ("2019-06-10", "Nur-Sultan"),
        ("2022-09-18", "Nur-Sultan"),
        ("2022-09-19", "Astana"),
        ("2026-06-22", "Astana"),
    ],
)
def test_003_the_capital_has_the_name_of_the_day(on: str, name: str, library: Library) -> None:
    """Nur-Sultan was the capital’s name from March 2019 to September 2022 only."""
    chosen = selection_of(library, "observation-2019", "statement", on=date.fromisoformat(on))
    place = chosen.referents["astana"]
    form = form_of(place.names, locale="en", case=None)  # type: ignore[union-attr]  # it is a place
    assert form is not None
    assert form.text == name


def test_003_the_capital_is_not_written_out(fall: Fall) -> None:
    """A name that holds on some days only is a placeholder."""
    told = fall("civil-society", "member states in {astana} to", "member states in Nur-Sultan to")
    assert set(told) == {"place-written-out"}


@pytest.mark.parametrize(
    ("locale", "short"), [("en", "ODIHR"), ("ru", "БДИПЧ"), ("kk", "ДИАҚБ"), ("fr", "BIDDH")]
)
def test_003_one_office_has_one_abbreviation_a_language(
    locale: str, short: str, library: Library
) -> None:
    """ДИАҚБ, БДИПЧ, BIDDH and ODIHR are one office."""
    odihr = library.get(Organisation, "odihr")
    assert odihr is not None
    assert odihr.short is not None
    form = form_of(odihr.short, locale=locale, case=None)
    assert form is not None
    assert form.text == short


def test_003_the_abbreviation_of_another_language_is_told(shipped: Shipped) -> None:
    """A Kazakh text that has the Russian abbreviation is told."""
    shipped.replace(
        "locales/kk/LC_MESSAGES/content.po",
        "ал шынайы қарсыластардың сайлауға түсуіне",
        "ал БДИПЧ айтқандай, қарсыластардың сайлауға түсуіне",
    )
    assert set(shipped.rules("kk")) == {"spelling-varies"}


# 004: the letter before the visit to Brussels


def test_004_the_european_council_is_not_the_council_of_europe(shipped: Shipped) -> None:
    """“Еуропа кеңесі” is another body."""
    shipped.replace(
        "briefs/directory/organisations.yaml",
        'kk: {nominative: "Еуропалық кеңес"}',
        'kk: {nominative: "Еуропа кеңесі"}',
    )
    assert "glossary-forbidden" in shipped.rules("kk")


@pytest.mark.parametrize(
    "spelt", ["Amangeldy Dzhakhin", "Amangeldy Zhakhin", "Амангелді Жажин", "Амангельды Джахин"]
)
def test_004_one_person_in_two_spellings(spelt: str, fall: Fall) -> None:
    """Жажин and Джахин are one man, found by either name."""
    told = fall("elections", ELECTION, f"{spelt} was kept from standing.")
    assert told == {"name-written-out": "kz-2019-election-barriers"}


def test_004_what_may_be_stays_so_in_translation(shipped: Shipped) -> None:
    """“Мүмкін” survives."""
    shipped.replace(
        "locales/kk/LC_MESSAGES/content.po", "қудалауға түскен болуы мүмкін.", "қудалауға түскен."
    )
    assert set(shipped.rules("kk")) == {"hedge-lost"}


def test_004_what_is_alleged_is_said_to_be(fall: Fall) -> None:
    """A claim of torture does not become a fact."""
    told = fall(
        "torture",
        ", editor-in-chief of KazTAG, said in public that police\n      had used torture",
        " of KazTAG saw the police use torture",
    )
    assert told == {"hedge-missing": "kz-torture-kassenov"}


def test_004_the_answer_of_the_authorities_is_carried(library: Library) -> None:
    """Where the authorities have answered, the letter has the answer."""
    chosen = selection_of(library, "brussels-2026", "leaders")
    asked = {each.id: each for each in library.all(Recommendation)}
    answered = [each for each in chosen.recommendations() if asked[each.id].responses]
    assert answered
    assert all(each.responses for each in answered if each.answered)
    assert any(each.answered for each in answered)


def test_004_an_answer_that_is_left_out_is_told(shipped: Shipped) -> None:
    """A letter type that has no room for answers is told."""
    letter = shipped.read("templates/letter.yaml")
    shipped.write(
        "templates/letter.yaml",
        letter.replace("\npage:", "\namounts: {responses: {most: 0}}\npage:", 1),
    )
    shipped.replace("briefs/brussels-2026.yaml", "locales: [en, fr, ru, kk]", "locales: [en]")
    result = shipped.build(briefs=("brussels-2026",), formats=("md",), draft=True)
    assert "answer-missing" in {each.rule for each in result.problems}


# Across


def test_refusals_are_a_series_and_no_conflict(library: Library) -> None:
    """25 in February and 26 in December 2025 are two days of one count."""
    first = figure(library, "kz_alga_refusals_2025_02")
    last = figure(library, "kz_alga_refusals_2025_12")
    assert (first.value, first.period) == (25, "2025-02-28")
    assert (last.value, last.period) == (26, "2025-12-19")
    assert not first.conflicts_with
    assert not last.conflicts_with
    said = statement(library, "kz-alga-refusals")
    assert "by December 2025" in said
    assert "in February 2025" in said


@pytest.mark.parametrize(
    ("case", "on", "said"),
    [
        ("sanzhar-bokayev-detention", date(2026, 6, 22), "was detained in Almaty on 18 March 2026"),
        ("kassenov-investigation", date(2026, 1, 15), "was detained in {astana} on 23 December"),
        ("zhumabayev-death", date(2023, 12, 31), "on 30 June 2023"),
    ],
)
def test_overtaken_facts_are_followed_by_later_ones(
    case: str, on: date, said: str, library: Library
) -> None:
    """What later reporting overtook says on the letter’s date what was known by then."""
    found = library.get(Case, case)
    assert found is not None
    last = [each for each in found.history if each.date <= on][-1]
    assert said in " ".join(last.statement.split())


def test_a_man_who_was_freed_is_not_free_for_ever(library: Library) -> None:
    """One of the four freed in 2022 was in prison again, and the case is not put forward later."""
    cases = [each for each in library.all(Case) if "kairat_klyshev" in each.people]
    (found,) = cases
    assert found.until == date(2025, 1, 1)
    assert "was in prison again by 23 May 2024" in " ".join(found.history[-1].statement.split())


def test_the_defendants_of_atajurt_are_counted_by_whom(library: Library) -> None:
    """The letter counts 19 and others 18: each number has its source beside it."""
    texts = [
        " ".join(each.statement.split())
        for each in library.all(Evidence)
        if "19 people linked" in " ".join(each.statement.split())
    ]
    assert texts
    assert all("{iphr:short} and {kibhr:short}" in each for each in texts)
