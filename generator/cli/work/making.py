"""What the commands that make files have in common."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from platform import node
from tempfile import gettempdir

from generator import charts
from generator.building import BuildRequest
from generator.cli.work.names import check_names
from generator.inspection.surroundings import Surroundings
from generator.library import Library
from generator.loading.workspace import Workspace
from generator.render.pdf_file import prepare


@dataclass(frozen=True, slots=True)
class Making:
    """What was typed: which letters to make, and where."""

    root: Path
    briefs: tuple[str, ...]
    deliveries: tuple[str, ...]
    locales: tuple[str, ...]
    formats: tuple[str, ...]
    out: str | None
    on: date | None
    draft: bool
    jobs: int
    identities: Path | None = None

    def check_names(self, library: Library) -> None:
        """Refuse names that the workspace does not have."""
        check_names(library, briefs=self.briefs, deliveries=self.deliveries, locales=self.locales)

    def request(self) -> BuildRequest:
        """Return the request for the build."""
        return BuildRequest(
            today=today(),
            briefs=self.briefs,
            deliveries=self.deliveries,
            locales=self.locales,
            formats=self.formats,
            out=Path(self.out) if self.out else Workspace(self.root).output,
            date=self.on,
            draft=self.draft,
            jobs=self.jobs,
            now=datetime.now(UTC),
            surroundings=surroundings(self.root),
        )


def surroundings(root: Path) -> Surroundings:
    """Return what no file may tell of this machine; a folder at the top says nothing of it."""
    known = (os.environ.get(name) for name in ("USER", "LOGNAME", "USERNAME"))
    folders = (Path.home(), root.resolve(), Path(gettempdir()), Path(__file__).parents[3])
    paths = [str(each) for each in folders if len(each.parts) > 1]
    return Surroundings(
        names=tuple(dict.fromkeys(each for each in (*known, node()) if each)),
        paths=tuple(dict.fromkeys(f"{each}{os.sep}" for each in paths)),
    )


def today() -> date:
    """Return the day on which the command was typed."""
    return datetime.now(UTC).date()


def use_own_fonts() -> None:
    """Hide the system's fonts from this process, before anything loads Pango or matplotlib."""
    prepare(os.environ)
    charts.prepare(os.environ)


@contextmanager
def silence() -> Iterator[None]:
    """Keep what a library prints out of the results: WeasyPrint prints where Pango is missing."""
    with redirect_stdout(StringIO()):
        yield
