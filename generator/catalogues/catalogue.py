"""A catalogue as the program sees it: translations with their states, frozen."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.problems import Place

State = Literal["missing", "stale", "translated", "reviewed"]
STATES: tuple[State, ...] = ("missing", "stale", "translated", "reviewed")


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a translation beside its source, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a catalogue.

    ``source`` and ``plural``: what was translated.
    ``texts``: the translation; where a number decides, one for each plural form of the language.
    ``fuzzy``: whether it needs work; ``previous``: the source that it translates, where that is
    another than ``source``.
    ``machine``: whether a machine drafted it, and nobody has changed it since.
    ``review``: who reviewed it as it stands.
    """

    source: str
    plural: str | None
    texts: tuple[str, ...]
    fuzzy: bool
    previous: str | None
    machine: bool
    review: Review | None
    comment: str
    place: Place

    @property
    def missing(self) -> bool:
        """Tell whether there is no translation, or not of every plural form."""
        return not self.texts or any(map(is_blank, self.texts))

    def state(self, source: str) -> State:
        """Return the state of the translation of what now reads ``source``."""
        if self.missing:
            return "missing"
        if self.fuzzy or self.source != source:
            return "stale"
        return "reviewed" if self.review else "translated"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one locale, by the key of the message."""

    locale: str
    translations: Mapping[str, Translation] = field(default_factory=dict)

    def find(self, key: str) -> Translation | None:
        """Return the translation of a message."""
        return self.translations.get(key)


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see in ``text``."""
    return all(c.isspace() or unicodedata.category(c) in ("Cf", "Cc") for c in text)


def seal(source: str, texts: tuple[str, ...]) -> str:
    """Return a short hash of a translation: what is said of it holds while this stays the same."""
    whole = "\x04".join((source, *texts)).encode("utf-8", "replace")
    return hashlib.sha256(whole).hexdigest()[:8]
