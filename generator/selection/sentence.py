"""A sentence of the content, as every stage after selection passes it on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the content, and where it stands.

    ``key``: the key of its record that it stands under.
    ``context``: what translators know it by.
    """

    text: str
    id: str
    key: str
    context: str
    place: Place
