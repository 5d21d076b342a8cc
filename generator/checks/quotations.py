"""Quotations are exact: the original is there, and every mark that opens is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from generator.checks.spoken import key_of, spoken
from generator.library import Entry, Library
from generator.loading.sentences import Path
from generator.model.content import Quotation
from generator.problems import Problem, problem

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_STRAIGHT = '"'
_ANY = re.compile('[“”«»„"]')
_SHOWN = 24
"""So many characters tell where in a text something is."""


def quotations_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of quotations, and of quotation marks in any sentence."""
    source = library.settings.source_locale
    for entry in library.entries("quotation"):
        quotation = cast("Quotation | None", entry.record)
        if quotation is None:
            continue
        if quotation.locale != source and not quotation.original:
            where = entry.place("locale")
            yield problem("quotation-without-original", where, id=entry.id, locale=quotation.locale)
        if quotation.original:
            yield from _unbalanced(entry, ("original",), quotation.original)
    for entry, path, text in spoken(library):
        yield from _unbalanced(entry, path, text)


def _unbalanced(entry: Entry, path: Path, text: str) -> Iterator[Problem]:
    """Yield a problem where a quotation mark stands alone."""
    at = unbalanced_at(text)
    if at is not None:
        shown = " ".join(text[max(0, at - _SHOWN) : at + _SHOWN].split())
        yield problem(
            "quotes-unbalanced",
            entry.place(*path),
            id=entry.id,
            key=key_of(path),
            text=shown if entry.quotable(*path) else "…",
        )


def unbalanced_at(text: str) -> int | None:
    """Return where a quotation mark stands that nothing closes, or that closes nothing.

    Single marks are not looked at: one of them is the apostrophe. German opens with „ and closes
    with the mark that opens elsewhere.
    """
    if not _ANY.search(text):
        return None
    opened: list[tuple[str, int]] = []
    for at, each in enumerate(text):
        if opened and each == _closing(opened[-1][0]):
            opened.pop()
        elif each in _PAIRS or each == _STRAIGHT:
            opened.append((each, at))
        elif each in _PAIRS.values():
            return at
    return opened[0][1] if opened else None


def _closing(opening: str) -> str:
    return _PAIRS.get(opening, _STRAIGHT)
