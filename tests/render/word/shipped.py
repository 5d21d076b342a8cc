"""The documents that the project ships, as Word files: each type once, and each script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from generator.building.preparing import prepare
from generator.catalogues.lookup import Catalogues
from generator.letter import Letter
from generator.library import Entry, Library, open_library
from generator.model.brief import Brief, Delivery
from generator.render.word import render
from tests.render.word.reading import Templates

ROOT = Path(__file__).parents[3]
TYPES = (
    *("briefing-paper", "country-report", "digest", "fact-sheet", "letter"),
    *("observation-statement", "oral-statement", "resolution-insert", "speaking-points"),
    *("treaty-body-report", "upr-submission", "written-contribution", "written-statement"),
)
SCRIPTS = ("ar", "el", "hy", "ka", "ru", "zh")
NAMES = (*TYPES, *(f"letter-{locale}" for locale in SCRIPTS))


def shipped_files() -> Mapping[str, bytes]:
    """Return a Word file of each type in English, and of a letter in each script.

    Those in other scripts are drafts, whose gaps are styled too.
    """
    library, _ = open_library(ROOT)
    letters: dict[str, Letter] = {}
    for brief, delivery in _deliveries(library):
        if delivery.document in TYPES:
            letters.setdefault(delivery.document, _letter(library, brief, delivery, "en"))
            if delivery.document == "letter":
                for locale in SCRIPTS:
                    name = f"letter-{locale}"
                    if name not in letters:
                        letters[name] = _letter(library, brief, delivery, locale)
    return {name: render(letter, Templates()).data for name, letter in letters.items()}


def _deliveries(library: Library) -> Iterator[tuple[Entry, Delivery]]:
    for brief in library.entries("brief"):
        for delivery in cast("Brief", brief.record).deliveries:
            whole = delivery.model_copy(update={"fit": False})
            changed = cast("Brief", brief.record).model_copy(update={"deliveries": (whole,)})
            yield replace(brief, record=changed), whole


def _letter(library: Library, brief: Entry, delivery: Delivery, locale: str) -> Letter:
    translations = Catalogues(library).of(locale)
    prepared = prepare(
        library,
        brief,
        delivery,
        translations,
        locale=locale,
        addressee=None,
        draft=locale != "en",
    )
    assert prepared.composed.letter is not None
    return prepared.composed.letter
