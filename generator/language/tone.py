"""How a text sounds: what keeps a claim a claim, and words that judge or are misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.language.patterns import any_of, is_bounded
from generator.model.tone import Tone


@dataclass(frozen=True, slots=True)
class Remark:
    """A word that should not stand: the rule it breaks, the word, what to write, and why."""

    rule: str
    word: str
    instead: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Sound:
    """The words of one language, ready to be looked for.

    ``hedges`` and ``attributions``: what leaves a claim in doubt, and what says whose it is.
    ``remarks``: each word that is remarked on, with what is said of it; in a text without any of
    ``stems`` none of them stands.
    """

    hedges: re.Pattern[str] | None = None
    attributions: re.Pattern[str] | None = None
    stems: tuple[str, ...] = ()
    remarks: tuple[tuple[re.Pattern[str], Remark], ...] = ()

    def hedge(self, text: str) -> str | None:
        """Return the first word that leaves a claim in doubt."""
        return _found(self.hedges, text)

    def attribution(self, text: str) -> str | None:
        """Return the first word that says whose claim it is."""
        return _found(self.attributions, text)

    def unwanted_in(self, text: str) -> Iterator[Remark]:
        """Yield what is said of each word of a text that should not stand."""
        plain = text.lower()
        if not any(stem in plain for stem in self.stems):
            return
        for pattern, remark in self.remarks:
            found = pattern.search(text)
            if found:
                yield Remark(remark.rule, found[0], remark.instead, remark.reason)


def sound_of(tone: Tone | None) -> Sound:
    """Return the words of a language; none where nothing is known of it."""
    if tone is None:
        return Sound()
    bounded = is_bounded(tone.id)
    remarks = tuple(_remarks(tone, bounded=bounded))
    return Sound(
        hedges=_pattern(tone.hedges, bounded=bounded),
        attributions=_pattern(tone.attributions, bounded=bounded),
        stems=tuple(dict.fromkeys(map(_stem, _unwanted(tone)))),
        remarks=remarks,
    )


def _remarks(tone: Tone, *, bounded: bool) -> Iterator[tuple[re.Pattern[str], Remark]]:
    for word in tone.loaded:
        remark = Remark("loaded-word", word.text, word.instead, word.reason)
        yield any_of((word.text,), bounded=bounded), remark
    for each in tone.spellings:
        remark = Remark("spelling-varies", each.use, each.use, each.reason)
        yield any_of(each.variants, bounded=bounded), remark
    if tone.promises:
        remark = Remark("annex-promised", tone.promises[0], None, None)
        yield any_of(tone.promises, bounded=bounded), remark


def _unwanted(tone: Tone) -> Iterator[str]:
    """Yield every text that is remarked on."""
    yield from (word.text for word in tone.loaded)
    for each in tone.spellings:
        yield from each.variants
    yield from tone.promises


def _stem(text: str) -> str:
    """Return the longest run of letters in a text that stands there as it is, in small letters."""
    return max(re.split(r"[\s*]+", text.lower()), key=len)


def _pattern(words: Iterable[str], *, bounded: bool) -> re.Pattern[str] | None:
    known = tuple(words)
    return any_of(known, bounded=bounded) if known else None


def _found(pattern: re.Pattern[str] | None, text: str) -> str | None:
    match = pattern.search(text) if pattern else None
    return match[0] if match else None
