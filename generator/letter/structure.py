"""What a listener goes by: headings in order under one title, and nothing that says nothing.

Headings go down one level at a time (ISO 14289-1, 7.4.2). That a document has one heading of the
first level, its title, is a rule of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.letter.blocks import Block, Group, Heading, ListBlock, Paragraph, Table
from generator.letter.document import Letter
from generator.letter.inlines import Emphasis, Inlines, Link, NoteCall, Span, Strong
from generator.letter.reading import plain_text


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the headings of a letter; ``rule`` words the problem.

    ``number``: which heading it is, from 1. ``level``: its level, and ``after`` that of the one
    before it; 0 where there is none.
    """

    rule: str
    number: int = 0
    level: int = 1
    after: int = 0


def flaws(letter: Letter) -> Iterator[Flaw]:
    """Yield what is wrong with the headings of a letter; an e-mail has its subject instead."""
    if letter.mail:
        return
    headings = tuple(_headings(letter.blocks))
    titled = any(each.level == 1 for each in headings)
    if not titled:
        yield Flaw("template-title-missing")
    after, titles = 0 if titled else 1, 0
    for number, each in enumerate(headings, start=1):
        titles += each.level == 1
        if not plain_text(each.children).strip():
            yield Flaw("template-heading-empty", number, each.level, after)
        if each.level == 1 and titles > 1:
            yield Flaw("template-title-double", number, each.level, after)
        elif after == 0 and each.level > 1:
            yield Flaw("template-title-late", number, each.level, after)
        elif each.level > after + 1:
            yield Flaw("template-heading-skipped", number, each.level, after)
        after = each.level


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Yield every heading, in reading order."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Group(blocks=inner):
                yield from _headings(inner)
            case ListBlock(items=items):
                for item in items:
                    yield from _headings(item.blocks)


def is_void(block: Block) -> bool:
    """Tell whether a block says nothing; an empty heading is a mistake, and not nothing."""
    match block:
        case Paragraph(children=children):
            return not plain_text(children).strip() and not _calls_note(children)
        case ListBlock(items=items):
            return not items
        case Table(rows=rows):
            return not rows
        case Group(blocks=inner):
            return not inner
        case _:
            return False


def _calls_note(children: Inlines) -> bool:
    return any(
        isinstance(each, NoteCall)
        or (isinstance(each, Emphasis | Strong | Link | Span) and _calls_note(each.children))
        for each in children
    )
