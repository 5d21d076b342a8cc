"""Everything in a workspace: loaded once, read-only, looked up by id, theme and audience."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from generator.loading.entries import Entry, Loaded, unique_id
from generator.loading.identities import read_identities
from generator.loading.load import load_files
from generator.loading.workspace import Workspace, WorkspaceFile
from generator.model.audience import Audience
from generator.model.base import Record
from generator.model.brand import BrandFile
from generator.model.brief import Brief
from generator.model.brief import Workspace as Settings
from generator.model.charts import Chart
from generator.model.commitments import Commitment, CommitmentsFile, PriorRecommendation
from generator.model.content import (
    Evidence,
    Figure,
    Quotation,
    Recommendation,
    Response,
    Theme,
    ThemeFile,
)
from generator.model.directory import Office, Organisation
from generator.model.document import DocumentType
from generator.model.glossary import Term
from generator.model.people import Case, PeopleList, Person
from generator.model.places import NamedPlace
from generator.model.shelf import ShelfLives
from generator.model.sources import Source
from generator.model.tone import Tone
from generator.problems import Place, Problem, in_order, problem

__all__ = ["Entry", "Library", "audience_of", "open_library", "with_identities"]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All records of a workspace. Ids are unique in the whole workspace, files aside.

    ``lacking``: of each kind of which there may be more, the files that could not be read whole.
    """

    workspace: Workspace
    settings: Settings
    by_id: Mapping[str, Entry]
    by_kind: Mapping[str, tuple[Entry, ...]]
    files: tuple[WorkspaceFile, ...]
    lacking: Mapping[str, tuple[str, ...]]

    @property
    def shelf_lives(self) -> ShelfLives:
        """Return how long facts keep."""
        return self.get(ShelfLives, "shelf-lives") or ShelfLives()

    @property
    def brand(self) -> BrandFile:
        """Return the face of those who sign."""
        return self.get(BrandFile, "brand") or BrandFile()

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of a kind, in the order of files and lines."""
        return self.by_kind.get(kind, ())

    def entry(self, kind: str, id: str) -> Entry | None:  # noqa: A002 (ids are called id everywhere)
        """Return the entry of ``kind`` with ``id``."""
        found = self.by_id.get(unique_id(kind, id))
        return found if found is not None and found.kind == kind else None

    def get(self, model: type[R], id: str) -> R | None:  # noqa: A002 (as above)
        """Return the record of type ``model`` with ``id``."""
        entry = self.entry(_KIND_OF[model], id)
        return cast("R | None", entry.record) if entry else None

    def all(self, model: type[R]) -> Iterator[R]:
        """Yield every sound record of type ``model``."""
        for entry in self.entries(_KIND_OF[model]):
            if entry.record is not None:
                yield cast("R", entry.record)

    def recommendations(
        self, theme: str, *, country: str
    ) -> Iterator[tuple[Entry, Recommendation]]:
        """Yield the recommendations of a theme for a country, in the order of the file."""
        for entry in self.entries("recommendation"):
            whole = cast("ThemeFile | None", entry.whole)
            if whole and entry.record and whole.theme == theme and whole.country == country:
                yield entry, cast("Recommendation", entry.record)


_KIND_OF: Mapping[type[Record], str] = {
    Theme: "theme",
    Commitment: "commitment",
    PriorRecommendation: "prior",
    Recommendation: "recommendation",
    Evidence: "evidence",
    Response: "response",
    Quotation: "quotation",
    Figure: "figure",
    Chart: "chart",
    Source: "source",
    NamedPlace: "place",
    Person: "person",
    PeopleList: "list",
    Case: "case",
    Office: "office",
    Organisation: "organisation",
    Audience: "audience",
    Brief: "brief",
    DocumentType: "document",
    Settings: "workspace",
    ShelfLives: "shelf-lives",
    Term: "term",
    Tone: "tone",
    BrandFile: "brand",
}


def audience_of(entry: Entry) -> str:
    """Return the audience whose file a commitment stands in."""
    return cast("CommitmentsFile", entry.whole).audience if entry.whole else ""


def open_library(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Return everything in the workspace ``root``, and every problem of its files' form."""
    workspace = Workspace(root)
    loaded, problems = load_files(workspace)
    library, doubled = _build(workspace, loaded)
    return library, in_order([*problems, *doubled])


def with_identities(library: Library, file: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Return ``library`` with the names that ``file`` has for its people, and what is wrong there.

    The names of the file stand in the place of those of the workspace.
    """
    found, problems = read_identities(file)
    by_id = dict(library.by_id)
    wrong = list(problems)
    seen: dict[str, Place] = {}
    for each in found:
        name, place = each.identity.id, each.place
        entry = library.entry("person", name)
        first = seen.setdefault(name, place)
        if first is not place:
            wrong.append(problem("duplicate-id", place, id=name, other=f"{file}:{first.line}"))
        elif entry is None:
            wrong.append(problem("identity-unknown", place))
        elif entry.record is not None:
            known = {"names": each.identity.names, "variants": each.identity.variants}
            by_id[name] = replace(entry, record=entry.record.model_copy(update=known))
    people = tuple(by_id[each.id] for each in library.entries("person"))
    merged = replace(library, by_id=by_id, by_kind={**library.by_kind, "person": people})
    return merged, in_order(wrong)


def _build(workspace: Workspace, loaded: Sequence[Loaded]) -> tuple[Library, list[Problem]]:
    """Return the library of what was loaded, and a problem for each id that stands twice."""
    by_id: dict[str, Entry] = {}
    by_kind: dict[str, list[Entry]] = {}
    problems: list[Problem] = []
    for entry in _all(loaded):
        first = by_id.setdefault(unique_id(entry.kind, entry.id), entry)
        if first is not entry:
            where = first.place("id", key=True)
            problems.append(
                problem(
                    "duplicate-id",
                    entry.place("id"),
                    id=entry.id,
                    other=f"{where.file}:{where.line}",
                )
            )
            continue
        by_kind.setdefault(entry.kind, []).append(entry)
    settings = next((e.record for e in by_kind.get("workspace", ()) if e.record), None)
    library = Library(
        workspace=workspace,
        settings=cast("Settings", settings) if settings else Settings(),
        by_id=by_id,
        by_kind={kind: tuple(entries) for kind, entries in by_kind.items()},
        files=tuple(each.file for each in loaded if each.read),
        lacking=_lacking(loaded),
    )
    return library, problems


def _lacking(loaded: Sequence[Loaded]) -> dict[str, tuple[str, ...]]:
    """Return, of each kind of which there may be more, the files that could not be read whole."""
    found: dict[str, tuple[str, ...]] = {}
    for each in loaded:
        for kind in each.lacking:
            found[kind] = (*found.get(kind, ()), each.file.name)
    return found


def _all(loaded: Iterable[Loaded]) -> Iterator[Entry]:
    """Yield every entry of every file."""
    for each in loaded:
        yield from each.entries
