"""Letters that only the Word file needs: notes everywhere, and a language from right to left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.letter import (
    Block,
    Heading,
    Letter,
    ListBlock,
    ListItem,
    Note,
    NoteCall,
    NoteReference,
    Span,
    Table,
)
from tests.render.paper_letters import PAPERS
from tests.render.sample_letters import group, items, letter, note, paragraph, text
from tests.render.script_letters import SCRIPT_LETTERS

CALLS = 48


def noted_letter() -> Letter:
    """Return a letter with a note in every kind of block, over many pages."""
    blocks: list[Block] = [Heading(1, text("Notes"))]
    for number in range(1, CALLS + 1, 6):
        heading, plain, listed, nested, tabled, asked = (
            (f"Call{each}q", NoteCall(each)) for each in range(number, number + 6)
        )
        inner = ListItem((paragraph(*nested), items("Inner entry.", ordered=False)))
        blocks += [
            Heading(2, paragraph(*heading).children),
            paragraph("Plain words go on and on, until the line is full of them. " * 3, *plain),
            ListBlock((ListItem((paragraph("An entry. " * 12, *listed),)), inner), ordered=True),
            Table(
                (text("One"), text("Two")),
                ((text("A cell"), paragraph(*tabled).children),),
                ("start", "end"),
            ),
            group("asks", items(paragraph("We ask. " * 20, *asked))),
        ]
    notes = tuple(
        note(number, f"Note{number}q. ", "Words of the note. " * (number % 4 * 14 + 1))
        for number in range(1, CALLS + 1)
    )
    return letter(tuple(blocks), notes)


def referring_letter() -> Letter:
    """Return a letter whose text and notes refer to notes before and after them."""
    blocks = (
        Heading(1, text("References")),
        paragraph("First", NoteCall(1), ", second", NoteCall(2), "; see note ", NoteReference(3)),
        paragraph("Third", NoteCall(3), "; see note ", NoteReference(1), "."),
    )
    notes: tuple[Note, ...] = (
        note(1, "One."),
        note(2, "See note ", NoteReference(1), "."),
        note(3, "Three."),
    )
    return letter(blocks, notes)


def arabic_letter() -> Letter:
    """Return a letter from right to left, with a name in Latin letters."""
    blocks = (
        Heading(1, text("حقوق الإنسان في كازاخستان")),
        paragraph("نكتب إليكم ", Span(text("Azattyq"), locale="en", direction="ltr"), " اليوم."),
        group("asks", items("الطلب الأول", "الطلب الثاني")),
    )
    return replace(letter(blocks, locale="ar"), direction="rtl")


OWN_SAMPLES: Mapping[str, Callable[[], Letter]] = MappingProxyType(
    {
        **PAPERS,
        "noted": noted_letter,
        "referring": referring_letter,
        "arabic": arabic_letter,
        **{f"script-{name}": sample for name, sample in SCRIPT_LETTERS.items()},
    }
)
