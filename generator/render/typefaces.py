"""Which fonts a letter needs: those of its own script, and of every other that a text in it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import fonts
from generator.fonts.families import Script, Stack, script_of, stack
from generator.letter import Letter, inlines_of, plain_text
from generator.render.base import RenderFailure

_LINE_SIZE = 6.8
_SMALL = 10.0  # points of text up to which notes have their least size


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The families of a letter's text and of its headings, and how its script is set.

    ``font_size`` is that of the text, ``line_size`` that of the lines on every page, in points;
    ``foreign_size`` that of Latin in a letter of another script, as a part of it. ``growth`` says
    how much larger than their least size notes are beside large text.
    """

    text: Stack
    headings: Stack
    script: Script
    font_size: float
    line_size: float
    foreign_size: float
    growth: float


def typefaces(letter: Letter) -> Typefaces:
    """Return the fonts of ``letter``; of other scripts only those that stand in it."""
    characters = characters_of(letter)
    rules, script = letter.page, script_of(letter.script)
    growth = max(1.0, rules.font_size / _SMALL)
    return Typefaces(
        stack(rules.family, letter.script, characters, kind="serif"),
        stack(rules.heading_family, letter.script, characters, kind="sans"),
        script,
        round(rules.font_size * script.size, 2),
        round(_LINE_SIZE * script.size, 2),
        round(1 / script.size, 3),
        round(growth, 3),
    )


def characters_of(letter: Letter) -> str:
    """Return every character that stands in ``letter``, once each."""
    return "".join(dict.fromkeys("".join(texts(letter))))


def texts(letter: Letter) -> Iterator[str]:
    """Yield every text that stands on a page of ``letter``."""
    lines = letter.lines
    yield from (lines.page_number, lines.running_title, lines.notice or "", lines.mark or "")
    yield from letter.brand.footer
    for block in letter.blocks:
        yield from (plain_text(run) for run in inlines_of(block))
    yield from (plain_text(note.children) for note in letter.notes)


def check_glyphs(letter: Letter) -> None:
    """Fail where a font of the letter is not there, or lacks one of its characters."""
    characters = characters_of(letter)
    faces = typefaces(letter)
    for each in dict.fromkeys((faces.text.names, faces.headings.names)):
        _check_families(each)
        missing = fonts.missing_characters(characters, *each)
        if missing:
            named = " ".join(f"{one} (U+{ord(one):04X})" for one in missing)
            raise RenderFailure("glyph-missing", characters=named, family=", ".join(each))


def _check_families(names: tuple[str, ...]) -> None:
    try:
        known, absent = fonts.font_versions(), fonts.not_installed()
    except fonts.FontsNotInstalledError as error:
        raise RenderFailure("fonts-missing", remedy=fonts.remedy()) from error
    for name in names:
        if name in absent:
            remedy = fonts.remedy(absent[name])
            raise RenderFailure("font-not-installed", family=name, remedy=remedy)
        if name not in known:
            raise RenderFailure("font-unknown", family=name)
