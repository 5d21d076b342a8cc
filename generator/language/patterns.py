"""Finding words of a list in a text: a star stands for any letters, a space for any space."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.cldr import script

_JOINED = ("Arab", "Hans", "Hant")
"""Scripts that write words without spaces, or with articles and prepositions fixed before them."""


def is_bounded(locale: str) -> bool:
    """Tell whether words stand apart in a language."""
    return script(locale) not in _JOINED


def any_of(texts: Iterable[str], *, bounded: bool) -> re.Pattern[str]:
    """Return a pattern that finds any of ``texts`` as whole words."""
    either = "|".join(_words(each) for each in texts)
    edges = (r"(?<!\w)", r"(?!\w)") if bounded else ("", "")
    return re.compile(f"{edges[0]}(?:{either}){edges[1]}", re.IGNORECASE)


def _words(text: str) -> str:
    """Return a pattern for a text in which a star stands for letters, a space for any space."""
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in text.split())
    return r"\s+".join(parts)
