"""Colours of styles: of letters, of lines, of grounds."""

from __future__ import annotations

from collections.abc import Mapping

from generator.render.word.ooxml.names import VAL, Element, W


def set_colours(part: Element, colours: Mapping[str, str]) -> None:
    """Replace colours by others wherever a style or a numbering names them, as ``1F3A5F``."""
    for each in part.iter():
        names = [f"{W}color", f"{W}fill"]
        if each.tag == f"{W}color":
            names.append(VAL)
        for name in names:
            found = colours.get(str(each.get(name)).upper())
            if found is not None:
                each.set(name, found)
