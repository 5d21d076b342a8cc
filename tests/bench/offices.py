"""Letters of three pages to many offices, from the content of the repository."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from generator.building.preparing import dated, prepare
from generator.catalogues.lookup import Catalogues
from generator.library import Library, open_library
from generator.loading.templates import Templates
from generator.model.brief import Brief
from generator.render.html_page import print_html
from tests.bench.bare import lay_out

_SHEETS = 3
_CONTENT = ("recommendations", "briefs", "templates", "locales")
_MODEL = "brussels-2026"
_OFFICE = """
  - id: bench_{n}
    titles: {{en: Head of office {n}}}
    audience: eu
    rank: {n}
    postal: {{en: ["{n} Long Street", "{n} Brussels"]}}
    holders:
      - checked_on: 2026-01-01
        forms: {{en: {{block: [Head {n}], salutation: "Dear Head {n},", closing: Yours}}}}
"""
_DELIVERY = """
deliveries:
  - id: offices
    audience: eu
    document: letter
    addressees: [{offices}]
    jointly: false
    asks_first: true
    themes: [{themes}]
    locales: [en]
    formats: [pdf, docx]
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """A workspace with letters to many, and the page of each for the bare WeasyPrint."""

    folder: Path
    letters: int

    @property
    def workspace(self) -> Path:
        """Return the root of the workspace."""
        return self.folder / "workspace"

    def page(self, addressee: str | None) -> Path:
        """Return the page of the letter to an office."""
        return self.folder / "pages" / f"{addressee}.html"

    def build(self, out: Path, *, jobs: int) -> list[str]:
        """Return the words of a build."""
        words = [sys.executable, "-m", "generator", "-C", str(self.workspace), "build", "many"]
        return [*words, "--out", str(out), "--jobs", str(jobs)]


def prepared(root: Path, bench: Bench) -> int:
    """Make the workspace and the pages; return how many sheets a letter has."""
    for name in _CONTENT:
        shutil.copytree(root / name, bench.workspace / name)
    directory = bench.workspace / "briefs/directory/offices.yaml"
    offices = "".join(_OFFICE.format(n=n) for n in range(100, 100 + bench.letters))
    directory.write_text(directory.read_text("utf-8") + offices, "utf-8")
    library, _ = open_library(root)
    themes = cast("Brief", library.get(Brief, _MODEL)).themes
    bench.page(None).parent.mkdir()
    return next(
        sheets
        for count in range(len(themes), 0, -1)
        if (sheets := _written(root, bench, themes[:count])) <= _SHEETS
    )


def _written(root: Path, bench: Bench, themes: tuple[str, ...]) -> int:
    """Write the brief, with letters on ``themes``, and a page of each; return its sheets."""
    model = (root / f"briefs/{_MODEL}.yaml").read_text("utf-8").partition("\ndeliveries:")[0]
    offices = [f"bench_{n}" for n in range(100, 100 + bench.letters)]
    delivery = _DELIVERY.format(offices=", ".join(offices), themes=", ".join(themes))
    brief = model.replace("reference: ", "reference: MANY-") + delivery
    (bench.workspace / "briefs/many.yaml").write_text(brief, "utf-8")
    library, _ = open_library(bench.workspace)
    for name in offices:
        bench.page(name).write_text(_page(library, name), encoding="utf-8")
    return lay_out([bench.page(offices[0])])


def _page(library: Library, addressee: str) -> str:
    """Return the page of the letter to an office, as `brief build` has it laid out."""
    entry = dated(library, "many", None)
    prepared = prepare(
        library,
        entry,
        cast("Brief", entry.record).deliveries[0],
        Catalogues(library).of("en"),
        locale="en",
        addressee=addressee,
        draft=False,
    )
    return print_html(prepared.letter_in("pdf"), Templates(library.workspace))
