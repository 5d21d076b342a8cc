"""A document prepared: selected, composed, made to fit, and seen through the gates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import cast

from generator.building.filing import unfiled
from generator.building.fitting import Fitted, fit
from generator.building.forms import Shape, letter_in
from generator.building.gates import passed
from generator.building.measures import Bounds, bounds_of, measured
from generator.building.printed import as_printed
from generator.building.seen import Document
from generator.catalogues.lookup import Translations
from generator.compose.compose import Composed, compose
from generator.language.cldr import is_known
from generator.letter import Letter
from generator.library import Entry, Library
from generator.loading.templates import Templates
from generator.mail import Attachment
from generator.model.brief import Brief, Delivery
from generator.model.document import DocumentType
from generator.model.shelf import ShelfLives
from generator.problems import Place, Problem
from generator.render.formats import FORMATS
from generator.render.press import FORMAT
from generator.selection.choose import choose
from generator.selection.chosen import Selection

_WORD = "word.docx"


@dataclass(frozen=True)
class Prepared:
    """A document ready to be rendered; what is counted of it is counted once."""

    entry: Entry
    delivery: Delivery
    document: DocumentType
    bounds: Bounds
    fitted: Fitted
    shelf_lives: ShelfLives
    own_word: bool = False

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
        shape = Shape(self.document, self.delivery, self.bounds, self.own_word)
        return letter_in(form, self.composed, shape)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How much of each unit but pages it has."""
        return measured(self.composed, self.bounds)

    @cached_property
    def with_notes(self) -> dict[str, int]:
        """The same with the notes."""
        return measured(self.composed, self.bounds, with_notes=True)

    def unfiled(self, formats: tuple[str, ...]) -> dict[str, Problem]:
        """Return those of ``formats`` in which it cannot be filed, each with the problem."""
        return unfiled(self._seen(formats, None))

    def gated(self, formats: tuple[str, ...], pages: int | None) -> tuple[Problem, ...]:
        """Return what the gates say of it, in ``formats``."""
        return passed(self._seen(formats, pages))

    def _seen(self, formats: tuple[str, ...], pages: int | None) -> Document:
        """Return it as the gates see it."""
        return Document(
            entry=self.entry,
            at=cast("Brief", self.entry.record).deliveries.index(self.delivery),
            selection=self.selection,
            document=self.document,
            letter=self.composed.letter,
            bounds=self.bounds,
            counts=self.counts if pages is None else {**self.counts, "pages": pages},
            with_notes=self.with_notes,
            formats=formats,
            courtesy=self.composed.courtesy,
            shelf_lives=self.shelf_lives,
        )


def can_be_written(library: Library, locale: str) -> bool:
    """Tell whether CLDR knows a language and that of the sources; the checks report it if not."""
    return is_known(locale) and is_known(library.settings.source_locale)


@lru_cache(maxsize=1)  # letters to many are made one after another
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


def prepare(  # noqa: PLR0913 (all that one document is made of)
    library: Library,
    entry: Entry,
    delivery: Delivery,
    translations: Translations,
    *,
    locale: str,
    addressee: str | None,
    draft: bool,
    today: date | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Prepared:
    """Return the document of a delivery, selected and composed.

    ``attachments``: the files that it goes out with. ``today``: the day on which it is made.
    """
    document = cast("DocumentType", library.get(DocumentType, delivery.document))
    narrowed = (addressee,) if addressee else None
    selection = choose(
        library, entry, delivery, locale=locale, addressees=narrowed, draft=draft, today=today
    )
    bounds = bounds_of(library, delivery, signatories=len(selection.signatories))

    def composed(chosen: Selection) -> Composed:
        return compose(
            chosen,
            document,
            library.workspace,
            translations,
            draft=draft,
            attachments=attachments,
            brand=library.brand,
        )

    def pages(made: Composed) -> int:
        if made.letter is None:
            return 0
        letter = letter_in(FORMAT, made, Shape(document, delivery, bounds))
        return FORMATS[FORMAT].pages(letter, Templates(library.workspace))

    if delivery.fit and not draft:
        lay_out = pages if "pages" in bounds.most() else None
        fitted = fit(selection, document.amounts, bounds, composed, lay_out)
    else:
        fitted = Fitted(selection, composed(selection))
    selection = as_printed(fitted.selection, fitted.composed)
    fitted = replace(fitted, selection=selection)
    own_word = Templates(library.workspace).is_own(_WORD)
    return Prepared(entry, delivery, document, bounds, fitted, library.shelf_lives, own_word)
