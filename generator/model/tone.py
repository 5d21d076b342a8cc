"""How sentences sound: the words that keep a claim a claim, and those that judge."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.base import Record
from generator.model.scalars import Locale, Text, Whole


class LoadedWord(Record):
    """A word that judges, or that one side alone uses; it may stand in a quotation.

    ``text``: the word; a star stands for any letters.
    ``instead``: what to write.
    ``reason``: why it has no place in a letter.
    """

    text: Text
    instead: Text | None = None
    reason: Text


class Spelling(Record):
    """A name or an abbreviation that has one spelling in the language.

    ``use``: the spelling.
    ``variants``: the others that are met; a star stands for any letters.
    ``reason``: where the spelling comes from, or why the others are not used.
    """

    use: Text
    variants: tuple[Text, ...]
    reason: Text | None = None


class Tone(Record):
    """The words of one language.

    ``id``: the locale.
    ``hedges``: words that leave a claim in doubt: "may have"; a star stands for any letters.
    ``attributions``: words that say whose claim it is: "according to".
    ``loaded``: words that judge.
    ``spellings``: what has one spelling.
    ``promises``: words that promise the reader what no document here has: "see the annex".
    ``numbers``: the words for small numbers.
    ``citing``: words before a number that is no count: "article", "item".
    """

    id: Locale
    hedges: tuple[Text, ...] = ()
    attributions: tuple[Text, ...] = ()
    loaded: tuple[LoadedWord, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    promises: tuple[Text, ...] = ()
    numbers: Mapping[Text, Whole] = {}
    citing: tuple[Text, ...] = ()


class ToneFile(Record):
    """``locales/tone.yaml``: the words of each language.

    ``languages``: the languages.
    """

    languages: tuple[Tone, ...]
