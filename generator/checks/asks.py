"""Asks for release say of which cases they can be made."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import cast

from generator.library import Library
from generator.markup.placeholders import placeholders
from generator.model.content import Recommendation
from generator.model.people import PeopleList, Person
from generator.problems import Problem, problem


def asks_fit_cases(library: Library) -> Iterator[Problem]:
    """Yield a warning for each ask for release that nothing keeps from outliving the release."""
    release = _release(library.settings.source_locale)
    if release is None:
        return
    for entry in library.entries("recommendation"):
        record = cast("Recommendation | None", entry.record)
        if record is None or record.presumes:
            continue
        texts = tuple(_asks(record))
        found = any(map(release.search, texts))
        if found and (record.cases or any(_speaks_of_people(each, library) for each in texts)):
            yield problem("presumes-missing", entry.place("ask", key=True), id=entry.id)


def _asks(record: Recommendation) -> Iterator[str]:
    """Yield everything that a recommendation asks for, in every wording."""
    for each in (record, *(record.audiences or {}).values()):
        keys = ("raise_", "ask", "short", "question", "whereas", "calls_on")
        yield from (text for key in keys if (text := getattr(each, key)))
    for wording in (record.audiences or {}).values():
        yield from wording.to.values()


def _speaks_of_people(text: str, library: Library) -> bool:
    """Tell whether a sentence speaks of somebody known."""
    names = (each.name for each in placeholders(text))
    return any(library.get(Person, each) or library.get(PeopleList, each) for each in names)


@cache
def _release(locale: str) -> re.Pattern[str] | None:
    """Return what finds a word of release in the language of ``locale``, if there are any."""
    text = resources.files("generator.checks").joinpath("release.toml").read_text("utf-8")
    words = tomllib.loads(text).get(locale.partition("-")[0])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE) if words else None
