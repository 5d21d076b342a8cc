"""What PDF/UA-1 and PDF/A-2a ask for that the two tools do not see, or see in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

PAINTING = frozenset(("Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do"))
"""Operators that draw something (ISO 32000-1, annex A)."""
NESTING = 28
"""How deep states may be saved (ISO 19005-2, 6.1.13)."""
OPAQUE = frozenset({"/ca", "/CA"})


@dataclass(frozen=True)
class Mark:
    """One piece of a page: the number of its mark, or what kind of artifact it is."""

    number: int | None
    artifact: str | None


def marks(page: pikepdf.Page) -> Iterator[Mark | None]:
    """Yield under which mark each thing on a page is drawn; None where it is under none."""
    open_marks: list[Mark | None] = []
    for each in pikepdf.parse_content_stream(page):
        match str(each.operator):
            case "BDC":
                open_marks.append(_mark(each.operands))
            case "BMC":
                open_marks.append(Mark(None, "") if each.operands[0] == "/Artifact" else None)
            case "EMC":
                open_marks.pop()
            case name if name in PAINTING:
                yield next((mark for mark in reversed(open_marks) if mark), None)


def _mark(operands: Any) -> Mark:
    tag, properties = operands
    if tag == "/Artifact":
        parts = (str(properties.get(key, "")) for key in ("/Type", "/Subtype"))
        return Mark(None, "".join(parts))
    return Mark(int(properties.MCID), None)


@dataclass(frozen=True)
class Claim:
    """That an element holds a mark of a page."""

    element: Any
    page: tuple[int, int]
    number: int


def elements(node: Any) -> Iterator[Any]:
    """Yield the structure elements below a node, in the order in which they are read."""
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from elements(kid)


def kids(node: Any) -> list[Any]:
    """Return what is in an element."""
    found = node.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def claims(pdf: pikepdf.Pdf) -> Iterator[Claim]:
    """Yield which element holds which mark."""
    for element in elements(pdf.Root.StructTreeRoot):
        for kid in kids(element):
            if not isinstance(kid, pikepdf.Dictionary):
                yield Claim(element, element.Pg.objgen, int(kid))
            elif kid.get("/Type") == "/MCR":
                yield Claim(element, kid.Pg.objgen, int(kid.MCID))


def faults(pdf: pikepdf.Pdf) -> set[str]:
    """Return what is wrong with a file, each in a word or two."""
    return {fault for check in CHECKS for fault in check(pdf)}


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every mark belongs to one element, and leads to it."""
    root = pdf.Root.StructTreeRoot
    numbers = root.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    claimed = {(each.page, each.number): each.element for each in claims(pdf)}
    if len(claimed) != len(list(claims(pdf))):
        yield "a mark of two elements"
    drawn = set()
    for page in pdf.pages:
        numbered = {each.number for each in marks(page) if each and each.number is not None}
        drawn |= {(page.obj.objgen, number) for number in numbered}
        parent = parents[int(page.StructParents)]
        for number in numbered:
            owner = claimed.get((page.obj.objgen, number))
            if owner is None:
                yield "a mark of no element"
            elif number >= len(parent) or parent[number].objgen != owner.objgen:
                yield "a mark that leads elsewhere"
        if page.get("/Tabs") != "/S":
            yield "another order of tabs"
    if set(claimed) - drawn:
        yield "an element of nothing"
    for element in elements(root):
        if any(each.P.objgen != element.objgen for each in elements_in(element)):
            yield "another parent"


def elements_in(element: Any) -> list[Any]:
    """Return the elements that are in one, without what is in those."""
    found = (each for each in kids(element) if isinstance(each, pikepdf.Dictionary))
    return [each for each in found if each.get("/Type") == "/StructElem"]


