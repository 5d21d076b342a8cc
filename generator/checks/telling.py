"""Whether an id tells a name, in whatever letters the name is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.selection.naming import plain_words, telling, tells

# Letters of Russian and Kazakh by the sound that every way of writing them in Latin letters keeps:
# vowels and the h of kh, sh or zh are dropped on both sides, and what is written now k, now q or c
# is one letter.
_SOUNDS = str.maketrans(
    dict(zip("бвгғджзкқлмнңпрстфхчш", "bvggdzzkklmnnprstfkks", strict=True))
    | {"ц": "ts", "щ": "sk", "c": "k", "q": "k", "w": "v", "j": "z", "x": "ks"}
)
_SOUNDLESS = re.compile("[^bdfgklmnprstvz]")
_REPEATED = re.compile(r"(.)\1+")
_FEWEST = 3
"""With fewer consonants too many words sound alike."""


def tells_name(id: str, names: Iterable[str]) -> bool:  # noqa: A002 (ids are called id everywhere)
    """Tell whether ``id`` has a word of one of ``names``, or one that sounds like it."""
    parts = set(re.split("[_-]", id))
    words = {word for name in names for word in telling(name)}
    plain = {each for word in words for each in plain_words(word)}
    sounds = {sound for word in plain if (sound := _sound(word))}
    return (
        tells(id, frozenset(words))
        or not parts.isdisjoint(plain)
        or not sounds.isdisjoint(map(_sound, parts))
    )


def _sound(word: str) -> str | None:
    """Return the consonants of a word, if it has enough of them."""
    found = _REPEATED.sub(r"\1", _SOUNDLESS.sub("", word.translate(_SOUNDS)))
    return found if len(found) >= _FEWEST else None
