"""Whether an id tells a name, in whatever letters the name is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.finding import plain_words, search_for, telling

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


class Telling:
    """Names, ready to be looked for in many ids: time grows with the ids alone.

    ``innocent``: names of people who may be named; what they share tells nobody.
    """

    def __init__(self, names: Iterable[str], innocent: Iterable[str] = ()) -> None:
        known = {word for name in innocent for word in telling(name)}
        words = {word for name in names for word in telling(name)} - known
        self._search = search_for(frozenset(words))
        self._plain = {each for word in words for each in plain_words(word)}
        self._sounds = {sound for word in self._plain if (sound := _sound(word))}
        self._sounds -= {_sound(each) for word in known for each in plain_words(word)}

    def tells(self, id: str) -> bool:  # noqa: A002 (ids are called id everywhere)
        """Tell whether ``id`` has a word of one of the names, or one that sounds like it."""
        parts = set(re.split("[_-]", id))
        return (
            any(self._search.found_in(id))
            or not parts.isdisjoint(self._plain)
            or not self._sounds.isdisjoint(map(_sound, parts))
        )


def tells_name(id: str, names: Iterable[str]) -> bool:  # noqa: A002 (as above)
    """Tell whether ``id`` has a word of one of ``names``, or one that sounds like it."""
    return Telling(names).tells(id)


def _sound(word: str) -> str | None:
    """Return the consonants of a word, if it has enough of them."""
    found = _REPEATED.sub(r"\1", _SOUNDLESS.sub("", word.translate(_SOUNDS)))
    return found if len(found) >= _FEWEST else None
