"""What runs against its paragraph is found, and set apart as a whole."""

from __future__ import annotations

import pytest

from generator.render.runs import first_strong, runs_of, words_kept_whole


def apart(words: str, around: str) -> list[str]:
    """Return the parts that do not run as the paragraph does."""
    runs = runs_of(words, "rtl" if around == "rtl" else "ltr")
    return [run.text for run in runs if run.direction != around]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("اجتماع CAT/C/KAZ/CO/4, para. 6 (2024) في جنيف.", ["CAT/C/KAZ/CO/4, para. 6 (2024)"]),
        ("القرار 2022/2505(RSP) الصادر", ["2022/2505(RSP)"]),
        ("نُشر في 2025-12-17، ثم", ["2025-12-17"]),
        ("المرجع: BRU-2026-01.", ["BRU-2026-01"]),
        ("انظر https://example.org/digest/ أيضًا", ["https://example.org/digest/"]),
        ("البريد jane.doe@example.org.", ["jane.doe@example.org"]),
        ("هاتف +32 2 123 45 67.", ["+32 2 123 45 67"]),
        ("(Marat Zhylanbayev وغيره)", ["Marat Zhylanbayev"]),
        ("Human Rights Watch، ICCPR (المادة 7)", ["Human Rights Watch", "ICCPR"]),
        ("يومي 22–23 حزيران/يونيو 2026، 12.5% من 68", []),
        ("المادة 12(3)", []),
    ],
)
def test_codes_names_and_addresses_in_arabic(words: str, found: list[str]) -> None:
    """They keep their order; dates, ranges and numbers of the language stay in it."""
    assert apart(words, "rtl") == found


def test_arabic_in_a_line_from_left_to_right() -> None:
    """The number after it is not drawn to its other side."""
    assert apart("Radio «الحرة» 2026, see قناة الحرة 24", "ltr") == ["الحرة", "قناة الحرة"]
    assert apart("nothing of that, 2026 – Қазақстан", "ltr") == []


@pytest.mark.parametrize("around", ["ltr", "rtl"])
def test_nothing_is_lost(around: str) -> None:
    """The parts are the text."""
    for words in ("", " ", "(", "a", "س", "«BRU-1» (2026) و12-3 x) ", "C’est l’avis 中"):
        runs = list(runs_of(words, "rtl" if around == "rtl" else "ltr", among_han=True))
        assert "".join(run.text for run in runs) == words
        assert all(run.text for run in runs) or words == ""


def test_latin_words_with_an_apostrophe_stand_apart_among_han() -> None:
    """An apostrophe as wide as a character would tear them."""
    runs = list(runs_of("布鲁塞尔 Square de l’Aviation 7A，“人权”", "ltr", among_han=True))
    assert [run.text for run in runs if run.latin] == ["l’Aviation"]


def test_the_first_letter_says_where_a_text_runs() -> None:
    """Digits and signs say nothing."""
    assert first_strong("2026 (كازاخستان) Kazakhstan") == "rtl"
    assert first_strong("12: Қазақстан") == "ltr"
    assert first_strong("12–13 (…)") is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("President Kassym-Jomart Tokayev", ["Kassym-Jomart"]),
        ("Қылмыстық кодекстің 174-бабы", ["174-бабы"]),
        ("in co-operation with Ukraine", ["co-operation"]),
        ("(CCPR/C/KAZ/CO/3), A/HRC/29/25/Add.2, and", ["CCPR/C/KAZ/CO/3", "A/HRC/29/25/Add.2"]),
        ("a seven-year sentence, Radio Free Europe/Radio Liberty, and/or", []),
        ("Menschenrechts-Nichtregierungsorganisationen", []),
    ],
)
def test_a_line_ends_in_no_name_number_or_symbol(words: str, found: list[str]) -> None:
    """Nor after a beginning of two letters; nothing is lost."""
    parts = list(words_kept_whole(words))
    assert [part for part, whole in parts if whole] == found
    assert "".join(part for part, _ in parts) == words
