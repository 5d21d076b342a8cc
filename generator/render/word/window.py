"""The address of a letter to one reader, where the window of an envelope shows it.

No style says how high several paragraphs are together, and a table for the eye alone is a table
for the ear too. So the spaces above the reference lines and below the address are made as high as
the lines before them leave room for.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.letter import Block, Group, Inlines, Letter, LineBreak, Paragraph
from generator.render.letterhead import first_page
from generator.render.word.ooxml.lengths import twentieths
from generator.render.word.ooxml.styles import set_space, space_of
from generator.render.word.package import WordPackage

_ADDRESS = 36.0
"""How high an address is at least, in millimetres, as ``page.css`` has it."""
_RULE = 110  # the line below the letterhead and the gap above it, in twentieths of a point


def open_window(package: WordPackage, letter: Letter) -> None:
    """Make the spaces of ``letter``, if it has one addressee and styles for them."""
    styles, groups = package.styles, _groups(letter)
    if len([each for each in groups if each.role == "addressee"]) != 1:
        return
    for each in groups:
        lines = tuple(_lines(each.blocks))
        if each.role == "letterhead" and lines:
            first = sum(lines[:1]) * space_of(styles, "Letterhead First", "line")
            others = sum(lines[1:]) * space_of(styles, "Letterhead", "line")
            end = space_of(styles, "Letterhead Last", "after")
            window = twentieths(first_page(letter).window)
            room = window - first - others - _RULE + end
            for name in ("Reference First", "Reference Only"):
                set_space(styles, name, "before", max(room, 0))
        elif each.role == "addressee":
            used = sum(lines) * space_of(styles, "Addressee", "line")
            least = space_of(styles, "Addressee Last", "after")
            end = space_of(styles, "Heading 1", "before")
            room = twentieths(_ADDRESS) - used + end
            set_space(styles, "Addressee Last", "after", max(room, least))


def _groups(letter: Letter) -> list[Group]:
    """Return the roles at the head of the letter, those inside others too."""
    outer = [each for each in letter.blocks if isinstance(each, Group)]
    inner = [each for group in outer for each in group.blocks if isinstance(each, Group)]
    return [*outer, *inner]


def _lines(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Yield how many lines each paragraph has."""
    for each in blocks:
        if isinstance(each, Paragraph):
            yield _breaks(each.children) + 1


def _breaks(children: Inlines) -> int:
    return sum(isinstance(each, LineBreak) for each in children)
