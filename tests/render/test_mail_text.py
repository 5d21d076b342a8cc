"""The text of an e-mail says all that the document says, in plain characters."""

from __future__ import annotations

from dataclasses import replace

from generator.letter import (
    Block,
    Emphasis,
    Gap,
    Group,
    Heading,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Note,
    NoteCall,
    Paragraph,
    Rule,
    Strong,
    Table,
    Text,
)
from generator.render.mail_text import mail_text
from tests.render.sample_letters import russian_letter


def text_of(*blocks: Block, notes: tuple[Note, ...] = ()) -> str:
    """Return the text of an e-mail that has ``blocks`` and nothing else."""
    letter = russian_letter()
    lines = replace(letter.lines, mark=None, notice=None)
    return mail_text(
        replace(letter, blocks=blocks, notes=notes, notes_heading="Sources", lines=lines)
    )


def paragraph(text: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((Text(text),))


def test_the_subject_is_not_repeated() -> None:
    """It stands in the head of the e-mail; other headings are lines."""
    assert text_of(Heading(1, (Text("Subject"),)), Heading(2, (Text("Courts"),))) == "Courts\n"


def test_emphasis_is_left_out_and_lines_stay() -> None:
    """A program that shows plain text shows no markup."""
    words = (Emphasis((Text("one"),)), LineBreak(), Strong((Text("two"), Gap("three"))))
    assert text_of(Group("closing", (Paragraph(words),))) == "one\ntwothree\n"


def test_where_a_link_leads_is_written_out() -> None:
    """Once: not where the text says it already."""
    links = (
        Link("https://example.org/a/b", (Text("example.org"),)),
        Text(" "),
        Link("https://example.org/c/", (Text("our page"),)),
        Text(" "),
        Link("mailto:office@example.org", (Text("office@example.org"),)),
    )
    assert text_of(Paragraph(links)) == (
        "https://example.org/a/b our page <https://example.org/c/> office@example.org\n"
    )


def test_lists_tables_rules_and_notes() -> None:
    """Each as one would type it."""
    items = (
        ListItem((paragraph("one"), paragraph("two"))),
        ListItem((paragraph("three"),)),
    )
    cells = ((Text("a"),), (Text("b"),))
    found = text_of(
        ListBlock(items),
        ListBlock(items[1:], ordered=True, start=4),
        Table(cells, (cells,), ("start", "end")),
        Rule(),
        Paragraph((Text("Fact."), NoteCall(1))),
        notes=(Note(1, (Text("Source."),)),),
    )
    assert found == (
        "- one\n  two\n- three\n\n4. three\n\na | b\na | b\n\n* * *\n\n"
        "Fact.[1]\n\nSources\n\n[1] Source.\n"
    )


def test_a_mark_stands_first_and_a_notice_last() -> None:
    """What every page says, an e-mail says too."""
    letter = russian_letter()
    lines = replace(letter.lines, mark="Draft", notice="A fictional letter.")
    text = mail_text(replace(letter, blocks=(paragraph("Text."),), notes=(), lines=lines))
    assert text == "Draft\n\nText.\n\nA fictional letter.\n"
