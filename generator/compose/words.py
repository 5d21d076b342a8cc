"""Counting words: what a reader reads as text between spaces.

Automatic numbers, page lines and notes do not count; a dash without spaces
joins two words. Of Chinese, which has no spaces, each character counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.letter import Block, inlines_of, plain_text

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = r"\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_WORD = re.compile(rf"[{_HAN}]|[^\s{_HAN}{_MARKS}]+")


def count_words(blocks: Iterable[Block]) -> int:
    """Return the number of words in ``blocks``."""
    return sum(
        len(_WORD.findall(plain_text(inlines))) for block in blocks for inlines in inlines_of(block)
    )
