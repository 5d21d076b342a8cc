"""Whatever a text holds, it comes back the same from a catalogue and from a spreadsheet."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.catalogues.pofile import Entry, File, as_text, entries, parse_po
from generator.catalogues.rows import Row
from generator.catalogues.spreadsheet import read_spreadsheet, write_spreadsheet

# What YAML can hold: no surrogates, no control characters but tab and line end.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
_TRICKY = st.sampled_from(
    (
        '"', "'", "\\", "\\n", "{", "}", "{{", "{a:b}", "%", "5 % sure", "=1+1", "_x000D_",
        "\u200f", "\u200e", "\u2067", "e\u0301", "ک", "中文", "#~ ", "#, fuzzy", "msgid ",
        "\u00a0", "\u2028", "\ufeff",
    )
)  # fmt: skip
TEXTS = st.lists(st.one_of(_TRICKY, st.text(_CHARACTERS, max_size=8)), max_size=8).map("".join)


@given(context=TEXTS, source=TEXTS, text=TEXTS, previous=TEXTS)
@example(context="a", source="\\", text="\\\\n\\", previous="")
@example(context="a", source="b\n", text="\nc", previous="x\\t")
def test_a_catalogue_gives_back_what_it_was_given(
    context: str, source: str, text: str, previous: str
) -> None:
    """Every text of an entry, and writing it again makes the same file."""
    file = File(wrapwidth=0, encoding="utf-8")
    file.metadata = {"Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
    one = Entry(msgctxt=f"c{context}", msgid=f"s{source}", msgstr=text)
    if previous:
        one.previous_msgid = previous
        one.flags = ["fuzzy"]
    file.append(one)
    written = as_text(file)
    back, problems = parse_po(written, "x.po")
    assert problems == []
    assert back is not None
    [found] = entries(back)
    assert (found.msgctxt, found.msgid, found.msgstr) == (f"c{context}", f"s{source}", text)
    assert (found.previous_msgid or "") == previous
    assert as_text(back) == written


@settings(deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
@example(texts=["=1+1", "@x", "-1", "+1", "'a", " a "])
@example(texts=["_x000D_", "_x0041_", "\t", "\n"])
def test_a_spreadsheet_gives_back_what_it_was_given(texts: list[str]) -> None:
    """Formulas stay text, and nothing is trimmed."""
    rows = [Row(f"id.{at}", "w", f"s{text}", "", text, f"n{text}") for at, text in enumerate(texts)]
    back, problems = read_spreadsheet(write_spreadsheet(rows, "fr"), locale="fr", file="x.xlsx")
    assert problems == []
    assert [(each.source, each.translation, each.note) for each in back] == [
        (each.source, each.translation, each.note) for each in rows
    ]
