"""Which characters need a picture from a font, and which the layout handles by itself."""

import unicodedata

# Zs, but drawn: the Ogham space has a stroke.
_VISIBLE_SPACES = frozenset("\u1680")

# Cf, but drawn: the Arabic, Syriac and Kaithi signs that embrace the digits after them.
_VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)

# Invisible by default although not Cf: joiners, fillers and variation selectors.
_IGNORABLE: tuple[tuple[int, int], ...] = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xE0100, 0xE01EF),
)


def needs_a_glyph(character: str) -> bool:
    """Say whether a page without this character's glyph would show a box or a borrowed one."""
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return False
        case "Zs":
            return character in _VISIBLE_SPACES
        case "Cf":
            return character in _VISIBLE_FORMATS
        case _:
            code = ord(character)
            return not any(first <= code <= last for first, last in _IGNORABLE)
