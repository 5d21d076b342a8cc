"""What one delivery of a brief asks for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.brief import Brief, Delivery, Select
from generator.model.document import DocumentType


@dataclass(frozen=True, slots=True)
class Asked:
    """What one delivery of a brief asks for."""

    brief_id: str
    brief: Brief
    delivery: Delivery
    document: DocumentType
    draft: bool

    @property
    def themes(self) -> tuple[str, ...]:
        """Return the themes, in the order of the sections; none where it draws on nothing."""
        if self.document.draws_on == "nothing":
            return ()
        return self.delivery.themes or self.brief.themes

    @property
    def select(self) -> Select:
        """Return what narrows the selection: the delivery's own rules, else the brief's."""
        return self.delivery.select or self.brief.select

    def most(self, kind: str) -> int | None:
        """Return how many items of a kind go in: as the brief or the document type says."""
        both = (getattr(self.select, kind, None), getattr(self.document.amounts, kind).most)
        return min((each for each in both if each is not None), default=None)

    @property
    def most_charts(self) -> int | None:
        """Return how many charts go in: as the brief says, else as the document type does."""
        own = self.select.charts
        return self.document.amounts.charts.most if own is None else own
