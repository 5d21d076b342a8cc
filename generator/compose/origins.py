"""Where the words of a document come from: the sentences and wordings that went into it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.letter import Inlines, plain_text
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Origin:
    """A text as the document has it, and where its words are written.

    ``id`` and ``key``: the record and the key of a sentence; without them it is a wording of a
    template. ``context``: what translators know it by, of a wording its source.
    ``place``: where the words of this language stand: in the content, a template or a catalogue.
    """

    text: str
    id: str | None
    key: str | None
    context: str
    locale: str
    place: Place


class Origins:
    """Collects the origins of one document, in the order in which they were said."""

    def __init__(self) -> None:
        self._found: dict[Origin, None] = {}

    def add(
        self,
        inlines: Inlines,
        *,
        id: str | None,  # noqa: A002 (ids are called id everywhere)
        key: str | None,
        context: str,
        locale: str,
        place: Place,
    ) -> None:
        """Note where a text comes from."""
        text = plain_text(inlines)
        if text:
            self._found[Origin(text, id, key, context, locale, place)] = None

    def all(self) -> tuple[Origin, ...]:
        """Return what was noted."""
        return tuple(self._found)
