"""Canaries: a word of its own in every field that some reader must not see.

A record is filled from its model, so that a field which is added later gets a canary too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.model import scalars
from generator.model.base import CLEARANCES, Names, Record
from generator.model.naming import Month

_ONSETS, _VOWELS = "bdfgklmnprtv", "aeiou"
_CYRILLIC = str.maketrans("abdefgiklmnoprtuvzq", "абдефгиклмнопртувзщ")
_ARABIC = str.maketrans("abdefgiklmnoprtuvzq", "ابدهفجيكلمنوپرتءڤزق")

Level = Literal["restricted", "internal", "never"]
"""Who may read a canary: those with this clearance, or nobody."""


@dataclass
class Canaries:
    """The words that were planted, each with its level and where it stands."""

    planted: dict[str, tuple[Level, str]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def word(self, level: Level, where: str) -> str:
        """Return a new word."""
        number, syllables = len(self.planted) + len(self.ids), []
        for _ in range(3):
            number, at = divmod(number, len(_ONSETS) * len(_VOWELS))
            syllables.append(_ONSETS[at // len(_VOWELS)] + _VOWELS[at % len(_VOWELS)])
        word = "Zq" + "".join(syllables)
        self.planted[word] = (level, where)
        return word

    def names(self, level: Level, where: str) -> dict[str, str]:
        """Return a name in three scripts."""
        word = self.word(level, where)
        found = {"en": f"Ann {word}"}
        for locale, letters in (("ru", _CYRILLIC), ("ar", _ARABIC)):
            other = word.lower().translate(letters)
            self.planted[other] = (level, f"{where} ({locale})")
            found[locale] = other
        return found

    def id(self, where: str, between: str = "-") -> str:
        """Return a new id, which no file may have."""
        word = self.word("never", where)
        del self.planted[word]
        made = f"{word.lower()}{between}x"
        self.ids[made] = where
        return made

    def forbidden(self, clearance: str) -> frozenset[str]:
        """Return the words that a reader with ``clearance`` must not find."""
        above = CLEARANCES[CLEARANCES.index(clearance) + 1 :]
        return frozenset(
            word for word, (level, _) in self.planted.items() if level == "never" or level in above
        )

    def record(
        self,
        model: type[Record],
        level: Level,
        *,
        office: tuple[str, ...] = (),
        **given: Any,
    ) -> dict[str, Any]:
        """Return a record of ``model`` with a canary in each field that is not ``given``.

        ``office``: the fields that nobody is shown, whatever the clearance. ``None``, given, leaves
        a field out.
        """
        found: dict[str, Any] = {}
        hints = get_type_hints(model, include_extras=True)
        for name, info in model.model_fields.items():
            key = info.alias or name
            if key in given:
                if given[key] is not None:
                    found[key] = given[key]
                continue
            where = f"{model.__name__}.{key}"
            value = self._value(hints[name], "never" if key in office else level, where)
            if value is not None:
                found[key] = value
        return found

    def _value(self, hint: Any, level: Level, where: str) -> Any:
        """Return a value of a type: texts are canaries, what is no text is anything."""
        for kind, make in self._makers(level, where):
            if hint == kind:
                return make()
        origin, arguments = get_origin(hint), get_args(hint)
        found = None
        if origin in (Union, UnionType):
            present = next(each for each in arguments if each is not NoneType)
            found = self._value(present, level, where)
        elif origin is Literal:
            found = arguments[0]
        elif origin is tuple:
            inner = self._value(arguments[0], level, where)
            found = None if inner is None else [inner]
        elif isinstance(hint, type) and issubclass(hint, Record):
            found = self.record(hint, level)
        return found

    def _makers(self, level: Level, where: str) -> Iterator[tuple[Any, Callable[[], Any]]]:
        def word() -> str:
            return self.word(level, where)

        yield scalars.Text, word
        yield scalars.Sentence, lambda: f"{word()} was told of it."
        yield scalars.Day, lambda: "2025-06-01"
        yield scalars.PartialDay, lambda: "2025-06-01"
        yield Month, lambda: "2025-06"
        yield scalars.Whole, lambda: 1
        yield scalars.Address, lambda: f"https://example.org/{word()}"
        yield scalars.Code, lambda: "en"
        yield scalars.Country, lambda: "XA"
        yield Names, lambda: self.names(level, where)
