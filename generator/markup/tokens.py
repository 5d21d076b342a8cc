"""Opaque tokens: what stands for content while a text around it is parsed as markup.

A token is a number between two private-use characters, which no markup rule
touches; afterwards the content is spliced in where its token stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.letter import Block, Inline, Inlines, Text

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_RESERVED = str.maketrans({_OPEN: "\ufffd", _CLOSE: "\ufffd"})


class MarkupError(ValueError):
    """Markup that a letter cannot carry; ``rule`` words the problem."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Tokens:
    """The tokens handed out for one document."""

    def __init__(self) -> None:
        self._kept: list[Inlines | Block] = []

    def keep(self, inlines: Inlines) -> str:
        """Return a token that stands for ``inlines``."""
        return self._keep(inlines)

    def keep_block(self, block: Block) -> str:
        """Return a token that stands for ``block``, and alone in its paragraph."""
        return self._keep(block)

    def _keep(self, kept: Inlines | Block) -> str:
        self._kept.append(kept)
        return f"{_OPEN}{len(self._kept) - 1}{_CLOSE}"

    def block(self, text: str) -> Block | None:
        """Return the block that ``text`` stands for, if it is the token of one and no more."""
        match = _TOKEN.fullmatch(text.strip())
        kept = self._kept[int(match[1])] if match else ()
        return None if isinstance(kept, tuple) else kept

    def splice(self, text: str) -> Iterator[Inline]:
        """Yield ``text`` with the content of each token in its place; raise MarkupError."""
        position = 0
        for match in _TOKEN.finditer(text):
            if match.start() > position:
                yield Text(text[position : match.start()])
            kept = self._kept[int(match[1])]
            if not isinstance(kept, tuple):
                raise MarkupError("template-markup")
            yield from kept
            position = match.end()
        if position < len(text):
            yield Text(text[position:])


def without_tokens(text: str) -> str:
    """Return ``text`` without the characters that tokens are made of."""
    return text.translate(_RESERVED)


def merged(inlines: Iterator[Inline] | Inlines) -> Inlines:
    """Return ``inlines`` with neighbouring texts joined and empty ones left out."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if isinstance(inline, Text) and isinstance(last, Text):
            result[-1] = Text(last.text + inline.text)
        elif not (isinstance(inline, Text) and not inline.text):
            result.append(inline)
    return tuple(result)
