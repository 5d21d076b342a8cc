"""The pages of the documentation: their blocks, their headings, their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "CHANGELOG.md")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the line on which it begins."""

    language: str
    text: str
    line: int
    named: str | None = None

    @property
    def file(self) -> str | None:
        """Return the name of the file that the block belongs to, by its fence or its first line."""
        if self.named:
            return self.named
        match = re.match(r"(?:# |/\* )(\S+\.\w+)(?: \*/)?\n", self.text)
        return match[1] if match else None

    @property
    def body(self) -> str:
        """Return the text without the line that names a file."""
        return self.text.partition("\n")[2] if self.file and not self.named else self.text


@cache  # the reference takes a second
def _tokens(page: Path) -> tuple[Token, ...]:
    return tuple(MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8")))


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    for token in _tokens(page):
        if token.type == "fence" and token.map:
            language, _, named = token.info.strip().partition(" ")
            yield Block(language, token.content, token.map[0] + 1, named or None)


def links(page: Path) -> Iterator[str]:
    """Yield where the links of a page lead."""
    for token in _tokens(page):
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"])


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return what links into a page may name: its headings, as the usual web pages write them."""
    tokens = _tokens(page)
    titles = [
        tokens[at + 1].content.lower()
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    return frozenset(re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles)


def code(page: Path) -> Iterator[str]:
    """Yield what stands between single backticks on a page."""
    for token in _tokens(page):
        for child in token.children or ():
            if child.type == "code_inline":
                yield child.content
