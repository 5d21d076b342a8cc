"""Styles: their names, their numbering, their language and type."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.render.word.ooxml.names import (
    VAL,
    Element,
    W,
    below,
    insert,
    language_of,
    remove,
    split,
)

_AFTER_BIDI = split(
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)


def style_ids(styles: Element) -> dict[tuple[str, str], str]:
    """Return the id of every style by its kind and its name in small letters."""
    found: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            key = (style.get(f"{W}type", "paragraph"), name.get(VAL, "").lower())
            found.setdefault(key, style.get(f"{W}styleId", ""))
    return found


def style_numbering(styles: Element) -> dict[str, int]:
    """Return the numbering that each paragraph style has, of its own or by inheritance."""
    own: dict[str, int] = {}
    bases: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        identity = style.get(f"{W}styleId", "")
        numbering = style.find(f"{W}pPr/{W}numPr/{W}numId")
        base = style.find(f"{W}basedOn")
        if numbering is not None:
            own[identity] = int(numbering.get(VAL, "0"))
        if base is not None:
            bases[identity] = base.get(VAL, "")
    return {each: number for each in {*own, *bases} if (number := _inherited(each, own, bases))}


def _inherited(style: str, own: Mapping[str, int], bases: Mapping[str, str]) -> int:
    seen: set[str] = set()
    while style not in own and style in bases and style not in seen:
        seen.add(style)
        style = bases[style]
    return own.get(style, 0)


def set_language(styles: Element, tag: str, *, rtl: bool) -> None:
    """Make ``tag`` the language of the document, and take it out of the single styles."""
    for language in list(styles.iterfind(f"{W}style//{W}lang")):
        remove(language)
    properties = below(below(below(styles, "docDefaults", first=True), "rPrDefault"), "rPr")
    language = below(properties, "lang")
    for name, value in language_of(tag, rtl=rtl).items():
        language.set(name, value)
    if rtl:
        paragraphs = below(below(below(styles, "docDefaults"), "pPrDefault"), "pPr")
        insert(paragraphs, etree.Element(f"{W}bidi"), _AFTER_BIDI)


def set_fonts(part: Element, families: Mapping[str, str]) -> None:
    """Replace font families by others wherever a style or a numbering names them."""
    for fonts in part.iter(f"{W}rFonts"):
        for name, value in fonts.attrib.items():
            fonts.set(name, families.get(str(value), str(value)))


def scale_type(part: Element, factor: float) -> None:
    """Make every size of type, and every line that has one of its own, larger or smaller."""
    for size in part.iter(f"{W}sz", f"{W}szCs"):
        size.set(VAL, str(round(int(size.get(VAL, "20")) * factor)))
    for spacing in part.iter(f"{W}spacing"):
        if spacing.get(f"{W}lineRule") in {"atLeast", "exact"}:
            spacing.set(f"{W}line", str(round(int(spacing.get(f"{W}line", "240")) * factor)))
