"""The structure of a document as it is read aloud (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Content:
    """Something drawn on a page: ``number`` is that of its mark there, ``text`` what it says."""

    page: int
    number: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """A place on a page that leads elsewhere: the dictionary of its annotation."""

    page: int
    annotation: Any


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document: what it is (``kind``, a standard structure type), what is in it.

    ``language`` is a BCP 47 tag where it differs from that of what is around; ``alternative``
    stands for a picture, ``actual`` for a text that is drawn more often than it is said; ``name``
    is unique in the file; ``words`` is the text of a link, a note or a header as the letter has
    it, however its lines break; ``attributes`` belong to ``owner``; one that is ``made`` is no
    element of the letter, and only holds a text.
    """

    kind: str
    parent: Element | None = None
    language: str | None = None
    alternative: str | None = None
    actual: str | None = None
    name: str | None = None
    words: str = ""
    made: bool = False
    owner: str = ""
    attributes: Mapping[str, object] = field(default_factory=dict)
    kids: list[Element | Content | Followed] = field(default_factory=list)

    def add(self, kid: Element, at: int | None = None) -> Element:
        """Put ``kid`` into this element, at its end unless said otherwise; return it."""
        kid.parent = self
        self.kids.insert(len(self.kids) if at is None else at, kid)
        return kid

    def spoken_in(self) -> str | None:
        """Return the language of this element, where it or what is around it says one."""
        if self.language or self.parent is None:
            return self.language
        return self.parent.spoken_in()

    def below(self) -> Iterator[Element]:
        """Yield every element in this one, each before what is in it."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield kid
                yield from kid.below()

    def text(self) -> str:
        """Return what is drawn of this element, each piece as it is drawn."""
        return "".join(
            kid.text if isinstance(kid, Content) else kid.text()
            for kid in self.kids
            if not isinstance(kid, Followed)
        )
