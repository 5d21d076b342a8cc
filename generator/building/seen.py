"""A composed document, as the gates see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.building.forms import is_courtesy
from generator.building.measures import Bounds
from generator.letter import Letter
from generator.library import Entry
from generator.model.audience import Checked
from generator.model.document import DocumentType
from generator.model.shelf import ShelfLives
from generator.problems import Problem, problem
from generator.selection.chosen import Selection


@dataclass(frozen=True, slots=True)
class Document:
    """A composed document, as the gates see it.

    ``entry`` and ``at``: its brief, and which delivery of it.
    ``counts``: how much of each unit it has, and ``with_notes`` if notes count; pages once a PDF
    was laid out.
    ``courtesy``: what marks its courtesy copies. ``shelf_lives``: how long facts keep.
    """

    entry: Entry
    at: int
    selection: Selection
    document: DocumentType
    letter: Letter | None
    bounds: Bounds
    counts: Mapping[str, int]
    with_notes: Mapping[str, int]
    formats: tuple[str, ...]
    courtesy: str
    shelf_lives: ShelfLives

    def is_courtesy(self, form: str) -> bool:
        """Tell whether the document is a courtesy copy in a format."""
        return is_courtesy(self.selection.delivery, self.selection.locale, form)

    @property
    def is_filed(self) -> bool:
        """Tell whether it is more than a courtesy copy."""
        return not all(map(self.is_courtesy, self.formats))

    def problem(self, rule: str, checked: Checked, *path: str | int, **fields: object) -> Problem:
        """Return a problem of the delivery, with the rule's source."""
        return problem(
            rule,
            self.entry.place("deliveries", self.at, *path),
            id=self.selection.brief_id,
            delivery=self.selection.delivery.id,
            document=self.selection.delivery.document,
            locale=self.selection.locale,
            source=checked.source.partition(". ")[0].rstrip("."),
            checked_on=checked.checked_on,
            **fields,
        )
