"""Tables: how wide their columns are, and what may break."""

from __future__ import annotations

import pytest

from generator.letter import Align, PageRules, Table
from generator.render import html_page, word
from generator.render.tables import column_shares, may_break
from tests.render.paper_letters import case_table
from tests.render.sample_letters import letter, text
from tests.render.support import Templates
from tests.render.word.reading import W, WordFile

PAGE = PageRules()
SENTENCE = "The court of appeal left the sentence of seven years in force, behind closed doors. "


def table(*columns: tuple[str, ...]) -> Table:
    """Return a table of these columns, the head of each first."""
    header, *rows = zip(*columns, strict=True)
    cells = [tuple(text(each) for each in row) for row in (header, *rows)]
    aligns: tuple[Align, ...] = tuple("start" for _ in columns)
    return Table(cells[0], tuple(cells[1:]), aligns)


def shares(*columns: tuple[str, ...]) -> list[float]:
    """Return the shares of these columns in hundredths."""
    return [round(100 * share) for share in column_shares(table(*columns), PAGE)]


def test_columns_alike_are_as_wide_as_each_other() -> None:
    """Together they are as wide as the text."""
    assert shares(("One", "a"), ("Two", "b"), ("Six", "c"), ("Ten", "d")) == [25, 25, 25, 25]


def test_a_short_text_has_one_line_and_a_long_one_the_rest() -> None:
    """A day and a place do not wrap beside a long text; 90 characters fit in a line."""
    who, what, where, day = shares(
        ("Who", "Aigerim Tleuzhan"),
        ("What happened", SENTENCE * 4),
        ("Where", "Astana"),
        ("Next hearing", "12 May 2026"),
    )
    assert what > who > day > where
    assert who >= 18
    assert day >= 13
    assert what >= 40


def test_a_longer_text_has_the_wider_column() -> None:
    """Yet a text ten times as long has no column ten times as wide."""
    one, two = shares(("One", SENTENCE), ("Two", SENTENCE * 10))
    assert 75 < two < 90
    assert one + two == 100


def test_where_short_texts_take_most_of_a_line_they_make_room() -> None:
    """A day has two lines there, and the text has two fifths of the line; no word is broken."""
    who, what, where, day, request = shares(
        ("Who", "Marat Zhylanbayev"),
        ("How it stands", SENTENCE * 3),
        ("Place of detention", "Stepnogorsk, as reported in August 2025"),
        ("Last checked", "22 June 2026"),
        ("Request", "1"),
    )
    assert what >= 39
    assert who >= 16
    assert where >= 16
    assert day == pytest.approx(12, abs=1)
    assert request >= 10


def test_a_column_has_room_for_its_longest_word() -> None:
    """Beside others that would take all of the line."""
    first, *_ = shares(("Was", "Unterlassungserklärungen"), *[("Who", SENTENCE * 3)] * 3)
    assert first >= 24


def test_too_many_words_for_a_line_share_it() -> None:
    """In a table that is too wide, each column has what its words are long."""
    found = shares(*[("Was", "Unterlassungserklärungen")] * 9, ("Was", "ja"))
    assert len(found) == 10
    assert found[0] > 2 * found[9]


def test_chinese_needs_no_long_words_and_twice_the_room() -> None:
    """A character is as wide as two, and a line may end after each."""
    latin, chinese = shares(("a", "aaaaaaaa"), ("a", "总统访问布鲁塞尔"))
    assert chinese > latin


def test_all_formats_have_the_same_columns() -> None:
    """As parts of the width in HTML, as twentieths of a point in Word."""
    cases = case_table(2)
    expected = [round(100 * share, 1) for share in column_shares(cases, PAGE)]
    page = html_page.render(letter((cases,)), Templates()).data.decode()
    for share in expected:
        assert f'<col style="width: {share}%">' in page
    file = WordFile(word.render(letter((cases,)), Templates()).data)
    body = file.part("word/document.xml")
    widths = [int(str(each.get(f"{W}w"))) for each in body.iter(f"{W}gridCol")]
    assert [100 * width / sum(widths) for width in widths] == pytest.approx(expected, abs=0.1)


def test_only_a_long_row_may_break() -> None:
    """In Word, too; the head repeats on each page."""
    rows = table(("What", "short", SENTENCE * 20, SENTENCE * 2))
    assert [may_break(row) for row in rows.rows] == [False, True, False]
    file = WordFile(word.render(letter((rows,)), Templates()).data)
    found = [
        (row.find(f"{W}trPr/{W}cantSplit") is None, row.find(f"{W}trPr/{W}tblHeader") is not None)
        for row in next(file.part("word/document.xml").iter(f"{W}tbl")).iter(f"{W}tr")
    ]
    assert found == [(False, True), (False, False), (True, False), (False, False)]
    page = html_page.render(letter((rows,)), Templates()).data.decode()
    assert page.count('<tr class="long">') == 1
