"""What every renderer takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from generator.letter import Letter


class Resources(Protocol):
    """The files of ``templates/``: the workspace's own, else those of the package."""

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``, such as ``page.css``."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes, and its pages where the format has any."""

    data: bytes
    pages: int | None = None


class RenderFailure(Exception):
    """A file cannot be made; ``rule`` and ``fields`` word the problem (``problems.toml``)."""

    def __init__(self, rule: str, **fields: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.fields = fields


Renderer = Callable[[Letter, Resources], Rendered]