def _drawing(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing is drawn without a mark, artifacts have a type, and the order is that of reading."""
    for page in pdf.pages:
        found = list(marks(page))
        if None in found:
            yield "drawn without a mark"
        if any(each and each.artifact == "" for each in found):
            yield "an artifact without a type"
        numbers = [each.number for each in found if each and each.number is not None]
        if numbers != sorted(numbers):
            yield "drawn in another order"
        depth = deepest = 0
        for each in pikepdf.parse_content_stream(page):
            depth += {"q": 1, "Q": -1}.get(str(each.operator), 0)
            deepest = max(deepest, depth)
        if depth or deepest > NESTING:
            yield "states saved too deep"


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each link is in an element, is printed, and says where it leads; notes are found."""
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests", pikepdf.Dictionary())
    destinations = {str(each) for each in list(names.get("/Names", []))[::2]}
    root = pdf.Root.StructTreeRoot
    held = {
        kid.Obj.objgen
        for element in elements(root)
        if element.S == "/Link"
        for kid in kids(element)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }
    for annotation in (each for page in pdf.pages for each in page.get("/Annots", [])):
        if annotation.objgen not in held:
            yield "a link of no element"
        if int(annotation.get("/F", 0)) != 4:
            yield "a link that is not printed"
        if not str(annotation.get("/Contents", "")).strip():
            yield "a link without words"
        if "/Dest" in annotation and str(annotation.Dest) not in destinations:
            yield "a link to nowhere"


def _parts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Headings, notes, lists, tables and figures are as the standards have them."""
    found = list(elements(pdf.Root.StructTreeRoot))
    levels = [int(str(each.S)[2:]) for each in found if str(each.S)[1:] in HEADINGS]
    if levels.count(1) != 1:
        yield "not one heading of the first level"
    if any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False)):
        yield "a level of headings left out"
    notes = [str(each.get("/ID", "")) for each in found if each.S == "/Note"]
    tree = pdf.Root.StructTreeRoot.get("/IDTree", pikepdf.Dictionary())
    listed = {str(each) for each in list(tree.get("/Names", []))[::2]}
    if len(set(notes)) < len(notes) or "" in notes or listed != {*notes}:
        yield "a note without an id of its own"
    for each in found:
        kind = str(each.S)[1:]
        inside = [str(kid.S)[1:] for kid in elements_in(each)]
        holds, needs = INSIDE.get(kind, ("", ()))
        attributes = each.get("/A", pikepdf.Dictionary())
        if not re.fullmatch(holds, " ".join(inside)) and holds:
            yield f"a {kind} of other things"
        if any(name not in attributes for name in needs):
            yield f"a {kind} that does not say enough"
        if kind == "Figure" and not str(each.get("/Alt", "")).strip():
            yield "a figure without words"


INSIDE = {
    "L": ("LI( LI)*", ("/ListNumbering",)),
    "LI": ("(Lbl )?LBody", ()),
    "Note": ("Lbl( (Link|Span|Reference))*", ()),
    "Reference": ("Link", ()),
    "Table": ("(Caption )?(THead )?TBody( TFoot)?", ()),
    "THead": ("TR( TR)*", ()),
    "TBody": ("TR( TR)*", ()),
    "TR": ("(TH|TD)( (TH|TD))*", ()),
    "TH": ("", ("/Scope",)),
    "Figure": ("", ("/BBox",)),
}
"""What is in elements of a kind, and what they say of themselves (ISO 32000-1, 14.8.4)."""

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))


def _archive(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing is there that an archive refuses, and all is that it asks for."""
    if pdf.is_encrypted or "/ID" not in pdf.trailer:
        yield "no file for an archive"
    (intent,) = pdf.Root.get("/OutputIntents", [None])
    if intent is None or intent.S != "/GTS_PDFA1" or int(intent.DestOutputProfile.N) != 3:
        yield "no profile of colours"
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if each.keys() & {"/JS", "/AA", "/EmbeddedFiles", "/SMask", "/BM"}:
            yield "something an archive refuses"
        if any(each.get(key, 1) != 1 for key in OPAQUE):
            yield "something transparent"
        if each.get("/Type") == "/FontDescriptor":
            yield from _font(each)
        if each.get("/Subtype") == "/Type0" and "/ToUnicode" not in each:
            yield "a font without characters"


def _font(descriptor: Any) -> Iterator[str]:
    if not descriptor.keys() & {"/FontFile2", "/FontFile3"}:
        yield "a font that is not embedded"
    if str(descriptor.FontName)[7:8] != "+":
        yield "a font that is whole"


CHECKS = (_structure, _drawing, _links, _parts, _archive)
