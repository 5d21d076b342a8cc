"""Links: from each call to its note, and what each link says of itself (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.render.pdf.tree import Element, Followed

_CALL = "span::footnote-call"
_PRINTED = 4
"""The flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3)."""


def link_notes(document: Any) -> None:
    """Let the number of each call lead to its note."""
    for page in document.pages:
        boxes = page._page_box.descendants()  # noqa: SLF001 (a page tells its boxes nowhere else)
        for box in boxes:
            if getattr(box, "element_tag", None) == _CALL and not hasattr(box, "text"):
                page.links.append(("internal", box.element.get("id"), _area(box), box))


def describe_links(told: Element) -> None:
    """Let each link say where it leads: in its own words, and for a note in those of the note.

    Why the note's: a screen reader names the link, and "12" says nothing.
    """
    notes = {each.name: each.words for each in told.below() if each.kind == "Note"}
    for link in (each for each in told.below() if each.kind == "Link"):
        for annotation in _annotations(link):
            annotation["F"] = _PRINTED
            annotation["Contents"].string = _told(link, annotation, notes)


def _annotations(link: Element) -> Iterator[Any]:
    return (each.annotation for each in link.kids if isinstance(each, Followed))


def _told(link: Element, annotation: Mapping[str, Any], notes: Mapping[str | None, str]) -> str:
    """Return what a link says of itself."""
    target = annotation["Contents"].string
    if "Dest" in annotation:
        return notes.get(target) or link.words
    address = target.removeprefix("mailto:")
    return link.words if address in link.words else f"{link.words} ({address})"


def _area(box: Any) -> tuple[float, float, float, float]:
    """Return the corners of what is drawn of ``box``."""
    left, top = box.border_box_x(), box.border_box_y()
    return left, top, left + box.border_width(), top + box.border_height()
