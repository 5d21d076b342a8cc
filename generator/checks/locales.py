"""Locales are known: CLDR has dates, lists and numbers for each that a letter is made in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.checks.nearest import Nearest
from generator.language.cldr import is_known, languages
from generator.library import Entry, Library
from generator.model.brief import Brief
from generator.problems import Problem, problem


def locales_known(library: Library) -> Iterator[Problem]:
    """Yield a problem for each locale of a delivery, or of the workspace, that CLDR lacks."""
    near = Nearest()
    for entry in library.entries("workspace"):
        if entry.record is not None:
            yield from _unknown(entry, ("source_locale",), library.settings.source_locale, near)
    for entry in library.entries("brief"):
        brief = cast("Brief | None", entry.record)
        for at, delivery in enumerate(brief.deliveries if brief else ()):
            for index, locale in enumerate(delivery.locales):
                path = ("deliveries", at, "locales", index)
                yield from _unknown(entry, path, locale, near)


def _unknown(
    entry: Entry, path: tuple[str | int, ...], locale: str, near: Nearest
) -> Iterator[Problem]:
    """Yield a problem where CLDR lacks a locale."""
    if not is_known(locale):
        yield problem(
            "locale-unknown",
            entry.place(*path),
            id=entry.id,
            target=locale,
            nearest=near.to(locale, languages()),
        )
