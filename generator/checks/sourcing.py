"""Sources are there: two voices behind what is established, and each can be found again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import cast

from generator.library import Entry, Library
from generator.markup.placeholders import placeholders
from generator.model.base import Citation
from generator.model.content import Evidence
from generator.model.sources import Source
from generator.problems import Problem, problem

_PRIMARY = ("court", "law", "official-statistic", "igo")
"""Kinds of documents that are the fact: a judgment, a law, a figure, a body's own finding."""
_LONG = ("court", "law", "igo")
"""Kinds of documents in which a reader needs to be told where."""


def sources_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of the sources, and of what rests on them."""
    sources = {each.id: each for each in library.all(Source)}
    for entry in library.entries("evidence"):
        evidence = cast("Evidence | None", entry.record)
        if evidence and evidence.certainty == "established" and evidence.sources:
            known = [sources[each.source] for each in evidence.sources if each.source in sources]
            whole = len(known) == len(evidence.sources)
            if whole and not _is_established(known):
                yield problem("established-not-independent", entry.place("certainty"), id=entry.id)
    yield from _unlocated(library, sources)
    yield from _unretrieved(library)


def _is_established(sources: list[Source]) -> bool:
    """Tell whether a fact rests on its own document, or on two that know of it independently."""
    return any(each.kind in _PRIMARY for each in sources) or any(
        _are_independent(one, other) for one, other in combinations(sources, 2)
    )


def _are_independent(one: Source, other: Source) -> bool:
    """Tell whether two sources have other publishers, and neither repeats the other."""
    repeats = one.id in other.relies_on or other.id in one.relies_on
    return not repeats and _publishers(one).isdisjoint(_publishers(other))


def _publishers(source: Source) -> frozenset[str]:
    """Return who published a source: ids, or the words that name them."""
    ids = frozenset(each.name for each in placeholders(source.publisher))
    return ids or frozenset({" ".join(source.publisher.split()).casefold()})


def _unlocated(library: Library, sources: dict[str, Source]) -> Iterator[Problem]:
    """Yield a note where long documents are cited without saying where in them."""
    found: list[tuple[Entry, int]] = []
    for kind in ("evidence", "response"):
        for entry in library.entries(kind):
            cited: tuple[Citation, ...] = getattr(entry.record, "sources", ())
            for index, each in enumerate(cited):
                source = sources.get(each.source)
                if source and source.kind in _LONG and not each.locator:
                    found.append((entry, index))
    for entry, index in found[:1]:
        where = entry.place("sources", index)
        yield problem("locator-missing", where, count=len(found), first=entry.id)


def _unretrieved(library: Library) -> Iterator[Problem]:
    """Yield a problem for each digest of nothing, and a note for each file of unopened pages."""
    unopened: dict[str, list[Entry]] = {}
    for entry in library.entries("source"):
        source = cast("Source | None", entry.record)
        if source is None:
            continue
        if source.sha256 and not source.archived:
            yield problem("digest-without-copy", entry.place("sha256"), id=entry.id)
        if source.address and not source.retrieved:
            unopened.setdefault(entry.file, []).append(entry)
    for several in unopened.values():
        first = several[0]
        yield problem("retrieved-unknown", first.place("id"), count=len(several), first=first.id)
