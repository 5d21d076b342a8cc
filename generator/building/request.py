"""What is to be built, and what was."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.catalogues.lookup import Catalogues
from generator.inspection.surroundings import Surroundings
from generator.library import Library
from generator.model.brief import Delivery
from generator.problems import Problem

Identified = tuple[Library, tuple[Problem, ...]]
"""The library with the names of a file of identities, and what is wrong with that file."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What the user asks for; empty names mean all.

    ``today``: the day on which it is asked for: what has ended by then holds no longer, whatever
    the date of the letter. ``out``: the folder to build into. ``now``: the moment, for an embargo;
    ``None`` asks no clock. ``surroundings``: what no file may tell of the machine.
    """

    today: date = field(kw_only=True)
    out: Path = field(kw_only=True)
    briefs: tuple[str, ...] = ()
    deliveries: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    date: date | None = None
    draft: bool = False
    jobs: int = 1
    now: datetime | None = None
    surroundings: Surroundings = field(default_factory=Surroundings)


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What letters are made of: the library, what is wrong with it, and its translations.

    ``identified``: the library with the file of identities, and what is wrong there; documents
    that are not public are made of it.
    """

    library: Library
    problems: tuple[Problem, ...]
    catalogues: Catalogues
    identified: Identified | None = None

    def is_identified(self, delivery: Delivery) -> bool:
        """Tell whether a delivery may have the names of the file of identities."""
        return self.identified is not None and delivery.clearance != "public"

    def of(self, delivery: Delivery) -> Content:
        """Return what a delivery is made of: without real names where it is public."""
        if self.identified is None or not self.is_identified(delivery):
            return self
        library, wrong = self.identified
        return Content(library, (*self.problems, *wrong), self.catalogues)


@dataclass(frozen=True, slots=True)
class Built:
    """One file that was built; ``named`` are the ids of the people whom it names.

    ``size``: its bytes. ``parts``: of a file that is a package, its parts with their hashes.
    """

    brief: str
    delivery: str
    addressee: str | None
    locale: str
    format: str
    path: Path
    pages: int | None
    words: int
    sha256: str
    draft: bool
    named: tuple[str, ...] = ()
    size: int = 0
    parts: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the fields of ``brief build --json``."""
        return {
            "brief": self.brief,
            "delivery": self.delivery,
            "addressee": self.addressee,
            "locale": self.locale,
            "format": self.format,
            "path": str(self.path),
            "pages": self.pages,
            "words": self.words,
            "sha256": self.sha256,
            "draft": self.draft,
        }


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Everything that was built, and every problem met."""

    built: tuple[Built, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One document: a delivery in a locale, for all its addressees or for one.

    ``accompanies``: the document whose files it goes out with.
    """

    brief: str
    delivery: str
    addressee: str | None
    locale: str
    formats: tuple[str, ...]
    accompanies: Job | None = None
