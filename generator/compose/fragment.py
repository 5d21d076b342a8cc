"""What a template handles: pieces of text that it places but cannot take apart."""

from __future__ import annotations

from collections.abc import Callable

from generator.letter import Emphasis, Inlines, Link, Span, Strong, Text


class Fragment:
    """Inlines as a template sees them: true where there is something to print.

    A sentence is said when it is printed and not before, so that nobody is asked to translate
    what a document does not use.
    """

    __slots__ = ("_inlines", "_say")

    def __init__(self, inlines: Inlines | Callable[[], Inlines]) -> None:
        self._say = inlines if callable(inlines) else None
        self._inlines = None if callable(inlines) else inlines

    def __bool__(self) -> bool:
        """Tell whether there is anything to print; a sentence is never empty."""
        return bool(self._inlines) or self._say is not None

    def __eq__(self, other: object) -> bool:
        """Tell whether both print the same, for templates that drop repeats."""
        return isinstance(other, Fragment) and self.inlines == other.inlines

    def __hash__(self) -> int:
        """Return a hash that fits ``==``."""
        return hash(self.inlines)

    def weight(self) -> int:
        """Return the number of its pieces and characters."""
        return _weight(self.inlines)

    @property
    def inlines(self) -> Inlines:
        """Return what there is to print."""
        if self._inlines is None:
            self._inlines = self._say() if self._say else ()
        return self._inlines


def text(value: str | None) -> Fragment:
    """Return plain text for a template."""
    return Fragment((Text(value),) if value else ())


def _weight(inlines: Inlines) -> int:
    """Return the number of pieces and characters of ``inlines``."""
    own = (len(each.text) if isinstance(each, Text) else 0 for each in inlines)
    below = (each.children for each in inlines if isinstance(each, Emphasis | Strong | Link | Span))
    return len(inlines) + sum(own) + sum(map(_weight, below))
