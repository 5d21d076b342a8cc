"""What is alleged sounds so, nothing judges, and nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from generator.checks.spoken import key_of, spoken
from generator.language.tone import Sound, sound_of
from generator.library import Entry, Library
from generator.markup.placeholders import without_placeholders
from generator.model.content import Evidence
from generator.model.tone import Tone
from generator.problems import Problem, problem

_EXACT = "quotation"
"""What somebody said stays as it was said."""

_COMMENT = re.compile("[?!…]|\\.\\.\\.")
"""A headline that asks, exclaims or trails off says what to think of the fact."""


def tone_holds(library: Library) -> Iterator[Problem]:
    """Yield every problem of how the sentences of the source language sound."""
    sound = sound_of(library.get(Tone, library.settings.source_locale))
    for entry, path, text in spoken(library):
        if entry.kind == _EXACT:
            continue
        for each in sound.unwanted_in(without_placeholders(text, "…")):
            yield problem(
                each.rule,
                entry.place(*path),
                id=entry.id,
                key=key_of(path),
                word=each.word if entry.quotable(*path) else "…",
                instead=each.instead,
                reason=each.reason,
            )
    yield from _evidence(library, sound)


def _evidence(library: Library, sound: Sound) -> Iterator[Problem]:
    """Yield a problem for each claim that is told as a fact, and each fact that is told twice."""
    told: dict[str, Entry] = {}
    for entry in library.entries("evidence"):
        if entry.record is None:
            continue
        evidence = cast("Evidence", entry.record)
        if evidence.certainty == "alleged" and sound.hedges:
            for key in ("statement", "headline"):
                text = without_placeholders(getattr(evidence, key) or "", "…")
                if text and not (sound.hedge(text) or sound.attribution(text)):
                    yield problem("hedge-missing", entry.place(key), id=entry.id, key=key)
        if evidence.headline and _COMMENT.search(evidence.headline):
            where = entry.place("headline")
            yield problem("headline-comments", where, id=entry.id)
        first = told.setdefault(" ".join(evidence.statement.split()).casefold(), entry)
        if first is not entry:
            where = entry.place("statement")
            yield problem("statement-repeated", where, id=entry.id, other=first.id)
