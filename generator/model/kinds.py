"""The kinds of files: which file holds which records, in one table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from generator.model.audience import Audience
from generator.model.base import Record
from generator.model.brand import BrandFile
from generator.model.brief import Brief, Workspace
from generator.model.commitments import CommitmentsFile, PriorRecommendationsFile
from generator.model.content import ThemeFile, ThemesFile
from generator.model.directory import OfficesFile, OrganisationsFile
from generator.model.document import DocumentType
from generator.model.glossary import GlossaryFile
from generator.model.people import CasesFile, PeopleFile
from generator.model.places import PlacesFile
from generator.model.shelf import ShelfLives
from generator.model.sources import SourcesFile
from generator.model.tone import ToneFile


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: where it stands, its model, and the lists of records in it.

    ``lists`` maps the key of each list to the kind of its records; a file that
    is one record has none, and its name is the record's id. ``guarded`` files
    may hold what is not public, so that no message quotes a line of them. A
    ``table`` is a CSV file; each of its rows is a record of its only list.
    """

    name: str
    pattern: str
    model: type[Record]
    lists: Mapping[str, str] = field(default_factory=dict)
    record: str | None = None
    guarded: bool = False
    default: bool = False
    table: bool = False

    @property
    def beside(self) -> str:
        """The pattern of all files of its suffix in its folders, which several kinds share."""
        path = PurePosixPath(self.pattern)
        return (path.parent / f"*{path.suffix}").as_posix()


KINDS: tuple[Kind, ...] = (
    Kind("workspace", "workspace.yaml", Workspace),
    Kind("themes", "recommendations/themes.yaml", ThemesFile, {"themes": "theme"}),
    Kind("shelf-lives", "recommendations/shelf-lives.yaml", ShelfLives, default=True),
    Kind(
        "commitments",
        "recommendations/commitments/*.yaml",
        CommitmentsFile,
        {"commitments": "commitment"},
    ),
    Kind(
        "people",
        "recommendations/*/people.yaml",
        PeopleFile,
        {"people": "person", "lists": "list"},
        guarded=True,
    ),
    Kind("cases", "recommendations/*/cases.yaml", CasesFile, {"cases": "case"}, guarded=True),
    Kind(
        "sources",
        "recommendations/*/sources.yaml",
        SourcesFile,
        {"sources": "source"},
        guarded=True,
    ),
    Kind("places", "recommendations/*/places.yaml", PlacesFile, {"places": "place"}),
    Kind(
        "prior",
        "recommendations/*/prior.yaml",
        PriorRecommendationsFile,
        {"prior_recommendations": "prior"},
        guarded=True,
    ),
    Kind(
        "theme",
        "recommendations/*/*.yaml",
        ThemeFile,
        {
            "recommendations": "recommendation",
            "evidence": "evidence",
            "responses": "response",
            "quotations": "quotation",
            "figures": "figure",
            "charts": "chart",
        },
        guarded=True,
    ),
    Kind("audience", "briefs/audiences/*.yaml", Audience, record="audience", default=True),
    Kind("offices", "briefs/directory/offices.yaml", OfficesFile, {"offices": "office"}),
    Kind(
        "table",
        "briefs/directory/*.csv",
        OfficesFile,
        {"offices": "office"},
        record="table",
        table=True,
    ),
    Kind(
        "organisations",
        "briefs/directory/organisations.yaml",
        OrganisationsFile,
        {"organisations": "organisation"},
    ),
    Kind("brief", "briefs/*.yaml", Brief, record="brief"),
    Kind("glossary", "locales/glossary.yaml", GlossaryFile, {"terms": "term"}, default=True),
    Kind("tone", "locales/tone.yaml", ToneFile, {"languages": "tone"}, default=True),
    Kind("brand", "templates/brand.yaml", BrandFile, default=True),
    Kind("document", "templates/*.yaml", DocumentType, record="document", default=True),
)
"""Every kind; a file belongs to the first whose pattern it matches."""

YAML_KINDS = tuple(kind for kind in KINDS if not kind.table)
"""The kinds of YAML files, which a JSON Schema can describe."""


def kind_of(file: str) -> Kind | None:
    """Return the kind of a file named relative to the workspace, or ``None``."""
    return next((kind for kind in KINDS if _pattern(kind.pattern).fullmatch(file)), None)


def kind_named(name: str) -> Kind:
    """Return the kind called ``name``."""
    return next(kind for kind in KINDS if kind.name == name)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` as an expression; a star stands for a part of a name, not for folders."""
    return re.compile(re.escape(pattern).replace(r"\*", "[^/]*"))
