"""Automatic numbering that starts anew, and that goes on."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from generator.letter import Block, ListBlock, ListItem
from generator.render.word import render
from tests.render.paper_letters import statement_letter
from tests.render.sample_letters import group, items, letter, paragraph
from tests.render.word.reading import Templates, W, WordFile


def written(*blocks: Block) -> WordFile:
    """Return the Word file of these blocks."""
    return WordFile(render(letter(blocks), Templates()).data)


def test_each_list_starts_anew() -> None:
    """A numbering of its own for each, restarted at one."""
    file = written(items("a", "b"), paragraph("between"), items("c"), group("asks", items("d")))
    numberings = [numbering for numbering, _, _ in file.numbers()]
    assert numberings[0] == numberings[1]
    assert len(set(numberings)) == 3
    assert [file.start_of(each) for each in numberings] == [1, 1, 1, 1]


def test_a_list_goes_on_from_the_one_before() -> None:
    """The same numbering, across other blocks and bulleted lists."""
    file = written(
        group("asks", items("one", "two")),
        paragraph("between"),
        items("•", ordered=False),
        group("recommendation", group("asks", items("three", start=3))),
        group("asks", items("four", start=4)),
    )
    numbers = {words: numbering for numbering, _, words in file.numbers()}
    assert numbers["one"] == numbers["two"] == numbers["three"] == numbers["four"]
    assert numbers["•"] != numbers["one"]


def test_a_list_that_cannot_go_on_starts_where_it_says() -> None:
    """With nothing before it, or a gap in the count."""
    file = written(items("seven", start=7), items("twelve", start=12))
    starts = {words: file.start_of(numbering) for numbering, _, words in file.numbers()}
    assert starts == {"seven": 7, "twelve": 12}


def test_a_list_in_a_list_counts_for_itself() -> None:
    """One level deeper, and restarted in each entry."""
    inner = ListItem((paragraph("outer"), items("inner")))
    file = written(ListBlock((inner, inner), ordered=True))
    levels = [(level, words) for _, level, words in file.numbers()]
    assert levels == [(0, "outer"), (1, "inner")] * 2
    inners = [numbering for numbering, level, _ in file.numbers() if level]
    assert len(set(inners)) == 2


def test_entries_hang_by_six_millimetres() -> None:
    """The number or bullet before them, deeper ones further in; those of asks at the margin."""
    indents = {
        style: [
            (int(str(each.get(f"{W}left"))), int(str(each.get(f"{W}hanging", "0"))))
            for each in list_.iter(f"{W}ind")
        ]
        for style, list_ in abstracts(written(items("a"))).items()
    }
    assert list(indents) == ["ListNumber", "ListBullet", "AsksNumber", "NumberedNumber"]
    numbered, asks = indents.pop("NumberedNumber"), indents.pop("AsksNumber")
    for levels in (*indents.values(), asks):
        assert all(0 < hanging <= 340 for _, hanging in levels)
    for levels in indents.values():
        assert [left for left, _ in levels] == [340 * level for level in range(1, 10)]
    assert [left for left, _ in asks] == [340 * level for level in range(9)]
    assert numbered[:3] == [(0, 0), (1134, 567), (1701, 567)]


def test_asks_among_numbered_paragraphs_hang_like_other_lists() -> None:
    """Their numbers would stand among those of the paragraphs; what follows an ask stands below."""
    entry = ListItem((paragraph("asked"), paragraph("more")))
    ask = group("asks", ListBlock((entry,), ordered=True))
    numbered = ListBlock((ListItem((paragraph("x"), ask)),), ordered=True)
    file = written(ask, group("numbered", numbered))
    assert [style for style, _ in file.paragraphs()] == [
        "Asks Number Last",
        "Asks Continue",
        "Numbered Number",
        "Numbered Asks Number Last",
        "Numbered Asks Continue",
    ]


def abstracts(file: WordFile) -> dict[str, etree._Element]:
    """Return each kind of numbering by the style of its first level."""
    return {
        str(style.get(f"{W}val")): each
        for each in file.part("word/numbering.xml").iterfind(f"{W}abstractNum")
        if (style := each.find(f"{W}lvl/{W}pStyle")) is not None
    }


def test_numbered_paragraphs_run_on_over_headings_and_other_lists() -> None:
    """One numbering from the first to the last, however many lists stand between."""
    file = WordFile(render(statement_letter(), Templates()).data)
    levels = [each for each in file.numbers() if each[2].startswith("Paragraph")]
    assert len(levels) == 16
    assert {level for _, level, _ in levels} == {0}
    (numbering,) = {number for number, _, _ in levels}
    assert file.start_of(numbering) == 1
    styles = {style for style, words in file.paragraphs() if words.startswith("Paragraph")}
    assert styles == {"Numbered Number"}
    asked = {number for number, _, words in file.numbers() if words.startswith("This is asked")}
    assert len(asked) == 3


def test_from_right_to_left_a_paragraph_number_stands_within_the_margin() -> None:
    """LibreOffice would let it hang beyond; the tab after it moves along."""
    made = replace(statement_letter(), direction="rtl", locale="ar")
    (level, *_) = abstracts(WordFile(render(made, Templates()).data))["NumberedNumber"].iter(
        f"{W}lvl"
    )
    indent, stop = level.find(f".//{W}ind"), level.find(f".//{W}tab")
    assert indent is not None
    assert stop is not None
    assert int(str(indent.get(f"{W}firstLine"))) == 284
    assert int(str(stop.get(f"{W}pos"))) == 567 + 284


def test_from_right_to_left_a_number_stands_in_the_middle_of_its_room() -> None:
    """Aligned to a side, it hangs out of the page in LibreOffice, or into the words in Word."""
    made = replace(letter((group("asks", items("a")),)), direction="rtl", locale="ar")
    levels = abstracts(WordFile(render(made, Templates()).data))["AsksNumber"].iter(f"{W}lvl")
    for level in levels:
        side, indent = level.find(f"{W}lvlJc"), level.find(f".//{W}ind")
        assert side is not None
        assert indent is not None
        assert side.get(f"{W}val") == "center"
        assert int(str(indent.get(f"{W}hanging"))) == 198


def test_lists_deeper_than_word_counts() -> None:
    """Word has nine levels; what is deeper stays on the last."""
    block = items("x")
    for _ in range(12):
        block = ListBlock((ListItem((paragraph("x"), block)),), ordered=True)
    assert max(level for _, level, _ in written(block).numbers()) == 8
