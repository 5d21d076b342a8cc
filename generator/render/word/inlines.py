"""Inlines → runs: one small function for each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from generator.letter import (
    Block,
    Emphasis,
    Gap,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteCall,
    NoteReference,
    Span,
    Strong,
    Text,
    inlines_of,
    plain_text,
)
from generator.render.runs import first_strong
from generator.render.word.addresses import target
from generator.render.word.desk import Desk, Line
from generator.render.word.languages import word_language
from generator.render.word.ooxml import text as ooxml
from generator.render.word.ooxml.names import is_east_asian
from generator.render.word.ooxml.text import Look
from generator.render.word.package import root_of
from generator.render.word.stylebook import CHARACTER, PARAGRAPH
from generator.render.word.writing import write_mark, write_text

# Word's own "Footnote Reference" comes last: where a template has it, LibreOffice raises the
# numbers of the notes too, and makes them too small to read.
_CALL = ("Footnote Call", "Footnote Reference")


def write_inlines(children: Inlines, line: Line, desk: Desk) -> None:
    """Write ``children`` in their order."""
    for child in children:
        INLINES[type(child)](child, line, desk)


def referred_notes(blocks: Iterable[Block], notes: Iterable[Note]) -> frozenset[int]:
    """Return the numbers of the notes that are referred to, or called a second time."""
    runs = [run for block in blocks for run in inlines_of(block)]
    found = [each for run in (*runs, *(note.children for note in notes)) for each in _marks(run)]
    calls = Counter(each.number for each in found if isinstance(each, NoteCall))
    again = {number for number, times in calls.items() if times > 1}
    named = {each.number for each in found if isinstance(each, NoteReference)}
    return frozenset(again | (named & calls.keys()))


def _marks(children: Inlines) -> Iterator[NoteCall | NoteReference]:
    for child in children:
        if isinstance(child, NoteCall | NoteReference):
            yield child
        elif isinstance(child, Emphasis | Strong | Link | Span):
            yield from _marks(child.children)


def _look(line: Line, desk: Desk) -> Look:
    return Look(desk.styles.character(line.styles), line.language, line.rtl)


def _text(one: Text, line: Line, desk: Desk) -> None:
    east = is_east_asian(line.language) if line.language else desk.east
    write_text(line.parent, one.text, replace(_look(line, desk), east=east))


def _emphasis(one: Emphasis, line: Line, desk: Desk) -> None:
    write_inlines(one.children, replace(line, styles=(*line.styles, "Emphasis")), desk)


def _strong(one: Strong, line: Line, desk: Desk) -> None:
    write_inlines(one.children, replace(line, styles=(*line.styles, "Strong")), desk)


def _link(one: Link, line: Line, desk: Desk) -> None:
    address = None if line.linked else target(one.address)
    if address is None:
        write_inlines(one.children, line, desk)
        return
    parent = ooxml.hyperlink(line.parent, desk.package.link(line.part, address))
    inner = replace(line, parent=parent, styles=(*line.styles, "Hyperlink"), linked=True)
    write_inlines(one.children, inner, desk)


def _span(one: Span, line: Line, desk: Desk) -> None:
    language = word_language(one.locale) if one.locale else line.language
    direction = one.direction or first_strong(plain_text(one.children))
    rtl = line.rtl if direction is None else direction == "rtl"
    inner = replace(line, language=language, rtl=rtl)
    if rtl == line.rtl:
        write_inlines(one.children, inner, desk)
        return
    text = plain_text(one.children)
    if not first_strong(text[:1]):
        write_mark(line.parent, _look(inner, desk))
    write_inlines(one.children, inner, desk)
    if not first_strong(text[-1:]):
        write_mark(line.parent, _look(inner, desk))
    write_mark(line.parent, _look(line, desk))


def _line_break(_one: LineBreak, line: Line, desk: Desk) -> None:
    ooxml.line_break(line.parent, _look(line, desk))


def _note_call(one: NoteCall, line: Line, desk: Desk) -> None:
    mark = Look(desk.styles.first(CHARACTER, _CALL), rtl=desk.rtl)
    if one.number in desk.called:
        ooxml.field(line.parent, f"NOTEREF {_bookmark(one.number)} \\f \\h", str(one.number), mark)
        return
    desk.called.add(one.number)
    bookmark = _bookmark(one.number) if one.number in desk.referred else None
    ooxml.note_call(line.parent, one.number, mark, bookmark)
    _note(desk.notes[one.number], desk)


def _note(note: Note, desk: Desk) -> None:
    """Write the note itself, at the foot of the page."""
    part = desk.package.footnotes
    style = desk.styles.first(PARAGRAPH, ("Footnote Text",))
    mark = Look(desk.styles.first(CHARACTER, ("Footnote Number", *_CALL)), rtl=desk.rtl)
    parent = ooxml.note(root_of(part), note.number, style, mark)
    write_inlines(note.children, Line(parent, part, rtl=desk.rtl), desk)


def _note_reference(one: NoteReference, line: Line, desk: Desk) -> None:
    look = _look(line, desk)
    if one.number in desk.referred:
        ooxml.field(line.parent, f"NOTEREF {_bookmark(one.number)} \\h", str(one.number), look)
    else:
        ooxml.text(line.parent, str(one.number), look)


def _gap(one: Gap, line: Line, desk: Desk) -> None:
    look = Look(desk.styles.first(CHARACTER, ("Gap", "Strong")), line.language, line.rtl)
    write_text(line.parent, one.label, look)


def _bookmark(number: int) -> str:
    return f"_Note{number}"


INLINES: Mapping[type[Inline], Callable[[Any, Line, Desk], None]] = MappingProxyType(
    {
        Text: _text,
        Emphasis: _emphasis,
        Strong: _strong,
        Link: _link,
        Span: _span,
        LineBreak: _line_break,
        NoteCall: _note_call,
        NoteReference: _note_reference,
        Gap: _gap,
    }
)
