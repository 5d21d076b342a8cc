"""What the elements of a page need to know of the letter that they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.letter import Colours, Direction, Note, PageRules
from generator.letter.brand import OWN_COLOURS
from generator.render.runs import is_han


@dataclass(frozen=True, slots=True)
class Context:
    """For which medium, with which notes: print carries each at its call.

    ``locale`` and ``direction`` are the letter's; inside text of another language, ``inner`` is
    the direction of that. ``cache``: the folder of pictures that were drawn before.
    """

    medium: Literal["print", "screen"]
    notes: Mapping[int, Note]
    locale: str
    direction: Direction
    script: str
    page: PageRules
    inner: Direction | None = None
    colours: Colours = OWN_COLOURS
    cache: Path | None = None

    @property
    def runs(self) -> Direction:
        """The direction of the text that is being written."""
        return self.inner or self.direction

    @property
    def among_han(self) -> bool:
        """Whether the text that is being written is Chinese."""
        return self.inner is None and is_han(self.script)
