"""What a template handles: pieces of text that it places but cannot take apart."""

from __future__ import annotations

from dataclasses import dataclass

from generator.letter import Inlines


@dataclass(frozen=True, slots=True)
class Fragment:
    """Inlines as a template sees them: true where there is something to print."""

    inlines: Inlines

    def __bool__(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self.inlines)
