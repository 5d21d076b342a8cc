"""Letter → one HTML page: notes at their calls for WeasyPrint, at the end for the screen."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from markupsafe import Markup

from generator.letter import Letter, Note
from generator.render.base import Rendered, Resources
from generator.render.html_context import Context
from generator.render.html_elements import blocks_html, inlines_html, language_tag
from generator.render.letterhead import first_page, logos_html
from generator.render.page_check import check_page
from generator.render.page_template import TEMPLATE, fill, style_text
from generator.render.typefaces import typefaces

STYLES = "page.css"


def print_html(letter: Letter, resources: Resources) -> str:
    """Return the page that WeasyPrint lays out."""
    return _page(letter, resources, medium="print")


def render(letter: Letter, resources: Resources) -> Rendered:
    """Return the file for the screen: one file with all it needs."""
    page = _page(letter, resources, medium="screen")
    check_page(page)
    return Rendered(page.encode())


def _page(letter: Letter, resources: Resources, *, medium: Literal["print", "screen"]) -> str:
    notes = {note.number: note for note in letter.notes}
    context = Context(
        medium,
        notes,
        letter.locale,
        letter.direction,
        letter.script,
        letter.page,
        colours=letter.brand.colours,
        cache=resources.cache,
    )
    first = first_page(letter)
    variables = {
        "letter": letter,
        "lang": language_tag(letter.locale),
        "medium": medium,
        "typefaces": typefaces(letter),
        "styles": _colours(letter) + style_text(resources.read(STYLES).decode()),
        "first": first,
        "logos": logos_html(first.band),
        "body": blocks_html(letter.blocks, context),
        "notes": _notes(letter.notes, context) if medium == "screen" else Markup(),
    }
    return fill(resources.read(TEMPLATE).decode(), variables)


def _colours(letter: Letter) -> Markup:
    """Return the colours of the brand before the styles, which use them and may overrule them.

    Why not in the page template: one of the workspace may be older than these colours.
    """
    named = asdict(letter.brand.colours).items()
    lines = (Markup("  --{}: {};\n").format(name.replace("_", "-"), each) for name, each in named)
    return Markup(":root {{\n{}}}\n").format(Markup().join(lines))


def _notes(notes: tuple[Note, ...], context: Context) -> Markup:
    """Return the list of notes; the number of each leads back to its call."""
    return Markup("\n").join(_note(note, context) for note in notes)


def _note(note: Note, context: Context) -> Markup:
    return Markup(
        '<li id="note-{0}" value="{0}">'
        '<a class="back" href="#call-{0}" role="doc-backlink">{0}</a> {1}</li>'
    ).format(note.number, inlines_html(note.children, context))
