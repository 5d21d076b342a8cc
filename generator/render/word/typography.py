"""The type: its families for each of Word's kinds of script, its size, what stands for italics."""

from __future__ import annotations

from generator.fonts.families import Stack, families, script_drawn_by
from generator.letter import Letter, PageRules
from generator.render.typefaces import typefaces
from generator.render.word.ooxml import fonts as ooxml
from generator.render.word.ooxml.fonts import Faces
from generator.render.word.package import WordPackage

_PLAIN = PageRules()


def set_type(package: WordPackage, letter: Letter) -> None:
    """Apply the families, the size and the emphasis that are not the template's."""
    faces = typefaces(letter)
    text, headings = _faces(faces.text), _faces(faces.headings)
    by_family = {_PLAIN.family: text, _PLAIN.heading_family: headings}
    own = faces.font_size / _PLAIN.font_size
    latin = letter.page.font_size / _PLAIN.font_size
    size = latin if faces.script.word == "complex" else own
    for part in (package.styles, package.numbering):
        if any(each != Faces.of(name) for name, each in by_family.items()):
            ooxml.set_fonts(part, by_family)
        if (own, faces.script.leading) != (1, 1):
            ooxml.scale_type(part, size, own, own * faces.script.leading)
    if letter.page.plain:
        ooxml.set_plain(package.styles)
        ooxml.set_plain(package.numbering)
    if not faces.script.slant:
        ooxml.set_upright(package.styles)
    if not faces.script.bold:
        ooxml.set_strong_family(package.styles, headings.east_asian)
    if package.font_table is not None:
        names = (*faces.text.names, *faces.headings.names)
        known = {each: families()[each].substitute for each in names if each in families()}
        ooxml.add_substitutes(package.font_table, known)


def _faces(stack: Stack) -> Faces:
    """Return which family draws which of Word's kinds of character."""
    drawn = {script_drawn_by(name).word: name for name in stack.others if name != stack.latin}
    drawn.pop("other", None)
    if stack.own != stack.latin:
        drawn[script_drawn_by(stack.own).word] = stack.own
    return Faces(
        stack.latin,
        drawn.get("other", stack.latin),
        drawn.get("complex", stack.latin),
        drawn.get("east-asian", stack.latin),
    )
