"""What every renderer takes and gives."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.letter import Letter
from generator.problems import arisen

_log = logging.getLogger(__name__)


class Resources(Protocol):
    """The files of ``templates/``: the workspace's own, else those of the package."""

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``, such as ``page.css``."""

    @property
    def cache(self) -> Path | None:
        """The folder for what may be kept from one build to the next, if there is one."""


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """Template files by their names, read once: none changes while a file is made."""

    files: Mapping[str, bytes]
    cache: Path | None = None

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``."""
        return self.files[name]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes, its pages where the format has any, and what shaped it.

    ``engine`` names the libraries of the system that the bytes depend on, with their versions.
    """

    data: bytes
    pages: int | None = None
    engine: tuple[tuple[str, str], ...] = field(default=())


class RenderFailure(Exception):  # noqa: N818 (a refusal in the user's files, not an error of the program)
    """A file cannot be made; ``rule`` and ``fields`` word the problem (``problems.toml``)."""

    def __init__(self, rule: str, **fields: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.fields = fields

    @staticmethod
    def of(error: Exception) -> RenderFailure:
        """Return the failure that an unexpected ``error`` comes to, without the error's words.

        Why: they may quote what is not public. Who looks for the fault sees them in the log.
        """
        _log.debug("", exc_info=error)
        if isinstance(error, OSError) and error.strerror:
            return RenderFailure("system-refused", reason=error.strerror)
        module, line = arisen(error)
        kind = type(error).__name__
        return RenderFailure("program-fault", kind=kind, module=module, line=line)

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the fields on the way from one process to another."""
        return partial(RenderFailure, self.rule, **self.fields), ()


Renderer = Callable[[Letter, Resources], Rendered]
