"""The tree of what is read → the structure of the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydyf import Array, Dictionary, String

from generator.render.pdf.drawing import in_reading_order
from generator.render.pdf.links import describe_links
from generator.render.pdf.marks import Marks
from generator.render.pdf.reading import read
from generator.render.pdf.tree import Content, Element, Followed


def add_tags(once: Iterable[str], pdf: Any, document: Any, _: object, streams: Any) -> None:
    """Tag ``pdf``: what WeasyPrint calls instead of its own function of this name.

    ``once`` are the lines of the margins that are read, the first time they stand there;
    ``streams`` are the contents of the pages, with the number of the mark of each box.
    """
    marks = [Marks(_numbers(each), each.stream) for each in streams]
    told = read(document.pages, marks, document.metadata.lang, once)
    for each in marks:
        each.write()
        in_reading_order(each.operators)
    describe_links(told)
    _Writer(pdf, len(streams)).write(told)
    pdf.catalog["ViewerPreferences"] = Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = Dictionary({"Marked": "true"})


def _numbers(stream: Any) -> dict[Any, int]:
    """Return the number of each box that was drawn."""
    tags = stream._tags  # noqa: SLF001 (WeasyPrint's own function takes them from there too)
    return {box: tag["mcid"] for box, tag in tags.items()}


class _Writer:
    """Writes elements into a file; every object refers to its parent, and every mark to its own."""

    def __init__(self, pdf: Any, pages: int) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self._marked: list[dict[int, bytes]] = [{} for _ in range(pages)]
        self._followed: list[bytes] = []
        self._named: dict[str, bytes] = {}

    def write(self, told: Element) -> None:
        """Write the tree, and what leads from a page back to it."""
        root = Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        root["K"] = self._element(told, root.reference)
        root["ParentTree"] = self._added({"Nums": Array(self._numbered())})
        root["ParentTreeNextKey"] = len(self._marked) + len(self._followed)
        if self._named:
            names = sorted(self._named.items())
            pairs = (each for name, made in names for each in (String(name), made))
            root["IDTree"] = self._added({"Names": Array(pairs)})
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _element(self, element: Element, parent: bytes) -> bytes:
        """Write an element with all that is in it; return its reference."""
        made = Dictionary({"Type": "/StructElem", "S": f"/{element.kind}", "P": parent})
        self._pdf.add_object(made)
        reference: bytes = made.reference
        page = _first_page(element)
        if page is not None:
            made["Pg"] = self._pages[page]
        if element.language:
            made["Lang"] = String(element.language)
        if element.alternative:
            made["Alt"] = String(element.alternative)
        if element.actual:
            made["ActualText"] = String(element.actual)
        if element.name:
            made["ID"] = String(element.name)
            self._named[element.name] = reference
        if element.attributes:
            made["A"] = Dictionary({"O": element.owner, **dict(_values(element))})
        kids = [self._kid(kid, reference, page) for kid in element.kids]
        if kids:
            made["K"] = kids[0] if len(kids) == 1 else Array(kids)
        return reference

    def _kid(self, kid: Element | Content | Followed, parent: bytes, page: int | None) -> Any:
        """Write what is in an element that has most of it on ``page``."""
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Followed):
            kid.annotation["StructParent"] = len(self._marked) + len(self._followed)
            self._followed.append(parent)
            where = {"Obj": kid.annotation.reference, "Pg": self._pages[kid.page]}
            return Dictionary({"Type": "/OBJR", **where})
        self._marked[kid.page][kid.number] = parent
        if kid.page == page:
            return kid.number
        return Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.number})

    def _numbered(self) -> Iterator[Any]:
        """Yield what belongs to the marks of each page, then to each annotation."""
        for number, marked in enumerate(self._marked):
            yield number
            yield Array(marked[each] for each in range(len(marked)))
        for number, owner in enumerate(self._followed, start=len(self._marked)):
            yield number
            yield owner

    def _added(self, values: dict[str, Any]) -> Any:
        made = Dictionary(values)
        self._pdf.add_object(made)
        return made.reference


def _first_page(element: Element) -> int | None:
    """Return the page on which an element begins that something is drawn of."""
    return next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)


def _values(element: Element) -> Iterator[tuple[str, Any]]:
    """Yield the attributes of an element as they are written."""
    for name, value in element.attributes.items():
        yield name, Array(value) if isinstance(value, tuple) else value
