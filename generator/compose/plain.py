"""Plain text for bodies that refuse bold and italics: the words stay, the emphasis goes."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.rewriting import rewritten
from generator.letter import Block, Emphasis, Inline, Inlines, Link, Note, Span, Strong


def without_emphasis(
    blocks: tuple[Block, ...], notes: tuple[Note, ...]
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Return blocks and notes without emphasis."""
    return (
        rewritten(blocks, _plain),
        tuple(replace(each, children=_plain(each.children)) for each in notes),
    )


def _plain(inlines: Inlines) -> Inlines:
    found: list[Inline] = []
    for each in inlines:
        match each:
            case Emphasis(children=children) | Strong(children=children):
                found += _plain(children)
            case Link() | Span():
                found.append(replace(each, children=_plain(each.children)))
            case _:
                found.append(each)
    return tuple(found)
