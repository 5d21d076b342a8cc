"""What an element of the page is in a tagged PDF (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.render.pdf.tree import Content, Element

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **{f"h{level}": f"H{level}" for level in range(1, 7)},
        "a": "Link",
        "article": "Art",
        "blockquote": "BlockQuote",
        "caption": "Caption",
        "figcaption": "Caption",
        "figure": "Div",
        "img": "Figure",
        "li": "LI",
        "ol": "L",
        "p": "P",
        "section": "Sect",
        "span::footnote-call": "Reference",
        "table": "Table",
        "tbody": "TBody",
        "td": "TD",
        "tfoot": "TFoot",
        "th": "TH",
        "thead": "THead",
        "tr": "TR",
        "ul": "L",
        "{http://www.w3.org/2000/svg}svg": "Figure",
    }
)
NOTE = "note"
"""The class of the element of a note."""

_OF_CLASS: Mapping[str, str] = MappingProxyType({"quotation": "BlockQuote"})
"""Groups of a letter that are more than a part of the page."""

GROUPING = frozenset({"Document", "Sect", "Art", "Div", "BlockQuote", "Table", "TBody", "L"})
"""Kinds that hold other elements, and no text of their own."""

_SCOPES: Mapping[str, str] = MappingProxyType({"col": "/Column", "row": "/Row"})
_POINTS = 0.75
"""Points in a pixel of CSS."""


def kind_of(box: Any) -> str | None:
    """Return the kind of the element of ``box``, or nothing where it is part of what is around."""
    return _KINDS.get(box.element_tag) or _OF_CLASS.get(box.element.get("class", ""))


def describe(element: Element, box: Any, height: float) -> None:
    """Say of ``element`` what its kind asks for; ``height`` is that of the page, in pixels."""
    given = box.element.attrib
    if element.kind in {"Link", "Reference", "TH"}:
        element.words = words_of(box.element)
    if element.kind == "Figure":
        left, top = box.content_box_x(), box.content_box_y()
        corners = (left, height - top - box.height, left + box.width, height - top)
        element.alternative = alternative_of(box.element)
        element.owner = "/Layout"
        element.attributes = {
            "Placement": "/Block",
            "BBox": tuple(round(each * _POINTS, 2) for each in corners),
        }
    elif element.kind in {"TH", "TD"}:
        spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
        scope = {"Scope": _scope(element, given)} if element.kind == "TH" else {}
        element.owner = "/Table"
        element.attributes = {**scope, **{name: each for name, each in spans.items() if each > 1}}


def _scope(element: Element, given: Mapping[str, str]) -> str:
    """Return whether a header stands over a column or before a row."""
    row = element.parent
    in_head = row is not None and row.parent is not None and row.parent.kind == "THead"
    return _SCOPES.get(given.get("scope", ""), "/Column" if in_head else "/Row")


def alternative_of(element: Any) -> str:
    """Return the text that stands for a picture; none for a mere ornament."""
    title = element.find("{http://www.w3.org/2000/svg}title")
    words = element.get("alt") or element.get("aria-label") or (title is not None and title.text)
    return " ".join((words or "").split())


def words_of(element: Any) -> str:
    """Return the text of an element of the page, without that of notes in it."""
    return " ".join("".join(_words(element)).replace("\u2060", "").split())


def _words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.get("class") != NOTE:
            yield from _words(child)
        yield child.tail or ""


def say_once(header: Element) -> None:
    """Let a header that is drawn on every page of its table be said once."""
    parts = (each for element in (header, *header.below()) for each in element.kids)
    pages = {each.page for each in parts if isinstance(each, Content)}
    if len(pages) > 1:
        header.actual = header.words


def number_list(element: Element) -> None:
    """Say how the items of a list are numbered, by the label of the first (14.8.5.5)."""
    labels = (
        label.text().strip(" .()")
        for item in element.kids
        if isinstance(item, Element)
        for label in item.kids
        if isinstance(label, Element) and label.kind == "Lbl"
    )
    first = next(labels, "")
    kind = "/Decimal" if first.isdecimal() else "/LowerAlpha" if first.isalpha() else "/Disc"
    element.owner = "/List"
    element.attributes = {"ListNumbering": kind if first else "/None"}
