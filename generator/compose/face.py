"""The face of a document: its page, and the brand of those who sign it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.language import cldr
from generator.language.paper import paper_of
from generator.letter import Block, Brand, Colours, Group, Logo, PageRules
from generator.loading.logos import LogoRefusedError, logo_file
from generator.loading.workspace import Workspace
from generator.model.brand import BrandFile, BrandFooter
from generator.model.directory import Organisation
from generator.model.document import DocumentType
from generator.problems import Problem
from generator.selection.chosen import Selection

_HEADS = frozenset({"letterhead", "masthead"})
"""Roles that say whose document it is. What a body files without one carries no logo."""


def page_of(document: DocumentType, brand: BrandFile, selection: Selection) -> PageRules:
    """Return the page of a document.

    The paper is that of the delivery, else of the document type, else of the brand, else what is
    usual where the language is spoken; the fonts are those of the document type, else of the brand.
    """
    own = document.page.model_dump(exclude_none=True)
    families = {"family": brand.families.text, "heading_family": brand.families.headings}
    usual = brand.paper or paper_of(selection.locale)
    size = selection.delivery.paper or document.page.size or usual
    return PageRules(**{**families, **own, "size": size})


def brand_of(
    brand: BrandFile,
    workspace: Workspace,
    selection: Selection,
    names: Mapping[str, str],
    blocks: Iterable[Block],
    problems: list[Problem],
) -> Brand:
    """Return the brand of a document; what is wrong with a logo goes to ``problems``.

    ``names``: of those who sign it, by id, as it prints them.
    """
    colours = Colours(**brand.colours.model_dump(exclude_none=True))
    if not any(isinstance(each, Group) and each.role in _HEADS for each in blocks):
        return Brand(colours)
    logos = tuple(_logos(brand, workspace, selection, names, problems))
    footer = brand.footer
    signs = footer and footer.organisation in names
    lines = tuple(_footer(footer, selection, names)) if footer and signs else ()
    return Brand(colours, logos, lines)


def _logos(
    brand: BrandFile,
    workspace: Workspace,
    selection: Selection,
    names: Mapping[str, str],
    problems: list[Problem],
) -> Iterator[Logo]:
    """Yield the logo of each signatory that has one, as wide as it is where it stands alone."""
    for name in names:
        known = brand.logos.get(name)
        if known is None:
            continue
        try:
            picture = logo_file(workspace, known.file)
        except LogoRefusedError as error:
            problems.append(error.told(name))
            continue
        alt = known.alt.get(selection.locale) or names[name]
        height = picture.height * known.width / picture.width
        yield Logo(picture.data, picture.media_type, known.width, height, alt)


def _footer(footer: BrandFooter, selection: Selection, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines at the foot of the first page: where its organisation is, how to reach it."""
    locale = selection.locale
    order = (locale, selection.source_locale)
    name = names[footer.organisation] if len(names) > 1 else ""
    web = (footer.web or "").partition("://")[2].removesuffix("/")
    where = (name, _in_language(footer.address, order))
    ways = (footer.telephone, footer.email, web, _in_language(footer.registered, order))
    for parts in (where, ways):
        line = " · ".join(cldr.apart(each, locale) for each in parts if each)
        if line:
            yield line


def _in_language(texts: Mapping[str, str], order: tuple[str, ...]) -> str:
    """Return a text in the first language of ``order`` that has it, else in any."""
    return next((texts[each] for each in order if each in texts), next(iter(texts.values()), ""))


def signing(selection: Selection, names: Iterable[str]) -> dict[str, str]:
    """Return the names of those who sign by their ids; ``names`` come in the same order."""
    organisations: Iterable[Organisation] = selection.signatories
    return {each.id: name for each, name in zip(organisations, names, strict=False)}
