"""Fitting: what it costs to leave out what has no room, against the document laid out once."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import cast

from generator.building.fitting import MOST_LAYOUTS
from generator.building.preparing import Prepared, dated, delivery_of, prepare
from generator.catalogues.lookup import Catalogues
from generator.letter import Letter
from generator.library import Entry, Library, open_library
from generator.loading.templates import Templates
from generator.model.audience import Limit, Limits
from generator.model.brief import Brief, Delivery
from generator.model.document import DocumentType
from generator.render import pdf_file
from generator.render.base import Resources

_BRIEF, _DELIVERY, _LOCALE = "geneva-2026", "geneva", "en"
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class _Bench:
    library: Library
    entry: Entry
    catalogues: Catalogues

    def delivery(self, *, fit: bool) -> Delivery:
        """Return the delivery, made to fit or not."""
        return delivery_of(self.entry, _DELIVERY).model_copy(update={"fit": fit})

    def limited(self, **most: int) -> _Bench:
        """Return the same with other limits of the document type."""
        found = self.library.entry("document", "letter")
        assert found is not None
        document = cast("DocumentType", found.record)
        limits = Limits.model_validate({unit: Limit(most=each) for unit, each in most.items()})
        entry = replace(found, record=document.model_copy(update={"limits": limits}))
        library = replace(self.library, by_id={**self.library.by_id, "document:letter": entry})
        return _Bench(library, self.entry, self.catalogues)

    def prepared(self, *, fit: bool) -> Prepared:
        """Return the document, composed and made to fit."""
        delivery = self.delivery(fit=fit)
        brief = cast("Brief", self.entry.record)
        deliveries = tuple(delivery if each.id == _DELIVERY else each for each in brief.deliveries)
        record = brief.model_copy(update={"deliveries": deliveries})
        return prepare(
            self.library,
            replace(self.entry, record=record),
            delivery,
            self.catalogues.of(_LOCALE),
            locale=_LOCALE,
            addressee=None,
            draft=False,
        )

    def laid_out(self, prepared: Prepared) -> int:
        """Lay the document out, and return its pages."""
        files = Templates(self.library.workspace)
        return pdf_file.render(prepared.letter_in("pdf"), files).pages or 0


def fitting(root: Path) -> None:
    """Time fitting by words, and count the layouts of fitting by pages."""
    library, _ = open_library(root)
    whole = _Bench(library, dated(library, _BRIEF, None), Catalogues(library))
    prepared = whole.prepared(fit=False)
    words, pages = prepared.counts["words"], whole.laid_out(prepared)
    print(f"fit: true, {_BRIEF}, {words:,} words, {pages} pages")
    for share in (0.9, 0.6, 0.4):
        _by_words(whole.limited(words=int(words * share)), f"{share:.0%} of its words")
    for most in range(1, pages):
        _by_pages(whole.limited(pages=most), most)
    print()


def _by_words(bench: _Bench, name: str) -> None:
    """Print what fitting costs, against composing and laying out the document that fits."""
    ratios = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        prepared = bench.prepared(fit=True)
        fitted = time.perf_counter()
        bench.laid_out(prepared)
        ended = time.perf_counter()
        ratios.append((ended - began) / (ended - fitted))
    left = len(prepared.fitted.left_out)
    print(
        f"  {name}: {left} items left out; all against the final layout alone:"
        f" {median(ratios):.2f} (at most 1.5)"
    )


def _by_pages(bench: _Bench, most: int) -> None:
    """Print how often the document is laid out until it keeps to ``most`` pages."""
    count = 1
    known = pdf_file.count_pages

    def counting(letter: Letter, resources: Resources) -> int:
        nonlocal count
        count += 1
        return known(letter, resources)

    pdf_file.count_pages = counting
    try:
        prepared = bench.prepared(fit=True)
    finally:
        pdf_file.count_pages = known
    pages = bench.laid_out(prepared)
    left = len(prepared.fitted.left_out)
    print(
        f"  {most} pages: {left} items left out, {pages} pages in {count} layouts"
        f" (at most {MOST_LAYOUTS + 1})"
    )
