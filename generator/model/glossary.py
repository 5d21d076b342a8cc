"""The glossary: how the terms that matter are rendered in each language, and how never."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.base import Record
from generator.model.scalars import Locale, Slug, Text


class Forbidden(Record):
    """A rendering that is wrong, or means something else.

    ``text``: the rendering; a star stands for any letters.
    ``reason``: why it is wrong.
    """

    text: Text
    reason: Text


class Rendering(Record):
    """How a language renders a term.

    ``use``: the renderings, of which one must stand; a star stands for any letters, as an ending.
    ``forbidden``: the renderings that must not stand.
    ``source``: where the rendering was read.
    """

    use: tuple[Text, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    source: Text | None = None


class Term(Record):
    """A term of the field.

    ``term``: the term in the source language; a star stands for any letters.
    ``also``: other wordings of it in the source language.
    ``renderings``: how each language renders it.
    """

    id: Slug
    term: Text
    also: tuple[Text, ...] = ()
    renderings: Mapping[Locale, Rendering]


class GlossaryFile(Record):
    """``locales/glossary.yaml``: terms with their renderings.

    ``terms``: the terms.
    """

    terms: tuple[Term, ...]
