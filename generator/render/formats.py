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
    """One format: the suffix of its files, the module that makes them, the templates it reads.

    ``media_type``: what an e-mail says of such a file (RFC 2046).
    """

    suffix: str
    module: str
    media_type: str
    files: tuple[str, ...] = ()

    def render(self, letter: Letter, resources: Resources) -> Rendered:
        """Return ``letter`` as a file of this format."""
        return self.renderer()(letter, resources)

    def pages(self, letter: Letter, resources: Resources) -> int:
        """Return how many pages ``letter`` takes; nothing is written for that.

        Only a format that has pages can tell.
        """
        return cast("int", import_module(self.module).count_pages(letter, resources))

    def engine(self) -> tuple[tuple[str, str], ...]:
        """Return what `Rendered.engine` would say of a file of this format, without making one."""
        versions = getattr(import_module(self.module), "engine_versions", tuple)
        return cast("tuple[tuple[str, str], ...]", versions())

    def load(self) -> None:
        """Load the library ahead, and whatever else the first letter would wait for."""
        warm = getattr(import_module(self.module), "warm_up", None)
        if warm:
            warm()

    def renderer(self) -> Renderer:
        """Return the function that makes the files, loading its library."""
        return cast("Renderer", import_module(self.module).render)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE = ("page.html.j2", "page.css")

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format(".pdf", "generator.render.pdf_file", "application/pdf", _PAGE),
        "docx": Format(".docx", "generator.render.word", _WORD, ("word.docx",)),
        "html": Format(".html", "generator.render.html_page", "text/html", _PAGE),
        "md": Format(".md", "generator.render.markdown_text", "text/markdown"),
        "eml": Format(".eml", "generator.render.mail_file", "message/rfc822"),
    }
)
