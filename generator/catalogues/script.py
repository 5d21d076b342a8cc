"""Whether a translation is in the script of its language at all."""

from __future__ import annotations

import unicodedata

from generator.language.cldr import script
from generator.markup.placeholders import PlaceholderError, parts

_MANY = 20
"""Letters that a text must have before it is judged: names and symbols stay as they are."""

# ISO 15924, and the first word of the Unicode names of its letters.
_NAMES = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Arab": "ARABIC",
    "Hans": "CJK",
    "Hant": "CJK",
    "Geor": "GEORGIAN",
    "Armn": "ARMENIAN",
}


def is_of_other_script(text: str, source: str, locale: str) -> bool:
    """Tell whether none of many letters of ``text`` is of the script of ``locale``.

    A translation that equals its source is none of the kind: a title may stay as it is.
    """
    wanted = _NAMES.get(script(locale))
    if wanted is None or text == source:
        return False
    try:
        bare = "".join(each for each in parts(text) if isinstance(each, str))
    except PlaceholderError:
        return False
    letters = [c for c in bare if c.isalpha()]
    return len(letters) >= _MANY and not any(
        unicodedata.name(c, "").startswith(wanted) for c in letters
    )
