"""The search proves itself: what is planted in a produced file is found, wherever and however."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest

from generator.inspection.forbidden import Forbidden
from generator.inspection.look import look
from generator.inspection.own import Own
from generator.inspection.texts import pieces_of
from generator.language.finding import search_for
from generator.letter import Span, Text
from tests.inspection.conftest import Looked, made
from tests.render.sample_letters import letter, paragraph
from tests.support.planting import PLACES

EVERY_PLACE = [(suffix, place) for suffix, places in PLACES.items() for place in places]
SPELLINGS = {
    "as written": "Quozel",
    "small letters": "quozel",
    "capitals": "QUOZEL",
    "with an ending": "Quozel’s",
    "wide letters": "Ｑｕｏｚｅｌ",
    "with accents": "Qúôzēl",
    "direction marks": "Qu\u200foz\u2066el\u2069",
    "soft hyphen": "Quo\u00adzel",
    "decomposed": unicodedata.normalize("NFD", "Žáblěk"),
    "without accents": "Zablek",
    "Cyrillic": "Жуковгарда",
    "Arabic": "زنبقخان",
    "Arabic, lengthened": "زنبـــقخان",
    "Chinese": "见欧佐勒先生",
    "two letters": "Mr Ng",
    "across spaces": "Zorvol gradsky",
}


@pytest.mark.parametrize(("suffix", "place"), EVERY_PLACE)
def test_a_name_is_found_in_every_place(
    suffix: str, place: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """And nothing is found in the file before it is planted."""
    name = f"letter{suffix}"
    assert looked(name, files[suffix]) == set()
    for words in ("Quozel", "Жуковгард", "زنبقخان", "Žáblěk"):
        planted = PLACES[suffix][place](files[suffix], words)
        assert {kind for kind, _ in looked(name, planted)} - {"baggage"} == {"name"}, words


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(
    ("suffix", "place"),
    [(".pdf", "bookmark"), (".pdf", "drawing"), (".docx", "two runs"), (".html", "two elements")],
)
def test_a_name_is_found_however_it_is_written(
    suffix: str, place: str, spelling: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """In every letter case, Unicode form and script."""
    planted = PLACES[suffix][place](files[suffix], SPELLINGS[spelling])
    assert "name" in {kind for kind, _ in looked(f"letter{suffix}", planted)}


@pytest.mark.parametrize("suffix", PLACES)
def test_the_name_of_the_file_is_searched(
    suffix: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """It is the first thing that a reader sees."""
    assert looked(f"for-quozel.en{suffix}", files[suffix]) == {("name", "file name")}


@pytest.mark.parametrize("spelling", [each for each in SPELLINGS if each != "wide letters"])
@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
@pytest.mark.usefixtures("own_fonts")
def test_a_name_in_the_text_is_found_as_it_is_laid_out(
    form: str, spelling: str, forbidden: Forbidden
) -> None:
    """Glyphs of a PDF are read back, from right to left too."""
    words = SPELLINGS[spelling]
    inline = Text(words)
    if spelling.startswith("Arabic"):
        span = Span((Text(f"قال {words} ذلك"),), "ar", "rtl")
        sent = letter((paragraph("The report quotes ", span, "."),))
    elif spelling == "Chinese":
        sent = letter((paragraph("The report quotes ", Span((inline,), "zh"), "."),))
    else:
        sent = letter((paragraph("The report quotes ", inline, "."),))
    hits = look(f"letter.{form}", made(sent, form), Own(sent), forbidden)
    part = {"pdf": "page text"}.get(form, "text")
    assert ("name", part) in {(each.kind, each.part) for each in hits}


@pytest.mark.usefixtures("own_fonts")
def test_a_name_that_the_layout_hyphenates_is_found() -> None:
    """In German they are. Whole ones are taken out first: only those over two lines remain."""
    name = "Zorvolgradinternational"
    lines = tuple(paragraph("Auf dem Weg " + "in die " * n + name) for n in range(30))
    sent = letter(lines, locale="de")
    texts = [
        each.text.replace(name, "")
        for each in pieces_of("a.pdf", made(sent, "pdf"))
        if each.part == "page text"
    ]
    assert any("\u2010\n" in each for each in texts)
    search = search_for(frozenset({name.lower()}))
    assert any(any(search.found_in(each)) for each in texts)
