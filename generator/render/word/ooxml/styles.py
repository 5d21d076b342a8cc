"""Styles: their names, their numbering, their language and type."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.render.word.ooxml.names import (
    AFTER_BIDI,
    VAL,
    Element,
    W,
    below,
    insert,
    is_on,
    language_of,
    local_name,
    remove,
    split,
)

_VANISH = f"{W}rPr/{W}vanish"
_AFTER_PARAGRAPH = split("rPr tblPr trPr tcPr tblStylePr")
_AFTER_SPACING = AFTER_BIDI[AFTER_BIDI.index("spacing") + 1 :]


def style_ids(styles: Element) -> dict[tuple[str, str], str]:
    """Return the id of every style by its kind and its name in small letters."""
    found: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            key = (style.get(f"{W}type", "paragraph"), name.get(VAL, "").lower())
            found.setdefault(key, style.get(f"{W}styleId", ""))
    return found


def hidden_styles(styles: Element) -> frozenset[str]:
    """Return the ids of the styles that hide their text."""
    hiding = (each for each in styles.iterfind(f"{W}style") if is_on(each.find(_VANISH)))
    return frozenset(each.get(f"{W}styleId", "") for each in hiding)


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


def space_of(styles: Element, name: str, attribute: str) -> int:
    """Return a spacing of the paragraph style ``name``, its own or inherited; 0 if it has none."""
    by_id = {each.get(f"{W}styleId", ""): each for each in styles.iterfind(f"{W}style")}
    style = by_id.get(style_ids(styles).get(("paragraph", name.lower()), ""))
    seen: list[Element] = []
    while style is not None and style not in seen:
        seen.append(style)
        spacing, base = style.find(f"{W}pPr/{W}spacing"), style.find(f"{W}basedOn")
        if spacing is not None and spacing.get(f"{W}{attribute}") is not None:
            return int(spacing.get(f"{W}{attribute}", "0"))
        style = by_id.get("" if base is None else base.get(VAL, ""))
    return 0


def set_space(styles: Element, name: str, attribute: str, value: int) -> None:
    """Give the paragraph style ``name`` a spacing of its own, if the template has the style."""
    identity = style_ids(styles).get(("paragraph", name.lower()))
    for style in styles.iterfind(f"{W}style"):
        if identity and style.get(f"{W}styleId") == identity:
            properties = style.find(f"{W}pPr")
            if properties is None:
                properties = etree.Element(f"{W}pPr")
                insert(style, properties, _AFTER_PARAGRAPH)
            spacing = properties.find(f"{W}spacing")
            if spacing is None:
                spacing = etree.Element(f"{W}spacing")
                insert(properties, spacing, _AFTER_SPACING)
            spacing.set(f"{W}{attribute}", str(value))


def set_language(styles: Element, tag: str, *, rtl: bool) -> None:
    """Make ``tag`` the language of the document, and take it out of the single styles.

    From right to left, paragraphs are so by default. Their alignments and indents mean start and
    end already; their borders mean sides of the paper, so those change places.
    """
    for language in list(styles.iterfind(f"{W}style//{W}lang")):
        remove(language)
    properties = below(below(below(styles, "docDefaults", first=True), "rPrDefault"), "rPr")
    language = below(properties, "lang")
    for name, value in language_of(tag, rtl=rtl).items():
        language.set(name, value)
    if rtl:
        paragraphs = below(below(below(styles, "docDefaults"), "pPrDefault"), "pPr")
        insert(paragraphs, etree.Element(f"{W}bidi"), AFTER_BIDI)
        for borders in styles.iterfind(f"{W}style/{W}pPr/{W}pBdr"):
            _change_sides(borders)


def _change_sides(borders: Element) -> None:
    """Let the left and the right border of a paragraph change places."""
    left, right = borders.find(f"{W}left"), borders.find(f"{W}right")
    if left is not None:
        left.tag = f"{W}right"
    if right is not None:
        right.tag = f"{W}left"
    order = ("top", "left", "bottom", "right", "between", "bar")
    borders[:] = sorted(borders, key=lambda each: order.index(local_name(each)))
