"""Quotation marks: straight ones become those of the language, nested ones the inner ones.

Apostrophes are told from quotation marks by their neighbours. A straight mark without a partner
stays as it is, and so does every mark that is typographic already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

APOSTROPHE = "’"
TURNED = "‘"
"""What Uzbek writes after o and g, as its laws print it (lex.uz: "O‘zbekiston")."""

PROTECTED = (
    r"\\."  # an escape of Markdown
    r"|\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"  # where a link leads, with its title
    r"|<[A-Za-z/!][^<>]*+>"  # what looks like HTML
    r"|&\#?\w{1,32};"
    r"|(?<!\w)(?i:https?://|mailto:|www\.)(?:[^\s\"'<>«»“”„\ue000]|'(?=[\w/]))*+"
)
"""What no rule may change."""

_BEFORE = "([{¿¡"
"""What stands before an opening mark as a space does."""
_AFTER = ")]},.;:!?…،؛؟。，；：！？、"
"""What follows a closing mark rather than an opening one."""
_JOINING = "—–-/"
"""What an opening mark may follow without a space."""
_DECADE = re.compile(r"'\d\ds\b")
_IDEOGRAPHS = "\u2e80"
"""The first of the characters that stand without spaces, so that neighbours tell nothing."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language: outer and inner pair.

    ``turned``: the letters after which an apostrophe is a letter of its own.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    turned: str = ""

    def pieces(self) -> re.Pattern[str]:
        """Return what finds runs of marks, with the markup among them."""
        own = re.escape("".join(sorted({*self.outer, *self.inner, *"\"'*_’"})))
        return re.compile(f"(?s:{PROTECTED})|(?P<run>[{own}]+)")

    def closing(self) -> dict[str, str]:
        """Return the opening mark of each closing one, where the two differ."""
        return {end: start for start, end in (self.inner, self.outer) if start != end}


def quoted(text: str, marks: Marks, pieces: re.Pattern[str]) -> str:
    """Return ``text`` with the quotation marks of a language."""
    if '"' not in text and "'" not in text:
        return text
    reader = _Reader(text, marks)
    for match in pieces.finditer(text):
        if match.lastgroup == "run":
            reader.run(match)
    parts, position = [], 0
    for at, mark in sorted(reader.replaced()):
        parts += [text[position:at], mark]
        position = at + 1
    return "".join((*parts, text[position:]))


class _Reader:
    """Finds the partner of each mark; straight and typographic ones have stacks of their own."""

    def __init__(self, text: str, marks: Marks) -> None:
        self._text = text
        self._marks = marks
        self._closing = marks.closing()
        self._open: dict[str, list[int]] = {'"': [], "'": []}
        self._pairs: list[tuple[int, int]] = []
        self._alone: dict[int, str] = {}

    def run(self, match: re.Match[str]) -> None:
        """Read marks that stand together; the text around them is their common neighbour."""
        before = self._text[match.start() - 1] if match.start() else " "
        after = self._text[match.end()] if match.end() < len(self._text) else " "
        inside = _is_wordlike(before) and _is_wordlike(after)
        for at in range(match.start(), match.end()):
            char = self._text[at]
            if char == "'" and (inside or before in self._marks.turned):
                self._alone[at] = TURNED if before in self._marks.turned else APOSTROPHE
                before = _BEFORE[0]
            elif char in self._open and char in "\"'":
                self._straight(at, before, after)
            elif inside and char in (APOSTROPHE, TURNED):
                before = _BEFORE[0]
            else:
                self._own(at, char)

    def _straight(self, at: int, before: str, after: str) -> None:
        char = self._text[at]
        stack = self._open[char]
        ends = not before.isspace() and before not in _BEFORE
        starts = not after.isspace() and not (ends and after in _AFTER)
        if ends and stack:
            self._pairs.append((stack.pop(), at))
        elif char == '"':
            if starts:
                stack.append(at)
        elif (ends and not (starts and _joins(before))) or _DECADE.match(self._text, at):
            self._alone[at] = APOSTROPHE
        elif starts:
            stack.append(at)
            self._alone[at] = APOSTROPHE

    def _own(self, at: int, char: str) -> None:
        """Read a mark that is the language's own already: it says how deep the others stand."""
        start = self._closing.get(char)
        if start and self._open.get(start):
            self._pairs.append((self._open[start].pop(), at))
        elif char in self._closing.values():
            self._open.setdefault(char, []).append(at)

    def replaced(self) -> Iterator[tuple[int, str]]:
        """Yield each straight mark that is replaced, with what stands for it."""
        ends = dict(self._pairs)
        turns = sorted((*ends.keys(), *ends.values()))
        depth = 0
        for at in turns:
            if at not in ends:
                depth -= 1
                continue
            start, end = self._marks.inner if depth % 2 else self._marks.outer
            depth += 1
            self._alone.pop(at, None)
            if self._text[at] in "\"'":
                yield at, start
                yield ends[at], end
        yield from self._alone.items()


def _joins(char: str) -> bool:
    """Tell whether an opening mark may follow a character without a space."""
    return char in _JOINING or (char >= _IDEOGRAPHS and not _is_wordlike(char))


def _is_wordlike(char: str) -> bool:
    """Tell whether a character belongs to a word: a letter, a digit, or a token for a name."""
    return (char.isalnum() and char < _IDEOGRAPHS) or char in "\ue000\ue001"
