"""Which parts of a text stand apart: those of another direction, and Latin words among Han.

Left alone, the bidirectional algorithm (Unicode Annex 9) tears codes apart: after an Arabic word,
"2025-12-17" is shown as 17-12-2025, and the last slash of an address jumps to its other end. And
among Han the apostrophe of "l’Aviation" would be as wide as a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.letter import Direction

_CLASSES: Mapping[str, str] = MappingProxyType(
    {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "R", "WS": "S", "B": "S", "S": "S"}
)
_JOINING = frozenset("-/_.:@+#&=?%~'’")
_BETWEEN_NUMBERS = frozenset("-/_+@#")
_ARABIC_SIGNS = frozenset("،؛؟٪٫٬")
_ENDINGS = ".:'’?%&="
_CLOSING: Mapping[str, str] = MappingProxyType({")": "(", "]": "["})

# In the letters of `_shape`: a word has a Latin (or Greek, Cyrillic, …) letter, a code is made of
# numbers; both go on over spaces and brackets to the next word or number.
_LEFT_TO_RIGHT = re.compile(
    r"(?:[LNJC]*L[LNJC]*|J*N+(?:J+N+)+|JN+(?=SN))(?:[SP]+(?:[LNJC]*L[LNJC]*|J?N[NJC]*))*"
)
_RIGHT_TO_LEFT = re.compile(r"R(?:[^L]*R)?")
_LATIN = "A-Za-z\u00c0-\u024f"
_ELIDED = re.compile(rf"([{_LATIN}]+(?:[’‘][{_LATIN}]+)+)")

_COMPOUND = re.compile(r"\w+(?:-\w+)+|(?<![\w/])[A-Z]{1,5}(?:/[A-Z\d](?:[\w.]*\w)?){2,}")
_LONGEST = 24  # characters of a word that stays whole: a line has room for it


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text that is set in one way; ``latin`` is set apart among Han."""

    text: str
    direction: Direction
    latin: bool = False


def runs_of(text: str, around: Direction, *, among_han: bool = False) -> Iterator[Run]:
    """Yield ``text`` in parts; ``around`` is the direction of the paragraph."""
    if text.isascii() and around == "ltr":
        yield Run(text, around)
    elif among_han:
        for place, part in enumerate(_ELIDED.split(text)):
            if part:
                yield Run(part, around, latin=place % 2 == 1)
    else:
        yield from _directed(text, around)


def words_kept_whole(text: str) -> Iterator[tuple[str, bool]]:
    """Yield ``text`` in parts, and whether a line may not end in the part.

    It may not after the hyphen of a name ("Kassym-Jomart"), of a number with its ending
    ("174-бап") or of a beginning of one or two letters ("co-operation"), nor in the symbol of a
    document ("CCPR/C/KAZ/CO/3").
    """
    done = 0
    for found in _COMPOUND.finditer(text):
        if _stays_whole(found[0]):
            yield text[done : found.start()], False
            yield found[0], True
            done = found.end()
    yield text[done:], False


def _stays_whole(word: str) -> bool:
    first, _, second = word.partition("-")
    named = first[0].isupper() and second[:1].isupper()
    return len(word) <= _LONGEST and (
        not second or named or first.isdecimal() or len(first) <= 2  # noqa: PLR2004 (as told)
    )


def is_han(script: str) -> bool:
    """Say whether a script is Chinese: then punctuation is as wide as a character."""
    return script.startswith("Han")


def first_strong(text: str) -> Direction | None:
    """Return the direction of the first letter that has one."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return None


def _directed(text: str, around: Direction) -> Iterator[Run]:
    done = 0
    for start, end in _against(text, around):
        if start > done:
            yield Run(text[done:start], around)
        yield Run(text[start:end], "rtl" if around == "ltr" else "ltr")
        done = end
    if done < len(text):
        yield Run(text[done:], around)


def _against(text: str, around: Direction) -> Iterator[tuple[int, int]]:
    """Yield where the parts against the paragraph begin and end."""
    shape = "".join(map(_shape, text))
    pattern = _LEFT_TO_RIGHT if around == "rtl" else _RIGHT_TO_LEFT
    for found in pattern.finditer(shape):
        start, end = found.span()
        if around == "rtl":
            end = _ending(text, start, end)
        yield start, end


def _shape(character: str) -> str:
    """Return what matters of a character: Letter, Right-to-left, Number, Space, Joining, other."""
    if character in _ARABIC_SIGNS:
        return "R"
    if character in _BETWEEN_NUMBERS:
        return "J"
    if character in _JOINING:
        return "C"
    return _CLASSES.get(unicodedata.bidirectional(character), "P")


def _ending(text: str, start: int, end: int) -> int:
    """Return where a part ends: without the sentence's full stop, with the bracket it opened."""
    while text[end - 1] in _ENDINGS:
        end -= 1
    opening = _CLOSING.get(text[end : end + 1])
    part = text[start:end]
    if opening and part.count(opening) > part.count(text[end]):
        return end + 1
    return end
