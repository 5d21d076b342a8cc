"""The formats a letter can be made in; the library of each is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import cast

from generator.letter import Letter
from generator.render.base import Rendered, Renderer, Resources


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the suffix of its files and the module whose ``render`` makes them."""

    suffix: str
    module: str

    def render(self, letter: Letter, resources: Resources) -> Rendered:
        """Return ``letter`` as a file of this format."""
        return self.renderer()(letter, resources)

    def renderer(self) -> Renderer:
        """Return the function that makes the files, loading its library."""
        return cast("Renderer", import_module(self.module).render)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format(".pdf", "generator.render.pdf_file"),
        "docx": Format(".docx", "generator.render.word"),
        "html": Format(".html", "generator.render.html_page"),
        "md": Format(".md", "generator.render.markdown_text"),
    }
)
