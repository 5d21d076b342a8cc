"""References hold in either direction: what is referred to exists, what exists is referred to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from generator.checks.nearest import Nearest
from generator.checks.referring import Path, may_exist, references, referring_kinds
from generator.library import Entry, Library
from generator.markup.placeholders import placeholders
from generator.model.audience import Audience
from generator.model.brief import Brief
from generator.model.commitments import CommitmentsFile
from generator.model.content import Recommendation, ThemeFile, Wording
from generator.model.document import DocumentType
from generator.problems import Place, Problem, problem
from generator.yamlfiles.nodes import YamlList, YamlMap

_ADDED = ("brief", "recommendation", "evidence", "person", "case", "source")
"""The kinds that ``brief new`` adds."""
_EXPECTED_USE = ("evidence", "response", "case", "source", "figure")


def references_hold(library: Library) -> Iterator[Problem]:
    """Yield a problem for each reference to nothing, and a note for each record nobody uses."""
    used: set[tuple[str, str]] = set()
    near = Nearest()
    for kind in referring_kinds():
        for entry in library.entries(kind):
            for path, target_kind, target in references(entry):
                used.add((target_kind, target))
                if not may_exist(library, target_kind, target, path):
                    yield _reference_problem(library, entry, path, target, target_kind, near)
    yield from _audience_keys(library, near)
    yield from _file_heads(library, near)
    if not any(kind in library.lacking for kind in referring_kinds()):
        yield from _unused(library, used)


def _reference_problem(
    library: Library,
    entry: Entry,
    path: Path,
    target: str,
    kind: str,
    near: Nearest,
    *,
    place: Place | None = None,
) -> Problem:
    """Return the problem of one reference, with the id that was probably meant."""
    known = [each.id for each in library.entries(kind)]
    shown = target if entry.quotable(*path) else None
    return problem(
        "table-unknown" if kind == "table" else "unknown-reference",
        place or entry.place(*path),
        id=entry.id,
        key=next(part for part in reversed(path) if isinstance(part, str)),
        target=shown or "…",
        kind=kind,
        nearest=near.to(target, known),
        new=f"{kind} {shown}" if shown and kind in _ADDED else None,
    )


def _audience_keys(library: Library, near: Nearest) -> Iterator[Problem]:
    """Yield a problem for each audience that a recommendation words for and nobody knows."""
    for entry in library.entries("recommendation"):
        record = cast("Recommendation | None", entry.record)
        for audience, wording in ((record and record.audiences) or {}).items():
            if not may_exist(library, "audience", audience):
                where = entry.place("audiences", audience, key=True)
                yield _reference_problem(
                    library, entry, ("audiences",), audience, "audience", near, place=where
                )
            for index, target in enumerate(wording.commitments):
                yield from _wrong_audience(library, entry, audience, index, target)
            yield from _recipients(library, entry, audience, wording, near)


def _recipients(
    library: Library, entry: Entry, audience: str, wording: Wording, near: Nearest
) -> Iterator[Problem]:
    """Yield a problem for each recipient that the audience does not have."""
    reader = library.get(Audience, audience)
    for target in wording.to if reader else ():
        if reader and target not in reader.recipients:
            yield problem(
                "recipient-unknown",
                entry.place("audiences", audience, "to", target, key=True),
                id=entry.id,
                target=target,
                audience=audience,
                nearest=near.to(target, reader.recipients),
                known=", ".join(reader.recipients) or None,
            )


def _wrong_audience(
    library: Library, entry: Entry, audience: str, index: int, target: str
) -> Iterator[Problem]:
    """Yield a problem when a commitment under one audience is another audience's."""
    commitment = library.entry("commitment", target)
    whole = cast("CommitmentsFile | None", commitment.whole) if commitment else None
    if whole and whole.audience != audience:
        yield problem(
            "wrong-audience",
            entry.place("audiences", audience, "commitments", index),
            id=entry.id,
            target=target,
            other=whole.audience,
            audience=audience,
        )


def _file_heads(library: Library, near: Nearest) -> Iterator[Problem]:
    """Yield a problem for each file whose theme or audience nobody knows."""
    seen: set[str] = set()
    for kind, key in (
        ("recommendation", "theme"),
        ("evidence", "theme"),
        ("commitment", "audience"),
    ):
        for entry in library.entries(kind):
            whole = cast("ThemeFile | CommitmentsFile | None", entry.whole)
            if whole is None or entry.file in seen:
                continue
            seen.add(entry.file)
            target = str(getattr(whole, key))
            if not may_exist(library, key, target):
                where = entry.place_in_head(key)
                found = _reference_problem(library, entry, (key,), target, key, near, place=where)
                yield replace(found, id=None)


def _unused(library: Library, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a note for each record that nothing refers to."""
    used = used | {("evidence", each) for each in _drawn(library)}
    spoken = {
        each.name
        for kind in (
            "recommendation",
            "evidence",
            "response",
            "quotation",
            "chart",
            "case",
            "prior",
            "brief",
        )
        for entry in library.entries(kind)
        for text in _texts(entry.node)
        for each in placeholders(text)
    }
    for kind in _EXPECTED_USE:
        for entry in library.entries(kind):
            if (kind, entry.id) not in used and entry.id not in spoken:
                yield problem("unused", entry.place("id"), id=entry.id, kind=kind)


def _drawn(library: Library) -> Iterator[str]:
    """Yield the evidence that a document takes by its themes, as digests do."""
    asked: set[tuple[str, str]] = set()
    for brief in library.all(Brief):
        for delivery in brief.deliveries:
            document = library.get(DocumentType, delivery.document)
            if document and document.draws_on == "evidence":
                themes = delivery.themes or brief.themes
                asked.update((brief.country, theme) for theme in themes)
    for entry in library.entries("evidence"):
        whole = cast("ThemeFile | None", entry.whole)
        if whole and (whole.country, whole.theme) in asked:
            yield entry.id


def _texts(node: object) -> Iterator[str]:
    """Yield every text below ``node`` that has a placeholder."""
    if isinstance(node, YamlMap):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, YamlList):
        for value in node:
            yield from _texts(value)
    elif isinstance(node, str) and "{" in node:
        yield node
