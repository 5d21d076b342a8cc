"""Hyphenation that leaves names whole: a reader must find a name as it is spelled."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pyphen

_NOUNS_CAPITALISED = frozenset({"de", "lb"})
"""German and Luxembourgish: a capital says nothing there (amtliches Regelwerk, § 55)."""


class Dictionary:
    """Where the words of a language break; those with a capital, which may be names, do not."""

    def __init__(self, *, lang: str, left: int, right: int) -> None:
        self._dictionary: Any = pyphen.Pyphen(lang=lang, left=left, right=right)
        self._whole = lang.partition("_")[0] not in _NOUNS_CAPITALISED

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield each way to break ``word`` in two, the longest beginning first."""
        if not (self._whole and word[:1].isupper()):
            yield from self._dictionary.iterate(word)


def leave_names_whole(line_break: Any) -> None:
    """Let WeasyPrint's module ``line_break`` hyphenate with `Dictionary`."""
    line_break.pyphen = SimpleNamespace(
        Pyphen=Dictionary, language_fallback=pyphen.language_fallback
    )
