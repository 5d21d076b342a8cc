"""The fields in an office's letterhead: those that Word fills in from anywhere but the page go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.render.word.ooxml.names import Element, W, remove

# What counts pages or names what stands on them; of a link the words stay; the rest would show
# the day, the name or the path of a file, or fetch something.
_KEPT = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SYMBOL"})
_OPENED = frozenset({"HYPERLINK", "QUOTE"})


@dataclass(slots=True)
class _Field:
    code: list[Element] = field(default_factory=list)
    shown: list[Element] = field(default_factory=list)
    instruction: str = ""
    separated: bool = False


def drop_fields(story: Element) -> None:
    """Take out of ``story`` the fields that do not count its pages."""
    for simple in list(story.iter(f"{W}fldSimple")):
        name = _name(simple.get(f"{W}instr", ""))
        parent = simple.getparent()
        if name in _KEPT or parent is None:
            continue
        place = parent.index(simple)
        parent[place : place + 1] = list(simple) if name in _OPENED else []
    for each in list(_fields(story)):
        name = _name(each.instruction)
        gone = [] if name in _KEPT else each.code if name in _OPENED else [*each.code, *each.shown]
        for run in gone:
            remove(run)


def counts_pages(story: Element) -> bool:
    """Return whether ``story`` has the number of its page already."""
    simple = (each.get(f"{W}instr", "") for each in story.iter(f"{W}fldSimple"))
    return any(
        _name(each) == "PAGE" for each in (*simple, *(f.instruction for f in _fields(story)))
    )


def _fields(story: Element) -> Iterator[_Field]:
    """Yield the fields made of several runs, each when it ends."""
    open_: list[_Field] = []
    for run in story.iter(f"{W}r"):
        within = list(open_)
        ended: list[_Field] = []
        for mark in run:
            kind = mark.get(f"{W}fldCharType") if mark.tag == f"{W}fldChar" else None
            if kind == "begin":
                open_.append(_Field())
                within.append(open_[-1])
            elif kind == "separate" and open_:
                open_[-1].separated = True
                open_[-1].code.append(run)
            elif kind == "end" and open_:
                ended.append(open_.pop())
                ended[-1].code.append(run)
            elif mark.tag == f"{W}instrText" and open_ and not open_[-1].separated:
                open_[-1].instruction += mark.text or ""
        for each in within:
            (each.shown if each.separated else each.code).append(run)
        yield from ended


def _name(instruction: str) -> str:
    return instruction.split(maxsplit=1)[0].upper() if instruction.split() else ""
