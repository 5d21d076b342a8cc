"""Automatic numbering: a list counts anew, goes on from the one before, or has bullets."""

from __future__ import annotations

from generator.render.word.ooxml.lists import abstract_of, add_abstract, add_numbering
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.styles import style_numbering

DEEPEST = 8


class Numbering:
    """The numberings of one letter; how a number looks is the paragraph style's business."""

    def __init__(self, numbering: Element, styles: Element) -> None:
        self._root = numbering
        self._of_style = style_numbering(styles)
        self._plain: dict[bool, str] = {}
        self._bullets: dict[str, int] = {}
        self._before: dict[tuple[str, int], tuple[int, int]] = {}

    def bullets(self, style: str) -> int:
        """Return the numbering of a bulleted list of ``style``."""
        if style not in self._bullets:
            abstract = self._abstract(style, ordered=False)
            self._bullets[style] = add_numbering(self._root, abstract, None)
        return self._bullets[style]

    def ordered(self, style: str, level: int, start: int, length: int) -> int:
        """Return the numbering of a list of ``length`` items that counts from ``start``.

        It goes on from the list of its kind before it when it begins where that one ended,
        whatever other lists stand between.
        """
        abstract = self._abstract(style, ordered=True)
        number, following = self._before.get((abstract, level), (0, 0))
        if start == 1 or start != following:
            number = add_numbering(self._root, abstract, (level, start))
        self._before[abstract, level] = (number, start + length)
        return number

    def _abstract(self, style: str, *, ordered: bool) -> str:
        own = self._of_style.get(style)
        found = abstract_of(self._root, own) if own else None
        if found is not None:
            return found
        if ordered not in self._plain:
            self._plain[ordered] = add_abstract(self._root, ordered=ordered)
        return self._plain[ordered]
