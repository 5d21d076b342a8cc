"""Automatic numbering."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import SubElement

from generator.render.word.ooxml.names import VAL, Element, W, insert

_NUMBER, _ABSTRACT = f"{W}numId", f"{W}abstractNumId"
_INDENT = 340  # 6 mm, in twentieths of a point
_RUN_IN = 284  # 5 mm: how far within the margin a number begins that has no room to hang in
_HANGING = 198  # half of that: a number of two digits and its full stop has room on both sides


def abstract_of(numbering: Element, number: int, level: int) -> str | None:
    """Return the id of the abstract numbering behind numbering ``number``, if it has ``level``.

    One that is only named after a style of lists is the one which that style is made of.
    """
    named = (each for each in numbering.iterfind(f"{W}num") if each.get(_NUMBER) == str(number))
    identity = next((_said(each, "abstractNumId") for each in named), None)
    by_id = {each.get(_ABSTRACT): each for each in _abstracts(numbering)}
    by_style = {_said(each, "styleLink"): each for each in _abstracts(numbering)}
    found = by_id.get(identity)
    if found is not None and _said(found, "numStyleLink"):
        found = by_style.get(_said(found, "numStyleLink"))
    if found is None or found.find(f"{W}lvl[@{W}ilvl='{level}']") is None:
        return None
    return found.get(_ABSTRACT)


def _said(element: Element, name: str) -> str | None:
    """Return what the child ``name`` of ``element`` says, if there is one."""
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(VAL)


def add_abstract(numbering: Element, *, ordered: bool) -> str:
    """Add a plain abstract numbering, for a template whose list style has none."""
    taken = [int(each.get(f"{W}abstractNumId", "0")) for each in _abstracts(numbering)]
    identity = str(max(taken, default=-1) + 1)
    made = etree.Element(f"{W}abstractNum", {f"{W}abstractNumId": identity})
    SubElement(made, f"{W}multiLevelType", {VAL: "multilevel"})
    for level in range(9):
        _level(
            made, level, "decimal" if ordered else "bullet", f"%{level + 1}." if ordered else "•"
        )
    numbering.insert(len(taken), made)
    return identity


def _abstracts(numbering: Element) -> Iterator[Element]:
    return numbering.iterfind(f"{W}abstractNum")


def _level(parent: Element, level: int, kind: str, shape: str) -> None:
    made = SubElement(parent, f"{W}lvl", {f"{W}ilvl": str(level)})
    for name, value in (("start", "1"), ("numFmt", kind), ("lvlText", shape), ("lvlJc", "left")):
        SubElement(made, f"{W}{name}", {VAL: value})
    indents = {f"{W}left": str(_INDENT * (level + 1)), f"{W}hanging": str(_INDENT)}
    SubElement(SubElement(made, f"{W}pPr"), f"{W}ind", indents)


def centre_numbers(numbering: Element) -> None:
    """Let the numbers of a list from right to left stand in the middle of their room.

    Why: office programs disagree on which side a number aligned "left" or "right" then hangs, and
    LibreOffice lets one that stands at the margin itself hang beyond it; a centred one is the same
    in all of them.
    """
    for level in numbering.iter(f"{W}lvl"):
        side, indents = level.find(f"{W}lvlJc"), level.find(f"{W}pPr/{W}ind")
        if indents is None or side is None:
            continue
        if side.get(VAL) in {"right", "end"}:
            side.set(VAL, "center")
            indents.set(f"{W}hanging", str(_HANGING))
        elif indents.get(f"{W}firstLine") == "0" and indents.get(f"{W}left") == "0":
            indents.set(f"{W}firstLine", str(_RUN_IN))
            for stop in level.iterfind(f"{W}pPr/{W}tabs/{W}tab"):
                stop.set(f"{W}pos", str(int(stop.get(f"{W}pos", "0")) + _RUN_IN))


def add_numbering(numbering: Element, abstract: str, start: tuple[int, int] | None) -> int:
    """Add a numbering; ``start`` is the level that starts anew and its first number."""
    taken = [int(each.get(f"{W}numId", "0")) for each in numbering.iterfind(f"{W}num")]
    number = max(taken, default=0) + 1
    made = etree.Element(f"{W}num", {f"{W}numId": str(number)})
    SubElement(made, f"{W}abstractNumId", {VAL: abstract})
    if start is not None:
        level = SubElement(made, f"{W}lvlOverride", {f"{W}ilvl": str(start[0])})
        SubElement(level, f"{W}startOverride", {VAL: str(start[1])})
    insert(numbering, made, ("numIdMacAtCleanup",))
    return number
