"""Which style of the template a block or a run takes: by role and kind, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.render.base import RenderFailure
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.styles import style_ids

PARAGRAPH = "paragraph"
CHARACTER = "character"
TABLE = "table"

REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PARAGRAPH: (
            *("Body Text", "Heading 1", "List Number", "List Bullet"),
            *("Header", "Footer", "Footnote Text"),
        ),
        CHARACTER: ("Emphasis", "Strong", "Hyperlink", "Footnote Reference"),
        TABLE: ("Brief Table",),
    }
)
"""What every template needs, by kind: where it lacks any other style, one of these stands in."""
_INSTEAD: Mapping[str, str] = MappingProxyType({"Footnote Reference": "Footnote Call"})

# Character styles that add up, in the order in which a style for several names them.
_ADDING = ("Hyperlink", "Strong", "Emphasis")


class StyleBook:
    """The styles of one template, and those that a letter missed in it."""

    def __init__(self, styles: Element) -> None:
        self._ids = style_ids(styles)
        self._missing: dict[tuple[str, str], None] = {}
        self._characters: dict[tuple[str, ...], str] = {}

    def get(self, kind: str, name: str) -> str | None:
        """Return the id of the style ``name``, if the template has it."""
        return self._ids.get((kind, name.lower()))

    def first(self, kind: str, names: Iterable[str]) -> str:
        """Return the id of the first of ``names`` there is; the last one is missed if none is."""
        name = ""
        for name in names:
            found = self.get(kind, name)
            if found is not None:
                return found
        self._missing[kind, name] = None
        return ""

    def character(self, names: tuple[str, ...]) -> str | None:
        """Return the id of the character style for text that is all of ``names`` at once."""
        if not names:
            return None
        if names not in self._characters:
            together = " ".join(name for name in _ADDING if name in names)
            self._characters[names] = self.first(CHARACTER, (together, names[-1]))
        return self._characters[names]

    def refuse_if_missing(self) -> None:
        """Say which styles the template lacks, with those that only other letters need."""
        if self._missing:
            lacked = (
                (kind, name)
                for kind, names in REQUIRED.items()
                for name in names
                if not (self.get(kind, name) or self.get(kind, _INSTEAD.get(name, "")))
            )
            every = dict.fromkeys((*lacked, *self._missing))
            names = ", ".join(f"{name} ({kind})" for kind, name in every)
            raise RenderFailure("word-style-missing", file="word.docx", names=names)


def role_style(role: str) -> str:
    """Return the name of the style of ``role``: ``key-facts`` becomes "Key Facts"."""
    return " ".join(word.capitalize() for word in role.replace("_", "-").split("-") if word)
