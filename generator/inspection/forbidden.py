"""Everything that the files for one kind of reader must not have, made ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from generator.inspection.surroundings import NOTHING, Surroundings
from generator.language.cldr import languages
from generator.language.finding import LONG, Search, plain_words, search_for
from generator.library import Library
from generator.model.base import Record, Sensitivity, may_read
from generator.model.naming import PRIVATE_FORMS
from generator.model.people import Person
from generator.selection.naming import people_shown, withheld_words

_KINDS = (
    *("person", "case", "evidence", "recommendation", "source", "quotation", "response"),
    "chart",
)
_GRADED = ("case", "evidence", "source", "quotation", "response", "prior", "chart")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PASSAGES = range(4, 7)
"""Words in a row by which a text is known again; a shorter one is looked for as a value."""
_VALUE = 6
"""Fewer letters or figures say nothing alone: an age, a yes."""

Passage = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Forbidden:
    """What files must not have.

    ``names``: words that tell a withheld name; ``plain``: those of them as they are looked for.
    ``values``: private facts. ``passages``: of the texts above the reader's clearance.
    """

    library: Library
    clearance: Sensitivity
    plain: frozenset[str]
    ids: frozenset[str]
    values: Search
    passages: Mapping[int, frozenset[Passage]]
    surroundings: Surroundings

    @cached_property
    def names(self) -> Search:
        """The search for withheld names in what is read."""
        return search_for(self.plain)

    @cached_property
    def long_names(self) -> Search:
        """The search for those that do not stand by chance among the names of styles."""
        return search_for(frozenset(word for word in self.plain if len(word) >= LONG))

    @cached_property
    def known_values(self) -> frozenset[str]:
        """The values that stand in what the reader may read as well."""
        return frozenset(map(_closed, self._readable))

    @cached_property
    def known(self) -> frozenset[Passage]:
        """The passages that do."""
        return frozenset(
            each
            for text in self._readable
            for size in self.passages
            for each in _runs_of(plain_words(text), size)
        )

    def without(self, words: AbstractSet[str]) -> Forbidden:
        """Return it without words that tell nobody."""
        return replace(self, plain=self.plain - words)

    @property
    def _readable(self) -> Iterator[str]:
        """Yield every text that the reader may read."""
        for kind, entries in self.library.by_kind.items():
            for entry in entries:
                if entry.record is not None and kind != "person":
                    yield from _texts(entry.record, self.clearance, above=False)


@lru_cache(maxsize=4)  # letters to many are made one after another
def forbidden_to(
    library: Library,
    *,
    audience: str,
    locale: str,
    clearance: Sensitivity,
    on: date,
    today: date | None = None,
    surroundings: Surroundings = NOTHING,
) -> Forbidden:
    """Return what a reader must not find in a file."""
    people, _ = people_shown(
        library, audience=audience, locale=locale, clearance=clearance, on=on, today=today
    )
    texts = [
        text
        for kind in _GRADED
        for entry in library.entries(kind)
        if entry.record is not None
        for text in _texts(entry.record, clearance, above=True)
    ]
    private = [
        text
        for person in library.all(Person)
        for text in _undisclosed(person, people[person.id].details)
    ]
    addresses = [text for text in texts if "://" in text]
    ids = (entry.id for kind in _KINDS for entry in library.entries(kind))
    values = (_closed(text) for text in (*private, *addresses))
    passages = {size: set[Passage]() for size in _PASSAGES}
    for text in (*private, *texts):
        for each in _windows(text):
            passages[len(each)].add(each)
    return Forbidden(
        library=library,
        clearance=clearance,
        plain=withheld_words(library, people).difference(
            languages().get(locale, {}).get("ordinary", ())
        ),
        ids=frozenset(each for each in ids if "-" in each or "_" in each),
        values=search_for(frozenset(each for each in values if len(each) >= _VALUE)),
        passages={size: frozenset(each) for size, each in passages.items() if each},
        surroundings=surroundings,
    )


def _undisclosed(person: Person, told: Container[str]) -> Iterator[str]:
    """Yield the private facts of a person, but those that a case discloses to the reader."""
    for key in PRIVATE_FORMS:
        if key not in told:
            yield from _strings(getattr(person.private, key, None))


def _closed(text: str) -> str:
    """Return a text as a value is looked for: folded, and without spaces."""
    return "".join(plain_words(text))


def _windows(text: str) -> Iterator[Passage]:
    """Yield the passages of a text between what it refers to: the longest, or a short one whole."""
    for part in _PLACEHOLDER.split(text):
        words = plain_words(part)
        size = min(len(words), _PASSAGES.stop - 1)
        if size in _PASSAGES:
            yield from _runs_of(words, size)


def _runs_of(words: tuple[str, ...], size: int) -> Iterator[Passage]:
    """Yield every run of so many words."""
    return zip(*(words[at:] for at in range(size)), strict=False)


def _texts(record: Record, clearance: Sensitivity, *, above: bool) -> Iterator[str]:
    """Yield the texts of a record that are above a clearance, or those that are not."""
    own = getattr(record, "sensitivity", None)
    hidden = own is not None and not may_read(clearance, own)
    if hidden:
        yield from _strings(record) if above else ()
        return
    for name in type(record).model_fields:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from _texts(each, clearance, above=above)
            elif not above:
                yield from _strings(each)


def _strings(value: Any) -> Iterator[str]:
    """Yield every text in a value; days as they are written."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
