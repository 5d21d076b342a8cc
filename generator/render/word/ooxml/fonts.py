"""Fonts: which one draws what, their sizes, and what office programs may take in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import SubElement

from generator.render.word.ooxml.names import VAL, Element, W, insert, is_on, remove, split

_AFTER_FONTS = split(
    "b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_AFTER_BOLD = _AFTER_FONTS[2:]


@dataclass(frozen=True, slots=True)
class Faces:
    """The families of Word's four kinds of character; ``other`` is what is beyond ASCII."""

    latin: str
    other: str
    complex: str
    east_asian: str

    @staticmethod
    def of(family: str) -> Faces:
        """Return the faces where one family draws everything."""
        return Faces(family, family, family, family)


def names_family(part: Element, family: str) -> bool:
    """Return whether anything in ``part`` is set in ``family``."""
    return any(fonts.get(f"{W}ascii") == family for fonts in part.iter(f"{W}rFonts"))


def set_fonts(part: Element, families: Mapping[str, Faces]) -> None:
    """Replace font families by others wherever a style or a numbering names them.

    A style that says its Latin family only gets the East Asian one beside it, which it would
    otherwise have from the style below.
    """
    for fonts in part.iter(f"{W}rFonts"):
        main = families.get(str(fonts.get(f"{W}ascii")))
        if main and fonts.get(f"{W}eastAsia") is None and main.east_asian != main.latin:
            fonts.set(f"{W}eastAsia", main.east_asian)
        for name, kind in (
            ("ascii", "latin"),
            ("hAnsi", "other"),
            ("cs", "complex"),
            ("eastAsia", "east_asian"),
        ):
            faces = families.get(str(fonts.get(f"{W}{name}")))
            if faces is not None:
                fonts.set(f"{W}{name}", getattr(faces, kind))


@dataclass(frozen=True, slots=True)
class Scale:
    """How much larger type becomes: Latin, that of complex scripts, and the height of lines."""

    latin: float
    complex: float
    leading: float


def scale_type(part: Element, scale: Scale, others: Mapping[str, Scale]) -> None:
    """Make type larger or smaller; ``others`` holds for styles by their names in small letters."""
    for each in part:
        name = each.find(f"{W}name")
        _scale(each, others.get("" if name is None else name.get(VAL, "").lower(), scale))


def _scale(element: Element, scale: Scale) -> None:
    for name, factor in (("sz", scale.latin), ("szCs", scale.complex)):
        for each in element.iter(f"{W}{name}"):
            each.set(VAL, str(round(int(each.get(VAL, "20")) * factor)))
    for spacing in element.iter(f"{W}spacing"):
        if spacing.get(f"{W}lineRule") in {"atLeast", "exact"}:
            line = int(spacing.get(f"{W}line", "240")) * scale.leading
            spacing.set(f"{W}line", str(round(line)))


def set_upright(styles: Element) -> None:
    """Make bold what the styles slant, for scripts that have no italics."""
    for properties in _properties(styles, "i", "iCs"):
        for name in ("i", "iCs"):
            for each in list(properties.iterfind(f"{W}{name}")):
                properties.remove(each)
        for name in ("b", "bCs"):
            if properties.find(f"{W}{name}") is None:
                insert(properties, etree.Element(f"{W}{name}"), _AFTER_BOLD)


def set_plain(part: Element) -> None:
    """Take bold, slanted and underlined type out of a part, whatever the template has there."""
    for name in ("b", "bCs", "i", "iCs", "u", "em"):
        for each in list(part.iter(f"{W}{name}")):
            remove(each)


def set_strong_family(styles: Element, family: str) -> None:
    """Set what is bold in another East Asian family, where that of the text has no bold."""
    for properties in _properties(styles, "b", "bCs"):
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            fonts = etree.Element(f"{W}rFonts")
            insert(properties, fonts, _AFTER_FONTS)
        fonts.set(f"{W}eastAsia", family)


def _properties(styles: Element, *names: str) -> list[Element]:
    """Return the properties of those styles that have one of these switched on."""
    found = styles.iterfind(f"{W}style/{W}rPr")
    return [each for each in found if any(is_on(each.find(f"{W}{name}")) for name in names)]


def add_substitutes(table: Element, families: Mapping[str, str]) -> None:
    """Name each family in the table of fonts, with what may stand for it where it is missing."""
    known = {each.get(f"{W}name") for each in table.iterfind(f"{W}font")}
    for family, substitute in families.items():
        if family not in known:
            font = SubElement(table, f"{W}font", {f"{W}name": family})
            SubElement(font, f"{W}altName", {VAL: substitute})
            SubElement(font, f"{W}pitch", {VAL: "variable"})
