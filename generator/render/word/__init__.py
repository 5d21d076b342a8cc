"""Letter → DOCX: real Word things, in the named styles of the template ``word.docx``."""

from __future__ import annotations

from generator.letter import Letter
from generator.render.base import Rendered, Resources
from generator.render.runs import is_han
from generator.render.word.blocks import write_blocks
from generator.render.word.desk import Desk
from generator.render.word.inlines import referred_notes
from generator.render.word.languages import word_language
from generator.render.word.letterhead import colour_styles
from generator.render.word.numbering import Numbering
from generator.render.word.ooxml.lists import centre_numbers
from generator.render.word.ooxml.pages import body_of, section_of, text_width
from generator.render.word.ooxml.settings import finish_settings, keep_separators
from generator.render.word.ooxml.styles import set_language
from generator.render.word.ooxml.text import Look
from generator.render.word.package import (
    TEMPLATE,
    WordPackage,
    open_template,
    root_of,
    template_at_fault,
)
from generator.render.word.page import has_letterhead, set_page, write_page_lines
from generator.render.word.places import Place
from generator.render.word.stylebook import StyleBook
from generator.render.word.typography import set_type
from generator.render.word.window import open_window


def render(letter: Letter, resources: Resources) -> Rendered:
    """Return the Word file of ``letter``."""
    package = open_template(resources.read(TEMPLATE))
    rtl = letter.direction == "rtl"
    document = root_of(package.document)
    with template_at_fault():
        section = section_of(document)
        body = body_of(document)
        letterhead = has_letterhead(section, package)
        _prepare(package, letter, letterhead=letterhead)
        set_page(section, letter.page, rtl=rtl, letterhead=letterhead)
        width = text_width(section)
    if not letterhead:
        open_window(package, letter)
    styles = StyleBook(package.styles)
    desk = Desk(
        package=package,
        styles=styles,
        numbering=Numbering(package.numbering, package.styles),
        notes={note.number: note for note in letter.notes},
        referred=referred_notes(letter.blocks, letter.notes),
        page=letter.page,
        width=width,
        rtl=rtl,
        east=is_han(letter.script),
        script=letter.script,
        locale=letter.locale,
        colours=letter.brand.colours,
        cache=resources.cache,
    )
    write_blocks(letter.blocks, Place(body), desk)
    look = Look(rtl=rtl, east=desk.east)
    write_page_lines(section, letter, package, styles, look)
    body.append(section)
    styles.refuse_if_missing()
    return Rendered(package.save(letter.properties, word_language(letter.locale)))


def _prepare(package: WordPackage, letter: Letter, *, letterhead: bool) -> None:
    """Make the template ready: its language, its type, its settings, no notes yet."""
    language = word_language(letter.locale)
    set_language(package.styles, language, rtl=letter.direction == "rtl")
    set_type(package, letter)
    colour_styles(package, letter.brand.colours)
    if letter.direction == "rtl":
        centre_numbers(package.numbering)
    keep_separators(root_of(package.footnotes))
    mirrored = letter.page.margin_inner != letter.page.margin_outer and not letterhead
    rtl = letter.direction == "rtl"
    finish_settings(package.settings, language, rtl=rtl, mirrored=mirrored)
