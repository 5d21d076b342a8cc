"""The page: its size and margins, its type, and the lines at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.letter import Letter, PageLines, PageRules
from generator.render.letterhead import band_of
from generator.render.word.letterhead import write_contacts, write_logos
from generator.render.word.ooxml import pages
from generator.render.word.ooxml import text as ooxml
from generator.render.word.ooxml.fields import counts_pages
from generator.render.word.ooxml.lengths import twentieths
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.settings import uses_even_pages
from generator.render.word.ooxml.text import Look, field, paragraph
from generator.render.word.package import WordPackage
from generator.render.word.stylebook import PARAGRAPH, TABLE, StyleBook
from generator.render.word.writing import write_text

_PLAIN = PageRules()
_SIZES = {"A4": (11906, 16838), "Letter": (12240, 15840)}  # in twentieths of a point
_MARGINS = {
    "top": "margin_top",
    "bottom": "margin_bottom",
    "left": "margin_inner",
    "right": "margin_outer",
}
_OPPOSITE = {"left": "right", "right": "left"}
_LINES_ROOM = 500  # two lines at the head or foot of a page and a gap, in twentieths of a point
_NOTICE_SHARE = 84  # per cent of the line, beside the page number
_NUMBERS = re.compile(r"(\{pages?\})")
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def has_letterhead(section: Element, package: WordPackage) -> bool:
    """Return whether the template has a head or foot of its own on some page."""
    found = pages.stories(section).values()
    return not all(pages.says_nothing(package.story(each)) for each in found)


def set_page(section: Element, rules: PageRules, *, rtl: bool, letterhead: bool) -> None:
    """Apply to ``section`` those rules that say something else than the program's own.

    Word's margins are those of the paper, not of the text: from right to left they change sides.
    Around a ``letterhead`` the margins stay, because they leave room for it.
    """
    size = None if rules.size == _PLAIN.size else _SIZES[rules.size]
    margins = {
        _OPPOSITE.get(edge, edge) if rtl else edge: twentieths(getattr(rules, name))
        for edge, name in _MARGINS.items()
        if getattr(rules, name) != getattr(_PLAIN, name) and not letterhead
    }
    pages.set_page(section, size, margins, rtl=rtl)
    if not letterhead:
        pages.keep_lines_in_margins(section, _LINES_ROOM)


def write_page_lines(
    section: Element, letter: Letter, package: WordPackage, styles: StyleBook, look: Look
) -> None:
    """Write the head and foot of each page, below what the template has there.

    A template that has something at the head or foot of the first page has a letterhead: the
    brand's logos, or its contacts, do not stand beside it.
    """
    lines, band = letter.lines, band_of(letter)
    even = uses_even_pages(package.settings)
    wanted = ("default", "first", "even") if even else ("default", "first")
    found = pages.stories(section)
    own_first = pages.has_own_first_page(section)
    if not own_first:
        found = {key: each for key, each in found.items() if key[1] != "first"}
    relationships = {}
    for kind in ("header", "footer"):
        for each in wanted:
            like = None if own_first or each != "first" else found.get((kind, "default"))
            own = found.get((kind, each)) or package.add_story(kind, like)
            relationships[kind, each] = own
    for (kind, each), relationship in relationships.items():
        story = package.story(relationship)
        pages.clear_story(story)
        if look.rtl:
            pages.hold_direction(story)
        branded = each == "first" and len(story) == 0
        if kind == "footer":
            write_contacts(story, letter.brand.footer if branded else (), styles, look)
            _write_footer(story, lines, styles, look, pages.text_width(section))
        else:
            _write_mark(story, lines.mark, styles, look)
            if branded and band:
                write_logos(package.story_part(relationship), band, package, styles, look)
            _write_title(story, "" if each == "first" else lines.running_title, styles, look)
    pages.set_stories(section, relationships)


def _write_mark(story: Element, mark: str | None, styles: StyleBook, look: Look) -> None:
    if mark:
        style = styles.first(PARAGRAPH, ("Draft Mark", "Header"))
        write_text(paragraph(story, style, rtl=look.rtl), mark, look)


def _write_title(story: Element, title: str, styles: StyleBook, look: Look) -> None:
    if title or len(story) == 0:
        style = styles.first(PARAGRAPH, ("Header",))
        write_text(paragraph(story, style, rtl=look.rtl), title, look)


def _write_footer(
    story: Element, lines: PageLines, styles: StyleBook, look: Look, width: int
) -> None:
    if counts_pages(story):
        _write_notice(story, lines, styles, look)
        return
    columns = styles.get(TABLE, "Notice Columns") if lines.notice else None
    if columns is None:
        _write_notice(story, lines, styles, look)
        _write_page_number(story, lines, styles, look)
        return
    widths = (width * _NOTICE_SHARE // 100, width - width * _NOTICE_SHARE // 100)
    row = ooxml.row(ooxml.table(story, columns, widths, header=False, rtl=look.rtl))
    _write_notice(ooxml.cell(row, widths[0]), lines, styles, look)
    _write_page_number(ooxml.cell(row, widths[1]), lines, styles, look)
    paragraph(story, styles.first(PARAGRAPH, ("Table After", "Footer")), rtl=look.rtl)


def _write_notice(parent: Element, lines: PageLines, styles: StyleBook, look: Look) -> None:
    if lines.notice:
        style = styles.first(PARAGRAPH, ("Notice", "Footer"))
        write_text(paragraph(parent, style, rtl=look.rtl), lines.notice, look)


def _write_page_number(parent: Element, lines: PageLines, styles: StyleBook, look: Look) -> None:
    line = paragraph(parent, styles.first(PARAGRAPH, ("Footer",)), rtl=look.rtl)
    for piece in _pieces(lines.page_number):
        if piece in _FIELDS:
            field(line, _FIELDS[piece], "1", look)
        else:
            write_text(line, piece, look)


def _pieces(page_number: str) -> Iterator[str]:
    return (piece for piece in _NUMBERS.split(page_number) if piece)
