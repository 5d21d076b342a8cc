"""A picture as a document may carry it, or why it may not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

MAX_BYTES = 200_000
"""What a picture may weigh: twelve of them must not make a letter that no mailbox takes."""

MediaType = Literal["image/svg+xml", "image/png"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with nothing in it but what is seen; its own size in millimetres."""

    data: bytes
    media_type: MediaType
    width: float
    height: float


_LONGEST = 20


class PictureRefusedError(Exception):
    """A picture cannot be used; ``rule`` and ``fields`` word the problem (``problems.toml``)."""

    def __init__(self, rule: str, *, line: int = 1, **fields: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.line = line
        self.fields: dict[str, Any] = fields

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the fields on the way from one process to another."""
        return partial(PictureRefusedError, self.rule, line=self.line, **self.fields), ()


def refuse_narrow(width: float, height: float) -> None:
    """Refuse a picture that is a line rather than an area."""
    if not 1 / _LONGEST <= width / height <= _LONGEST:
        raise PictureRefusedError("picture-narrow", limit=_LONGEST)
