"""Automatic numbering that starts anew, and that goes on."""

from __future__ import annotations

from generator.letter import Block, ListBlock, ListItem
from generator.render.word import render
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


def test_entries_hang_by_seven_millimetres() -> None:
    """On every level of every list, the number or bullet before them."""
    indents = [
        (int(str(each.get(f"{W}left"))), int(str(each.get(f"{W}hanging"))))
        for each in written(items("a")).part("word/numbering.xml").iter(f"{W}ind")
    ]
    assert [left for left, _ in indents] == [397 * level for level in range(1, 10)] * 3
    assert all(0 < hanging <= 397 for _, hanging in indents)


def test_lists_deeper_than_word_counts() -> None:
    """Word has nine levels; what is deeper stays on the last."""
    block = items("x")
    for _ in range(12):
        block = ListBlock((ListItem((paragraph("x"), block)),), ordered=True)
    assert max(level for _, level, _ in written(block).numbers()) == 8
