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

    def bullets(self, style: str, level: int) -> int:
        """Return the numbering of a bulleted list of ``style``."""
        abstract = self._abstract(style, level, ordered=False)
        if abstract not in self._bullets:
            self._bullets[abstract] = add_numbering(self._root, abstract, None)
        return self._bullets[abstract]

    def ordered(self, style: str, level: int, start: int, length: int) -> int:
        """Return the numbering of a list of ``length`` items that counts from ``start``.

        It goes on from the list of its kind before it when it begins where that one ended,
        whatever other lists stand between.
        """
        abstract = self._abstract(style, level, ordered=True)
        number, following = self._before.get((abstract, level), (0, 0))
        if start == 1 or start != following:
            number = add_numbering(self._root, abstract, (level, start))
        self._before[abstract, level] = (number, start + length)
        return number

    def _abstract(self, style: str, level: int, *, ordered: bool) -> str:
        """Return the abstract numbering of ``style``, a plain one if it has none so deep."""
        own = self._of_style.get(style)
        found = abstract_of(self._root, own, level) if own else None
        if found is not None:
            return found
        if ordered not in self._plain:
            self._plain[ordered] = add_abstract(self._root, ordered=ordered)
        return self._plain[ordered]
