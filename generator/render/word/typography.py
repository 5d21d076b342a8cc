"""The type: its families for each of Word's kinds of script, its size, what stands for italics."""

from __future__ import annotations

from generator.fonts.families import Script, Stack, families, script_drawn_by
from generator.letter import Letter, PageRules
from generator.render.typefaces import Typefaces, typefaces
from generator.render.word.ooxml import fonts as ooxml
from generator.render.word.ooxml.fonts import Faces, Scale
from generator.render.word.package import WordPackage

_PLAIN = PageRules()
_NOTE = "footnote text"
_LINES = ("header", "footer", "notice", "draft mark")
_LEAST = 0.94  # of the template's size: what notes never are below, and page lines always are


def set_type(package: WordPackage, letter: Letter) -> None:
    """Apply the families, the size and the emphasis that are not the template's.

    An office's template that names other families keeps them, and its sizes.
    """
    faces = typefaces(letter)
    if letter.page.plain:
        ooxml.set_plain(package.styles)
        ooxml.set_plain(package.numbering)
    if not faces.script.slant:
        ooxml.set_upright(package.styles)
    if ooxml.names_family(package.styles, _PLAIN.family):
        _set_families(package, letter, faces)


def _set_families(package: WordPackage, letter: Letter, faces: Typefaces) -> None:
    text, headings = _faces(faces.text), _faces(faces.headings)
    by_family = {_PLAIN.family: text, _PLAIN.heading_family: headings}
    factor = letter.page.font_size / _PLAIN.font_size
    small = _scale(_LEAST, faces.script)
    others = {**dict.fromkeys(_LINES, small), _NOTE: _scale(max(factor, _LEAST), faces.script)}
    for part in (package.styles, package.numbering):
        if any(each != Faces.of(name) for name, each in by_family.items()):
            ooxml.set_fonts(part, by_family)
        ooxml.scale_type(part, _scale(factor, faces.script), others)
    if not faces.script.bold:
        ooxml.set_strong_family(package.styles, headings.east_asian)
    if package.font_table is not None:
        names = (*faces.text.names, *faces.headings.names)
        known = {each: families()[each].substitute for each in names if each in families()}
        ooxml.add_substitutes(package.font_table, known)


def _scale(factor: float, script: Script) -> Scale:
    """Return how ``factor`` makes type larger that is set in ``script``."""
    own = factor * script.size
    latin = factor if script.word == "complex" else own
    return Scale(latin, own, own * script.leading)


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
