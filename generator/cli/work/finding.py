"""What ``brief doctor`` looks at, one function for each thing."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import fonts, installation
from generator.checks.brand import brand_holds
from generator.language.cldr import is_known
from generator.library import Library, open_library
from generator.loading.templates import Templates
from generator.loading.workspace import Workspace
from generator.model.brief import Brief
from generator.problems import errors
from generator.render.pdf_file import engine_versions

_PAGE_FILES = ("page.html.j2", "page.css", "word.docx")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``remedy`` is what brings it where it is missing."""

    name: str
    ok: bool
    needed: bool
    detail: str
    remedy: str | None = None


def python(root: Path) -> Iterator[Finding]:  # noqa: ARG001 (one signature for all)
    """Look at Python itself."""
    yield Finding(
        "Python",
        ok=sys.version_info >= (3, 11),
        needed=True,
        detail=f"{platform.python_version()} ({sys.executable}); 3.11 or later is needed.",
        remedy=installation.remedy("python"),
    )


def pango(root: Path) -> Iterator[Finding]:  # noqa: ARG001 (as above)
    """Look at what WeasyPrint needs to make a PDF."""
    lacking = ", ".join(installation.missing("pdf"))
    versions = ""
    try:
        if not lacking:
            versions = ", ".join(" ".join(each) for each in engine_versions())
    except (ImportError, OSError):
        lacking = "WeasyPrint, which cannot be loaded"
    yield Finding(
        "Pango",
        ok=not lacking,
        needed=True,
        detail=versions or f"no PDF without {lacking}; the other formats are built.",
        remedy=installation.remedy("pdf"),
    )


def own_fonts(root: Path) -> Iterator[Finding]:  # noqa: ARG001 (as above)
    """Look at the program's own fonts."""
    try:
        found = ", ".join(f"{name} {version}" for name, version in fonts.font_versions().items())
    except fonts.FontsNotInstalledError:
        detail = "the fonts have not been made."
        yield Finding("fonts", ok=False, needed=True, detail=detail, remedy=fonts.remedy())
        return
    yield Finding("fonts", ok=True, needed=True, detail=found, remedy=fonts.remedy())
    for name, extra in fonts.not_installed().items():
        remedy = f'pip install "advocacy-briefs[{extra}]", then: {fonts.remedy()}'
        yield Finding(
            f"font {name}",
            ok=False,
            needed=False,
            detail="not installed; only letters in its script need it.",
            remedy=remedy if extra else fonts.remedy(),
        )


def templates(root: Path) -> Iterator[Finding]:
    """Look at the page and the document types, the workspace's own or the package's."""
    workspace = Workspace(root)
    types = [file for file in workspace.files() if file.kind.name == "document"]
    names = [file.path.stem for file in types]
    there = Templates(workspace)
    lacking = [name for name in _PAGE_FILES if name not in there]
    lacking += [f"{name}.md.j2" for name in names if f"{name}.md.j2" not in there]
    yield Finding(
        "templates",
        ok=bool(names) and not lacking,
        needed=True,
        detail=f"lacking: {', '.join(lacking)}" if lacking else ", ".join(names) or "none",
        remedy="Install the program again: its templates come with it.",
    )


def brand(root: Path) -> Iterator[Finding]:
    """Look at the face of those who sign: the workspace's own, or the program's."""
    library, _ = open_library(root)
    own = any(file.own for file in library.files if file.kind.name == "brand")
    wrong = errors(brand_holds(library))
    logos = ", ".join(library.brand.logos)
    found = f"templates/brand.yaml; logos: {logos or 'none'}"
    yield Finding(
        "brand",
        ok=not wrong,
        needed=True,
        detail=wrong[0].message if wrong else found if own else "the program's own, without a logo",
        remedy="brief check",
    )


def locales(root: Path) -> Iterator[Finding]:
    """Look at the locales that the briefs ask for."""
    library, _ = open_library(root)
    asked = {name for brief in library.all(Brief) for name in _locales(brief)}
    for locale in sorted({library.settings.source_locale, *asked}):
        yield _locale(library, locale)


def _locale(library: Library, locale: str) -> Finding:
    """Look whether one locale is known, and has a translation."""
    if not is_known(locale):
        return Finding(
            f"locale {locale}",
            ok=False,
            needed=True,
            detail="no dates, lists or numbers are known for it.",
            remedy="Check its spelling in the briefs: language, then script or country, as in kk.",
        )
    if locale == library.settings.source_locale:
        return Finding(f"locale {locale}", ok=True, needed=True, detail="the source language.")
    folder = library.workspace.root / "locales" / locale / "LC_MESSAGES"
    there = sorted(path.name for path in folder.glob("*.po"))
    return Finding(
        f"locale {locale}",
        ok=bool(there),
        needed=False,
        detail=", ".join(there) or "there is no translation yet.",
        remedy=f"brief translate update --locale {locale}",
    )


def _locales(brief: Brief) -> Iterator[str]:
    """Yield the locales of a brief's deliveries."""
    for each in brief.deliveries:
        yield from each.locales


def office(root: Path) -> Iterator[Finding]:  # noqa: ARG001 (as above)
    """Look for LibreOffice, which only tests and previews of Word files need."""
    path = shutil.which("soffice")
    yield Finding(
        "LibreOffice",
        ok=path is not None,
        needed=False,
        detail=path or "not found; letters are built without it, only the tests use it.",
        remedy=installation.remedy("test"),
    )


LOOKS: tuple[Callable[[Path], Iterator[Finding]], ...] = (
    python,
    pango,
    own_fonts,
    templates,
    brand,
    locales,
    office,
)
"""Everything that is looked at, in order."""
