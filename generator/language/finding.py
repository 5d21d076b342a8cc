"""Whether a text has one of many words, however it is written: the one engine of every search.

A text is compared without case, accents, compatibility forms, invisible and direction signs and
Arabic lengthening, and with the words whole that a hyphen at the end of a line, or markup, cuts.
Short words would be found inside too many others: one of up to 3 letters is only found as the
very word; one of up to 7 where a word begins, or in an address; a longer one also across spaces
and signs. Two words, with a space between, are found where they stand side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from urllib.parse import unquote

SHORT = 3
"""A word of so few letters stands inside too many others to be looked for there."""
LONG = 8
"""A word of so many letters does not come about by chance where others meet."""
_FIRST = SHORT + 1
"""How many letters of a word it is looked up by."""
_LENGTHENING = "\u0640"
_STROKES = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "ħ": "h", "æ": "ae"})
"""Letters that Unicode does not take apart, as they are written without their marks."""
_PARTICLES = frozenset(
    [
        "abu",
        "al",
        "ben",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "des",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "st",
        "ter",
        "van",
        "von",
    ]
)
"""Words of many names, and of whole languages, that tell nobody."""
_WORD = re.compile(r"\w+")
_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_IDEOGRAPHS = re.compile(f"{_IDEOGRAPH}{{2,}}")
_CUT = re.compile(
    r"[-\u2010\u2011\u00ad\ufffe\x02]\s*[\n\r\u2028\x0b\x0c]\s*|(?<=\w)[*_`~\\]+(?=\w)"
    rf"|(?<={_IDEOGRAPH})\s+(?={_IDEOGRAPH})"
)
_CUTTING = re.compile(rf"[-\u2010\u2011\u00ad\ufffe\x02*_`~\\]|{_IDEOGRAPH}\s")
_ADDRESS = re.compile(r"[/@%=_\\\d]|\w\.\w")
_ENDING = r"[^\W\d_]{0,3}"
_JOINING = r"(?:\s{1,3}|[._+/-])?"


class _Unmarked(dict[int, int | None]):
    """Drops accents, marks and invisible signs from a text, learning each character once."""

    def __missing__(self, code: int) -> int | None:
        character = chr(code)
        drops = (
            unicodedata.combining(character)
            or unicodedata.category(character) in {"Cf", "Mn", "Cn", "Co"}
            or character == _LENGTHENING
        )
        self[code] = None if drops else code
        return self[code]


_UNMARKED = _Unmarked()


def folded(text: str) -> str:
    """Return ``text`` in small letters, without accents and invisible signs."""
    small = text.casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small).casefold()
    return apart.replace("и\u0306", "й").translate(_UNMARKED).translate(_STROKES)  # a letter


@lru_cache(maxsize=4096)  # words of one text are those of the next
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, folded."""
    return tuple(_WORD.findall(folded(text).replace("_", " ")))


def telling(name: str) -> Iterator[str]:
    """Yield the words that tell a name: long ones folded, short ones as names are written.

    Of writing without small letters every word is one, and of ideographs two are enough.
    Particles tell only who is called by nothing else.
    """
    long = [word for word in plain_words(name) if len(word) > SHORT]
    short = [word for word in _WORD.findall(name) if _is_short_name(word)]
    alone = [word for word in short if word.casefold() not in _PARTICLES]
    yield from long
    for word in alone if long or alone else short:
        yield from (word, word.upper())
        if len(word) == SHORT:
            bare = unicodedata.normalize("NFKD", word).translate(_UNMARKED)
            yield from (bare, bare.upper())


def _is_short_name(word: str) -> bool:
    return 1 < len(word) <= SHORT and not word[0].islower() and not word[0].isdigit()


def side_by_side(name: str) -> Iterator[str]:
    """Yield every two words of a name, either way round: they tell it where no word alone does."""
    words = [word for word in plain_words(name) if len(word) > 1]
    yield from (" ".join(pair) for pair in permutations(words, 2))


