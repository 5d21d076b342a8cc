"""Counting words: what a reader reads as text between spaces.

Automatic numbers, page lines and notes do not count; a dash without spaces
joins two words.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.letter import Block, inlines_of, plain_text


def count_words(blocks: Iterable[Block]) -> int:
    """Return the number of words in ``blocks``."""
    return sum(
        len(plain_text(inlines).split()) for block in blocks for inlines in inlines_of(block)
    )
