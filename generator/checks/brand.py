"""Whether a brand can be used: its colours can be read, its fonts and its logos are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.contrast import faint
from generator.checks.nearest import Nearest
from generator.fonts.families import LATIN
from generator.letter.brand import Colours
from generator.library import Entry, Library
from generator.loading.logos import LogoRefusedError, logo_file
from generator.model.brand import BrandFile
from generator.problems import Problem, problem

_LEAST_WIDTH, _MOST_WIDTH = 10, 120
"""Millimetres: nobody recognises less, and more leaves no room beside it."""


def brand_holds(library: Library) -> Iterable[Problem]:
    """Yield what is wrong with the brand of the workspace."""
    for entry in library.entries("brand"):
        if isinstance(entry.record, BrandFile):
            yield from _colours(entry, entry.record)
            yield from _families(entry, entry.record)
            yield from _logos(library, entry, entry.record)
            yield from _footer(library, entry, entry.record)


def _colours(entry: Entry, brand: BrandFile) -> Iterator[Problem]:
    """Yield a problem for each pair of colours that cannot be read well."""
    own = brand.colours.model_dump(exclude_none=True)
    colours = Colours(**own)
    for each in faint(colours):
        key = each.name if each.name in own else each.ground
        yield problem(
            "contrast-low",
            entry.place("colours", key),
            name=each.name,
            colour=getattr(colours, each.name),
            ground=each.ground,
            behind=getattr(colours, each.ground, None),
            ratio=f"{int(each.ratio * 100) / 100:.2f}",
            needed=f"{each.needed:g}",
            nearest=each.nearest,
        )


def _families(entry: Entry, brand: BrandFile) -> Iterator[Problem]:
    """Yield a problem for each font that the letters do not have."""
    known = sorted(LATIN.values())
    for key, family in brand.families.model_dump().items():
        if family not in known:
            place = entry.place("families", key)
            yield problem("family-unknown", place, family=family, known=", ".join(known))


def _logos(library: Library, entry: Entry, brand: BrandFile) -> Iterator[Problem]:
    """Yield what is wrong with the logos."""
    for organisation, logo in brand.logos.items():
        yield from _organisation(library, entry, organisation, ("logos", organisation))
        if not _LEAST_WIDTH <= logo.width <= _MOST_WIDTH:
            place = entry.place("logos", organisation, "width")
            fields = {"least": _LEAST_WIDTH, "most": _MOST_WIDTH}
            yield problem("logo-width", place, id=organisation, **fields)
        try:
            logo_file(library.workspace, logo.file)
        except LogoRefusedError as error:
            yield error.told(organisation)


def _footer(library: Library, entry: Entry, brand: BrandFile) -> Iterator[Problem]:
    """Yield what is wrong with the foot of the first page."""
    if brand.footer:
        name = brand.footer.organisation
        yield from _organisation(library, entry, name, ("footer", "organisation"))


def _organisation(
    library: Library, entry: Entry, name: str, path: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield a problem where nobody in the directory is called ``name``."""
    if library.entry("organisation", name) is None:
        names = [each.id for each in library.entries("organisation")]
        place = entry.place(*path, key=path[0] == "logos")
        yield problem(
            "brand-organisation", place, organisation=name, nearest=Nearest().to(name, names)
        )
