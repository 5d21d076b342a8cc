"""The settings of the file, and the lines above its footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from lxml.etree import SubElement

from generator.render.word.ooxml.names import (
    VAL,
    Element,
    W,
    is_east_asian,
    language_of,
    local_name,
    split,
)

_WESTERN = "en-GB"  # what Word takes Latin words for in a letter of another script
_SEPARATORS: Mapping[str, str] = MappingProxyType({"separator": "-1", "continuationSeparator": "0"})
_COMPATIBLE_URI = "http://schemas.microsoft.com/office/word"
_COMPATIBLE: Mapping[str, str] = MappingProxyType(
    {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }
)
_OWN = frozenset({"footnotePr", "compat", "themeFontLang"})
_ORDER = split(
    "embedTrueTypeFonts saveSubsetFonts mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop "
    "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps defaultTableStyle "
    "evenAndOddHeaders characterSpacingControl strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore footnotePr compat mathPr themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator"
)
"""What says how the page looks, in the order of the schema (ISO/IEC 29500-1, 17.15.1); the rest
tells of the office, or makes Word ask or fetch something."""


def keep_separators(footnotes: Element) -> None:
    """Take all notes away but the lines above them, which every Word file with notes has."""
    kept = {each.get(f"{W}type"): each for each in footnotes if each.get(f"{W}type")}
    for each in list(footnotes):
        footnotes.remove(each)
    for kind, identity in _SEPARATORS.items():
        line = kept.get(kind)
        if line is None:
            line = etree.Element(f"{W}footnote", {f"{W}type": kind})
            SubElement(SubElement(SubElement(line, f"{W}p"), f"{W}r"), f"{W}{kind}")
        line.set(f"{W}id", identity)
        footnotes.append(line)


def finish_settings(settings: Element, language: str, *, rtl: bool, mirrored: bool) -> None:
    """Set what every letter needs: the lines above notes, today's Word, the language.

    Of the template's settings those stay that say how the page looks.
    """
    for each in list(settings):
        if local_name(each) not in _ORDER or local_name(each) in _OWN:
            settings.remove(each)
    settings.append(_note_settings())
    settings.append(_compatible())
    fonts = {VAL: _WESTERN} | language_of(language, rtl=rtl)
    SubElement(settings, f"{W}themeFontLang", fonts)
    if is_east_asian(language):
        control = settings.find(f"{W}characterSpacingControl")
        if control is not None:
            control.set(VAL, "compressPunctuation")
    if mirrored and settings.find(f"{W}mirrorMargins") is None:
        SubElement(settings, f"{W}mirrorMargins")
    settings[:] = sorted(settings, key=lambda each: _ORDER.index(local_name(each)))


def _note_settings() -> Element:
    made = etree.Element(f"{W}footnotePr")
    for identity in _SEPARATORS.values():
        SubElement(made, f"{W}footnote", {f"{W}id": identity})
    return made


def _compatible() -> Element:
    made = etree.Element(f"{W}compat")
    for name, value in _COMPATIBLE.items():
        attributes = {f"{W}name": name, f"{W}uri": _COMPATIBLE_URI, VAL: value}
        SubElement(made, f"{W}compatSetting", attributes)
    return made


def uses_even_pages(settings: Element) -> bool:
    """Return whether even pages have a header and footer of their own."""
    return settings.find(f"{W}evenAndOddHeaders") is not None
