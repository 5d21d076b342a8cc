"""Copyfitting: what a compositor does before anything else, by a hair that nobody sees.

A letter whose last page has a few lines only is set a little closer: a page with the signature
alone wastes a sheet, and looks like a mistake. A single page in small type that has room to spare
is set larger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.render.base import RenderFailure

_FEW = 0.25  # of a page: a last page with less is worth another try
_BARE = 0.1  # of a page: a last page with less had better have more
_SPARE = 0.06  # of a page: what a page fewer saves, as a rule above its notes, or by short lines
_TIGHTER = ((0.975, 1.0), (0.965, 0.985))
_LOOSER = ((1.03, 1.0), (1.05, 1.01))
_LARGER = ((1.0, 1.12), (1.0, 1.06))
_ROOM = 0.85  # of a page: small type is set larger until its page is so full
_READABLE = 9.6  # points: what is larger needs no growth
_STYLE = ":root {{ --fit: {} !important; --fit-size: {} !important }}"

LayOut = Callable[[str], Any]
"""Lays a letter out with a further style sheet; fails where a note cannot stand at its call."""


def copyfitted(lay_out: LayOut, size: float) -> Any:
    """Return the pages of a letter in type of ``size`` points.

    There is one page fewer where that takes no more than a hair of space. Where it takes more, a
    last page that is nearly bare is given more lines instead.
    """
    document = lay_out("")
    pages = len(document.pages)
    if pages == 1:
        return _grown(document, lay_out, size)
    if last_page_filled(document) >= _FEW:
        return document
    enough = pages_needed(document) - _SPARE
    tighter = (each for each in _TIGHTER if enough * each[0] * each[1] ** 2 <= pages - 1)
    for tried in _tried(lay_out, tighter):
        if len(tried.pages) < pages:
            return tried
    if last_page_filled(document) < _BARE:
        for tried in _tried(lay_out, _LOOSER):
            if len(tried.pages) == pages and last_page_filled(tried) >= _BARE:
                return tried
    return document


def last_page_filled(document: Any) -> float:
    """Return which part of the last page has text, its notes not counted."""
    page = document.pages[-1]._page_box  # noqa: SLF001 (the only way to what stands on a page)
    return float(page.children[0].height / page.height)


def pages_needed(document: Any) -> float:
    """Return how many pages all lines and notes would fill, without what is left free at the end.

    A page fewer is tried only where so little space is saved by that: laying out takes long.
    """
    return sum(map(_used, document.pages))


def _used(page: Any) -> float:
    """Return which part of a page has text or notes."""
    box = page._page_box  # noqa: SLF001 (as above)
    text = box.children[0]
    lines = (each for each in text.descendants() if type(each).__name__ == "LineBox")
    end = max((each.position_y + each.height for each in lines), default=text.position_y)
    notes = sum(
        each.margin_height() for each in box.children if type(each).__name__ == "FootnoteAreaBox"
    )
    return float((end - text.position_y + notes) / box.height)


def _grown(document: Any, lay_out: LayOut, size: float) -> Any:
    """Return a single page, in larger type where it is small and the page has room."""
    factors = tuple(each for each in _LARGER if size * each[1] <= _READABLE)
    if factors and last_page_filled(document) * factors[-1][1] ** 2 < _ROOM:
        for tried in _tried(lay_out, factors):
            if len(tried.pages) == 1:
                return tried
    return document


def _tried(lay_out: LayOut, factors: Iterable[tuple[float, float]]) -> Iterator[Any]:
    for leading, size in factors:
        try:
            yield lay_out(_STYLE.format(leading, size))
        except RenderFailure:
            continue
