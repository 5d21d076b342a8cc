"""A document prepared: selected, composed, made to fit, and seen through the gates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from generator.building.fitting import Fitted, fit
from generator.building.forms import letter_in
from generator.building.gates import Document, passed
from generator.building.measures import Bounds, bounds_of, measured
from generator.catalogues.lookup import Translations
from generator.compose.compose import Composed, compose
from generator.language.cldr import is_known
from generator.letter import Letter
from generator.library import Entry, Library
from generator.loading.templates import Templates
from generator.model.brief import Brief, Delivery
from generator.model.document import DocumentType
from generator.problems import Place, Problem
from generator.render.formats import FORMATS
from generator.render.press import FORMAT
from generator.selection.choose import choose
from generator.selection.chosen import Selection


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be rendered."""

    entry: Entry
    delivery: Delivery
    document: DocumentType
    bounds: Bounds
    fitted: Fitted

    @property
    def selection(self) -> Selection:
        """Return what the document is made of."""
        return self.fitted.selection

    @property
    def composed(self) -> Composed:
        """Return the document composed."""
        return self.fitted.composed

    def letter_in(self, form: str) -> Letter:
        """Return the letter as the format ``form`` has it."""
        letter = cast("Letter", self.composed.letter)
        return letter_in(form, letter, self.composed, self.document, self.delivery)

    def gated(self, formats: tuple[str, ...], pages: int | None) -> tuple[Problem, ...]:
        """Return what the gates say of it, in ``formats``."""
        counts = measured(self.composed, self.bounds)
        if pages is not None:
            counts["pages"] = pages
        at = cast("Brief", self.entry.record).deliveries.index(self.delivery)
        letter = self.composed.letter
        return passed(
            Document(
                entry=self.entry,
                at=at,
                selection=self.selection,
                document=self.document,
                letter=letter,
                bounds=self.bounds,
                counts=counts,
                formats=formats,
            )
        )


def can_be_written(library: Library, locale: str) -> bool:
    """Tell whether CLDR knows a language and that of the sources; the checks report it if not."""
    return is_known(locale) and is_known(library.settings.source_locale)


def dated(library: Library, brief: str, on: date | None) -> Entry:
    """Return the brief, with another date where one is given."""
    entry = cast("Entry", library.entry("brief", brief))
    if on is None:
        return entry
    record = cast("Brief", entry.record).model_copy(update={"date": on})
    return replace(entry, record=record)


def delivery_of(entry: Entry, delivery: str) -> Delivery:
    """Return a delivery of a brief by its id."""
    return next(each for each in cast("Brief", entry.record).deliveries if each.id == delivery)


def place_of(entry: Entry, delivery: str) -> Place:
    """Return where a delivery of a brief stands."""
    deliveries = cast("Brief", entry.record).deliveries
    return entry.place("deliveries", [each.id for each in deliveries].index(delivery))


def prepare(
    library: Library,
    entry: Entry,
    delivery: Delivery,
    translations: Translations,
    *,
    locale: str,
    addressee: str | None,
    draft: bool,
) -> Prepared:
    """Return the document of a delivery, selected and composed."""
    document = cast("DocumentType", library.get(DocumentType, delivery.document))
    narrowed = (addressee,) if addressee else None
    selection = choose(library, entry, delivery, locale=locale, addressees=narrowed, draft=draft)
    bounds = bounds_of(library, delivery, signatories=len(selection.signatories))

    def composed(chosen: Selection) -> Composed:
        return compose(chosen, document, library.workspace, translations, draft=draft)

    def pages(made: Composed) -> int:
        return _pages(made, document, delivery, Templates(library.workspace))

    if delivery.fit and not draft:
        lay_out = pages if "pages" in bounds.most() else None
        fitted = fit(selection, document.amounts, bounds, composed, lay_out)
    else:
        fitted = Fitted(selection, composed(selection))
    return Prepared(entry, delivery, document, bounds, fitted)


def _pages(composed: Composed, document: DocumentType, delivery: Delivery, files: Templates) -> int:
    """Return the pages of a document, laid out; none where it cannot be."""
    if composed.letter is None:
        return 0
    letter = letter_in(FORMAT, composed.letter, composed, document, delivery)
    return FORMATS[FORMAT].render(letter, files).pages or 0
