"""A list has as many entries as the words beside it say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.spoken import key_of, spoken
from generator.checks.words import Words, words_of
from generator.library import Library
from generator.markup.placeholders import Placeholder, PlaceholderError, parts
from generator.model.people import PeopleList
from generator.problems import Problem, problem

_NEAR = 5
"""A number that many words before a list, or fewer, is taken for the number of its people."""
_BREAK = re.compile(r"[.;!?]")
_WORD = re.compile(r"[\w’-]+")


def lists_hold(library: Library) -> Iterator[Problem]:
    """Yield a problem for each number beside a list that is not the number of its people."""
    lists = {each.id: len(each.people) for each in library.all(PeopleList)}
    if not lists:
        return
    words = words_of(library)
    for entry, path, text in spoken(library):
        for name, said, number in _said(text, lists, words):
            if number != lists[name]:
                yield problem(
                    "list-count-differs",
                    entry.place(*path),
                    id=entry.id,
                    key=key_of(path),
                    name=name,
                    said=said,
                    count=lists[name],
                )


def _said(text: str, lists: dict[str, int], words: Words) -> Iterator[tuple[str, str, int]]:
    """Yield each list that a number stands before, with the number as written and its value."""
    before = ""
    try:
        found = list(parts(text))
    except PlaceholderError:
        return
    for part in found:
        if not isinstance(part, Placeholder):
            before += part
            continue
        if part.name in lists and part.form != "count":
            number = _number_before(_BREAK.split(before)[-1], words)
            if number:
                yield part.name, *number
        before = ""


def _number_before(text: str, words: Words) -> tuple[str, int] | None:
    """Return the last number of a text, if it stands near its end and is no date."""
    for match in reversed(list(_WORD.finditer(text))[-_NEAR:]):
        word = match[0].casefold()
        number = int(word) if word.isascii() and word.isdigit() else words.numbers.get(word)
        if number is not None and not words.is_dated(text, match.start(), match.end()):
            return match[0], number
    return None
