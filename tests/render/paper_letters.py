"""Papers that are no letters: numbered paragraphs, tables over several pages, plain type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.letter import (
    Block,
    Emphasis,
    Heading,
    Inline,
    Letter,
    ListBlock,
    ListItem,
    NoteCall,
    Rule,
    Strong,
    Table,
    Text,
)
from tests.render.sample_letters import group, items, letter, paragraph, source, text

_WORDS = (
    "According to the Bureau, complaints of ill-treatment rose again in the first half of the "
    "year, and most were closed without an investigation; the authorities did not answer."
)


class Numbered:
    """Numbered paragraphs as a template makes them: each list goes on from the one before."""

    def __init__(self, words: str = _WORDS) -> None:
        self.words = words
        self.count = 0
        self.notes = 0

    def paragraphs(self, count: int = 1, *more: Block, noted: bool = True) -> ListBlock:
        """Return ``count`` numbered paragraphs, the last with ``more`` below its text."""
        start, made = self.count + 1, []
        for place in range(count):
            self.count += 1
            call: tuple[Inline, ...] = ()
            if noted:
                self.notes += 1
                call = (NoteCall(self.notes),)
            words = f"Paragraph{self.count}q. {self.words}"
            below = more if place == count - 1 else ()
            made.append(ListItem((paragraph(words, *call), *below)))
        return ListBlock(tuple(made), ordered=True, start=start)


def statement_letter() -> Letter:
    """Return a statement in numbered paragraphs under headings, with a table and lists in it."""
    numbered = Numbered()
    parts: list[Block] = []
    for theme in ("Torture and ill-treatment", "Freedom of expression", "Civic space"):
        parts += [
            Heading(2, text(theme)),
            numbered.paragraphs(2),
            group("reasons", numbered.paragraphs(2)),
            numbered.paragraphs(1, items("One thing asked for;", "another one."), noted=False),
            group("asks", items("This is asked first.", "This is asked second.")),
        ]
    parts.append(numbered.paragraphs(1, items("One.", "Two.", ordered=False)))
    notes = tuple(
        source(number, f"Source {number}, digest", f"https://example.org/digest/{number}")
        for number in range(1, numbered.notes + 1)
    )
    head = Heading(1, text("Written statement to the Human Rights Council"))
    return letter((head, group("numbered", *parts)), notes)


def plain_letter() -> Letter:
    """Return a statement for a body that takes no bold, no italics and no underlining."""
    made = statement_letter()
    emphasised = paragraph("One ", Strong(text("bold")), Text(" and one "), Emphasis(text("slant")))
    blocks = (*made.blocks, emphasised, case_table(2))
    lines = replace(made.lines, mark="Draft – not for distribution")
    return replace(made, blocks=blocks, lines=lines, page=replace(made.page, plain=True))


def case_table(rows: int, words: str = _WORDS) -> Table:
    """Return a table of cases: a name, long words, a place, a date."""
    made = tuple(
        (text(f"Name{row}q Family-Name"), text(*[words] * (row % 3 + 1)), text("Astana"),
         text("12 May 2026"))
        for row in range(1, rows + 1)
    )  # fmt: skip
    header = (text("Who"), text("What happened"), text("Where"), text("Next hearing"))
    return Table(header, made, ("start", "start", "start", "end"))


def table_letter() -> Letter:
    """Return a paper with a table over several pages and one with notes."""
    prior = Table(
        (text("Recommendation"), text("Made by"), text("Position"), text("Status")),
        tuple(
            (
                paragraph(
                    f"{number}. Ratify the Optional Protocol and invite the Special Rapporteur.",
                    NoteCall(number),
                ).children,
                text("Chile, Ghana, Norway"),
                text("Supported"),
                text("Not implemented"),
            )
            for number in range(1, 13)
        ),
        ("start", "start", "start", "start"),
    )
    notes = tuple(
        source(number, f"A/HRC/43/10, para. 139.{number}", f"https://example.org/upr/{number}")
        for number in range(1, 13)
    )
    blocks = (
        Heading(1, text("Cases and prior recommendations")),
        paragraph(_WORDS),
        Heading(2, text("Cases")),
        case_table(14),
        Heading(2, text("Prior recommendations")),
        prior,
        paragraph(_WORDS),
    )
    return letter(blocks, notes)


def roles_letter() -> Letter:
    """Return a paper with every role that papers have."""
    blocks = (
        group(
            "masthead", paragraph("Fact sheet · Kazakhstan"), paragraph("Who"), paragraph("When")
        ),
        group("event", paragraph("Human Rights Council"), paragraph("Geneva, 22 June 2026")),
        group("agenda-item", paragraph("Agenda item 4")),
        group("submitters", paragraph("Submitted by:"), paragraph("The Bureau")),
        group("kicker", paragraph("Briefing paper · Kazakhstan")),
        Heading(1, text("Every role there is")),
        group("meeting", paragraph("A visit, Brussels, 22 June 2026")),
        group("keywords", paragraph("Key words: torture, media")),
        group("summary", paragraph(_WORDS), paragraph(_WORDS)),
        group("observers", paragraph("Observed: an election"), paragraph("By: the Bureau")),
        group(
            "quotation",
            paragraph("“No honest count.”"),
            group("speaker", paragraph("The head of the mission, 10 June 2019")),
        ),
        group("facts", items("One fact.", "Another.", ordered=False)),
        group("figures", paragraph("Of 339 observers 290 were sent.")),
        group("whereas", paragraph("A. whereas one;"), paragraph("B. whereas two;", NoteCall(1))),
        group("calls-on", items("Calls on the authorities to act.")),
        *(_report(number) for number in (1, 2)),
        Rule(),
        group(
            "recommendations",
            Heading(2, text("Recommendations")),
            group("attribution", paragraph("Kazakhstan · The Bureau")),
            items("Act."),
        ),
        group("occasion", paragraph("Item 4"), Heading(1, text("Read aloud"))),
        group("say", paragraph(_WORDS), group("asks", paragraph("We ask:"), items("Act now."))),
    )
    return letter(blocks, (source(1, "A source", "https://example.org/1"),))


def compact_letter() -> Letter:
    """Return one page of roles that stand closer together."""
    head = group("masthead", paragraph("Speaking points"), paragraph("The Bureau"))
    names = group("names", paragraph("Name1q Family-Name"), items("One.", "Two.", ordered=False))
    blocks = (
        head,
        Heading(1, text("On one page")),
        group("summary", paragraph(_WORDS), paragraph(_WORDS)),
        paragraph(_WORDS),
        Heading(2, text("What to say")),
        group("say", paragraph(_WORDS)),
        group("asks", items("Ask for this.", "And this.")),
        group("facts", items("One.", "Two.", ordered=False)),
        case_table(2),
        names,
        group("contact", paragraph("Contact: the Bureau")),
    )
    return letter((group("compact", *blocks),))


def _report(number: int) -> Block:
    return group(
        "item",
        Heading(3, text(f"Report {number}")),
        group("outlet", paragraph("Radio, 17 December 2025")),
        paragraph(_WORDS),
        group("source", paragraph("Source: Radio, https://example.org/radio")),
    )


PAPERS: Mapping[str, Callable[[], Letter]] = MappingProxyType(
    {
        "statement": statement_letter,
        "plain": plain_letter,
        "tables": table_letter,
        "roles": roles_letter,
        "compact": compact_letter,
    }
)
