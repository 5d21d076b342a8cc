"""What the tests of several renderers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.letter import Inline, Inlines, Letter, LineBreak, NoteCall, inlines_of, plain_text


@dataclass(frozen=True)
class Templates:
    """The project's own templates, some of them replaced."""

    replaced: Mapping[str, bytes] = field(default_factory=dict)
    folder: Path = Path(__file__).parents[2] / "templates"
    cache: Path | None = None

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``."""
        return self.replaced.get(name) or (self.folder / name).read_bytes()


def spoken_runs(letter: Letter, mark: str = "{}") -> list[str]:
    """Return the text of each run of ``letter``, with the number of each call, notes left out."""
    runs = (run for block in letter.blocks for run in inlines_of(block))
    return [spoken(run, mark) for run in runs]


def spoken(run: Inlines, mark: str = "{}") -> str:
    """Return the text of ``run`` with a mark for each call and a space for each new line."""
    return "".join(_spoken(child, mark) for child in run)


def _spoken(child: Inline, mark: str) -> str:
    match child:
        case NoteCall(number=number):
            return mark.format(number)
        case LineBreak():
            return " "
        case _ if hasattr(child, "children"):
            return spoken(child.children, mark)
        case _:
            return plain_text((child,))