@dataclass(frozen=True, slots=True)
class Search:
    """Words to be looked for, ready to look for them: time grows with the text alone."""

    exact: frozenset[str] = frozenset()
    inside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    across: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ideographs: frozenset[str] = frozenset()
    pairs: re.Pattern[str] | None = None

    def found_in(self, text: str | None) -> Iterator[str]:
        """Yield those of the words that ``text`` has, some of them twice; for no message."""
        if not text or not (self.exact or self.inside or self.ideographs or self.pairs):
            return
        if "%" in text:
            text = unquote(text)
        whole = _CUT.sub("", text) if _CUTTING.search(text) else text
        yield from self._alone(text)
        yield from self._written_together(whole)
        yield from self._within(_looked_into(text))
        if whole != text:
            yield from self._within(_looked_into(whole))
        yield from self._across("".join(plain_words(text)))
        if self.pairs:
            yield from self.pairs.findall(folded(whole))

    def _alone(self, text: str) -> Iterable[str]:
        """Return the short words that ``text`` has as they are written."""
        if not self.exact:
            return ()
        bare = text if text.isascii() else text.translate(_UNMARKED)
        return self.exact.intersection([*_WORD.findall(text), *_WORD.findall(bare)])

    def _written_together(self, text: str) -> Iterable[str]:
        """Return the short words of ideographs, which stand together without spaces."""
        if not self.ideographs or text.isascii():
            return ()
        return self.ideographs.intersection(
            run[at : at + length]
            for run in _IDEOGRAPHS.findall(text)
            for length in range(2, SHORT + 1)
            for at in range(len(run) - length + 1)
        )

    def _within(self, words: Iterable[tuple[str, bool]]) -> Iterator[str]:
        """Yield the longer words that one of ``words`` begins with, or has anywhere in it."""
        for word, anywhere in words:
            for at in range(len(word) - SHORT if anywhere else 1):
                for each in self.inside.get(word[at : at + _FIRST], ()):
                    if word.startswith(each, at):
                        yield each

    def _across(self, closed: str) -> Iterator[str]:
        """Yield the longest words that stand in a text without its spaces."""
        for at in range(len(closed) - LONG + 1 if self.across else 0):
            for each in self.across.get(closed[at : at + LONG], ()):
                if closed.startswith(each, at):
                    yield each


def _looked_into(text: str) -> set[tuple[str, bool]]:
    """Return the words of a text, folded, and whether a name may stand anywhere in each.

    In running text a name begins a word and endings follow it: the name of the Adam family is not
    in "Madame". In an address, in words written together, and where letters are neither small nor
    capital, it may stand anywhere.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_UNMARKED)
    return {
        (word, address or _is_open(token))
        for chunk in set(text.split())
        for address in (_ADDRESS.search(chunk) is not None,)
        for token in _WORD.findall(chunk)
        for word in plain_words(token)
    }


def _is_open(token: str) -> bool:
    """Tell whether a name may stand anywhere in a word."""
    rest = token[1:]
    return not (rest.islower() or token.isupper())


@lru_cache(maxsize=64)
def search_for(words: frozenset[str]) -> Search:
    """Return the search for ``words`` as `telling` yields them."""
    pairs = sorted(word for word in words if " " in word)
    long = [word for word in words.difference(pairs) if len(word) > SHORT]
    short = {word for word in words if len(word) <= SHORT}
    ideographs = frozenset(each for each in short if _IDEOGRAPHS.fullmatch(each))
    return Search(
        exact=frozenset(short - ideographs),
        inside=_by_beginning(long, _FIRST),
        across=_by_beginning([word for word in long if len(word) >= LONG], LONG),
        ideographs=ideographs,
        pairs=re.compile("|".join(map(_beside, pairs))) if pairs else None,
    )


def _beside(pair: str) -> str:
    """Return the pattern of two words side by side; short ones only as in an address."""
    one, other = pair.split(" ")
    if max(len(one), len(other)) <= SHORT:
        return rf"(?<![^\W_]){one}[._+-]?{other}(?![^\W_])"
    return rf"(?<![^\W_]){one}{_ENDING}{_JOINING}{other}"


def _by_beginning(words: Iterable[str], letters: int) -> dict[str, tuple[str, ...]]:
    """Return words by their first letters."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:letters], []).append(word)
    return {key: tuple(each) for key, each in found.items()}


def tells(text: str | None, words: frozenset[str]) -> bool:
    """Tell whether ``text`` has one of ``words``.

    Percent signs of an address are read, and markup inside a word does not hide it.
    """
    return bool(text and words) and any(search_for(words).found_in(text))
