"""The font families the program brings, and the scripts they draw: the table families.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

Kind = Literal["serif", "sans"]
Ranges = tuple[tuple[int, int], ...]

LATIN: Mapping[Kind, str] = MappingProxyType({"serif": "Noto Serif", "sans": "Noto Sans"})
"""The families of every letter: Latin, Greek and Cyrillic, digits and signs."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family, the pinned package that holds its fonts, and which of their characters it keeps.

    ``extra`` is the optional extra of the program that brings the package, if not everyone has it;
    ``substitute`` is what office programs take where the family is not installed.
    """

    name: str
    package: str
    files: str
    kind: Kind
    substitute: str
    extra: str | None = None
    keeps: Ranges = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A script that has families of its own, and how it is set."""

    code: str
    families: Mapping[Kind, str]
    letters: Ranges
    word: Literal["complex", "east-asian", "other"] = "other"
    slant: bool = True
    bold: bool = True
    size: float = 1.0
    leading: float = 1.0

    def has(self, character: str) -> bool:
        """Say whether the character is one of the script."""
        code = ord(character)
        return any(first <= code <= last for first, last in self.letters)

    def family(self, kind: Kind) -> str:
        """Return the family of this kind, or the only one there is."""
        return self.families.get(kind) or next(iter(self.families.values()))


@dataclass(frozen=True, slots=True)
class Stack:
    """The families of one kind of text in one letter, in the order in which they are asked.

    ``own`` draws the script of the letter, ``latin`` the Latin, Greek and Cyrillic in it.
    """

    own: str
    latin: str
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The families in the letter's own text."""
        return tuple(dict.fromkeys((self.own, self.latin, *self.others)))

    @property
    def foreign(self) -> tuple[str, ...]:
        """The families in text of another language, which has its punctuation from Latin."""
        return tuple(dict.fromkeys((self.latin, self.own, *self.others)))


PLAIN = Script("Zyyy", MappingProxyType({}), ())
"""The scripts that have no families of their own: nothing about them differs."""


@cache
def families() -> Mapping[str, Family]:
    """Return every family by its name."""
    kept = {
        name: _ranges(f"{each['letters']} {each['marks']}")
        for each in _table()["scripts"].values()
        for name in (each.get("serif"), each.get("sans"))
        if name and "marks" in each
    }
    return MappingProxyType(
        {
            name: Family(name, keeps=kept.get(name, ()), **each)
            for name, each in _table()["families"].items()
        }
    )


@cache
def scripts() -> Mapping[str, Script]:
    """Return every script that has families of its own, by its ISO 15924 code."""
    return MappingProxyType(
        {code: _script(code, dict(each)) for code, each in _table()["scripts"].items()}
    )


def script_of(code: str) -> Script:
    """Return what is known of a script: of most, nothing in particular."""
    return scripts().get(code, PLAIN)


def script_drawn_by(family: str) -> Script:
    """Return the script that a family is for."""
    found = (each for each in scripts().values() if family in each.families.values())
    return next(found, PLAIN)


def stack(family: str, code: str, text: str, *, kind: Kind) -> Stack:
    """Return the families that ``text`` needs in a letter of the script ``code``.

    ``family`` draws Latin; ``kind`` is said for a family that the table does not have.
    """
    script = script_of(code)
    found = families().get(family)
    kind = found.kind if found else kind
    if script.families and kind not in script.families:
        kind = next(iter(script.families))
        family = LATIN[kind]
    others = (
        each.family(kind)
        for each in scripts().values()
        if each is not script and any(map(each.has, text))
    )
    own = script.family(kind) if script.families else family
    return Stack(own, family, tuple(others))


@cache
def _table() -> dict[str, Any]:
    text = resources.files("generator.fonts").joinpath("families.toml").read_text("utf-8")
    return tomllib.loads(text)


def _script(code: str, known: dict[str, Any]) -> Script:
    kinds: tuple[Kind, ...] = ("serif", "sans")
    faces = {kind: known.pop(kind) for kind in kinds if kind in known}
    known.pop("marks", None)
    return Script(code, MappingProxyType(faces), _ranges(known.pop("letters")), **known)


def _ranges(written: str) -> Ranges:
    """Return the code points that a line of hexadecimal ranges stands for."""
    pairs = (each.partition("-") for each in written.split())
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in pairs)
