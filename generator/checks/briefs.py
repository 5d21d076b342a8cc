"""Briefs hold: deliveries have ids of their own, and documents serve their readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from generator.checks.deliveries import deliveries_hold
from generator.library import Entry, Library
from generator.model.brief import Brief, Delivery, Select
from generator.model.document import DocumentType
from generator.problems import Problem, problem
from generator.selection.addressees import offices_named
from generator.yamlfiles.nodes import YamlMap

Path = tuple[str | int, ...]


def briefs_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of the briefs themselves."""
    for entry in library.entries("brief"):
        brief = cast("Brief | None", entry.record)
        if brief is None:
            continue
        yield from _themes(library, entry, brief)
        yield from _lists(library, entry, brief)
        yield from _select(entry, brief.select, ("select",))
        seen: set[str] = set()
        for at, delivery in enumerate(brief.deliveries):
            if delivery.id in seen:
                where = entry.place("deliveries", at, "id")
                yield problem("deliveries-same-id", where, id=entry.id, target=delivery.id)
            seen.add(delivery.id)
            if delivery.select:
                yield from _select(entry, delivery.select, ("deliveries", at, "select"))
            yield from _document(library, entry, at, brief)
            yield from deliveries_hold(library, entry, at, brief)


def _themes(library: Library, entry: Entry, brief: Brief) -> Iterator[Problem]:
    """Yield a warning for each theme that has nothing to say on the brief's country."""
    if "recommendation" in library.lacking:
        return  # what could not be read may be just that
    written = {
        (head.get("theme"), head.get("country"))
        for kind in ("recommendation", "evidence")
        for each in library.entries(kind)
        if isinstance(head := each.head, YamlMap)
    }
    for index, theme in enumerate(brief.themes):
        if library.entry("theme", theme) and (theme, brief.country) not in written:
            where = entry.place("themes", index)
            yield problem(
                "theme-without-file", where, id=entry.id, target=theme, country=brief.country
            )


def _lists(library: Library, entry: Entry, brief: Brief) -> Iterator[Problem]:
    """Yield a problem for each list that is empty, and for each entry that stands twice."""
    yield from _empty(entry, brief, ("deliveries", "themes"), ())
    signing = [each.organisation for each in brief.signatories]
    yield from _printed_twice(entry, brief.themes, ("themes",))
    yield from _printed_twice(entry, signing, ("signatories",))
    for at, delivery in enumerate(brief.deliveries):
        path = ("deliveries", at)
        yield from _empty(entry, delivery, ("locales", "formats"), path)
        yield from _printed_twice(entry, delivery.themes, (*path, "themes"))
        yield from _addressed_twice(library, entry, delivery, (*path, "addressees"))
        for key in ("locales", "formats"):
            for index, value in _doubled(getattr(delivery, key)):
                where = entry.place(*path, key, index)
                yield problem("output-double", where, id=entry.id, key=key, target=value)


def _empty(
    entry: Entry, record: Brief | Delivery, keys: tuple[str, ...], path: Path
) -> Iterator[Problem]:
    """Yield a problem for each of the lists that has no entry."""
    for key in keys:
        if not getattr(record, key):
            yield problem("list-empty", entry.place(*path, key, key=True), id=entry.id, key=key)


def _printed_twice(entry: Entry, values: Sequence[str], path: Path) -> Iterator[Problem]:
    """Yield a problem for each value that would be printed a second time."""
    for index, value in _doubled(values):
        where = entry.place(*path, index)
        yield problem("entry-double", where, id=entry.id, key=path[-1], target=value)


def _addressed_twice(
    library: Library, entry: Entry, delivery: Delivery, path: Path
) -> Iterator[Problem]:
    """Yield a problem for each office that would be addressed a second time."""
    addressed = [
        (at, office)
        for at, name in enumerate(delivery.addressees)
        for office in offices_named(library, name)
    ]
    for index, office in _doubled([office for _, office in addressed]):
        where = entry.place(*path, addressed[index][0])
        yield problem("entry-double", where, id=entry.id, key=path[-1], target=office)


def _doubled(values: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield every value that stands in the list before, with its index."""
    for index, value in enumerate(values):
        if value in values[:index]:
            yield index, value


def _select(entry: Entry, select: Select, path: Path) -> Iterator[Problem]:
    """Yield a problem for each number that lets nothing in."""
    for key in ("per_theme", "max_priority", "evidence", "cases"):
        value = getattr(select, key)
        least = 0 if key == "cases" else 1
        if value is not None and value < least:
            yield problem("per-theme-form", entry.place(*path, key), id=entry.id, key=key)


def _document(library: Library, entry: Entry, at: int, brief: Brief) -> Iterator[Problem]:
    """Yield a problem where a document type does not serve the delivery."""
    delivery = brief.deliveries[at]
    document = library.get(DocumentType, delivery.document)
    if document is None:
        return
    known = library.entry("audience", delivery.audience) is not None
    if known and delivery.audience not in document.audiences:
        yield problem(
            "audience-not-served",
            entry.place("deliveries", at, "audience"),
            id=entry.id,
            target=delivery.audience,
            document=delivery.document,
            allowed=", ".join(document.audiences),
        )
    for index, name in enumerate(delivery.formats):
        if name not in document.formats:
            yield problem(
                "format-not-accepted",
                entry.place("deliveries", at, "formats", index),
                id=entry.id,
                target=name,
                document=delivery.document,
                allowed=", ".join(document.formats),
            )
