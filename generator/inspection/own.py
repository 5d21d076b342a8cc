"""What a letter itself says: what a file of it must have, and may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.language.finding import LONG, SHORT, plain_words
from generator.letter import Emphasis, Inlines, Letter, Link, Span, Strong, inlines_of, plain_text
from generator.mail import Mail

_ENOUGH = 0.75
"""How much of a letter must be found again in a file that was read; the rest may be cut by the end
of a page."""


def texts_of(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield every text of a letter with the part that it stands in."""
    for block in letter.blocks:
        for inlines in inlines_of(block):
            yield "text", plain_text(inlines)
            yield from (("links", address) for address in _addresses(inlines))
    for note in letter.notes:
        part = f"note {note.number}"
        yield part, plain_text(note.children)
        yield from ((part, address) for address in _addresses(note.children))
    properties, lines = letter.properties, letter.lines
    keywords: Iterable[str] = (*properties.authors, *properties.keywords)
    for text in (properties.title, properties.subject, properties.reference, *keywords):
        yield "properties", text
    for line in (lines.running_title, lines.page_number, lines.notice, lines.mark):
        yield "page lines", line or ""
    yield from (("page lines", line) for line in letter.brand.footer)
    yield from (("alternative text", logo.alt) for logo in letter.brand.logos)
    mail = letter.mail or Mail()
    for text in (mail.sender or "", *mail.recipients, *(each.name for each in mail.attachments)):
        yield "envelope", text


def _addresses(inlines: Inlines) -> Iterator[str]:
    """Yield where the links of a text lead."""
    for each in inlines:
        if isinstance(each, Link):
            yield each.address
        if isinstance(each, Link | Emphasis | Strong | Span):
            yield from _addresses(each.children)


@dataclass(frozen=True)
class Own:
    """What a letter says, in the forms in which a search compares it."""

    letter: Letter

    @cached_property
    def text(self) -> str:
        """Everything that it says."""
        return "\n".join(text for _, text in texts_of(self.letter))

    @cached_property
    def closed(self) -> str:
        """The same, folded and without spaces."""
        return "".join(plain_words(self.text))

    def is_in(self, texts: Iterable[str]) -> bool:
        """Tell whether most of its paragraphs can be found in ``texts``: by a long word of each."""
        wanted = set(self._signs())
        closed = "".join(word for text in texts for word in plain_words(text))
        return sum(word in closed for word in wanted) >= _ENOUGH * len(wanted)

    def _signs(self) -> Iterator[str]:
        """Yield the beginning of the longest word of each paragraph."""
        for block in self.letter.blocks:
            for inlines in inlines_of(block):
                longest = max(plain_words(plain_text(inlines)), key=len, default="")
                if len(longest) > SHORT:
                    yield longest[:LONG]
