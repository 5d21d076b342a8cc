"""A letter as one format has it: its page and type, and whether it is a courtesy copy."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.compose import Composed
from generator.letter import Letter
from generator.model.brief import Delivery
from generator.model.document import DocumentType


def is_courtesy(delivery: Delivery, locale: str, form: str) -> bool:
    """Tell whether an output of ``delivery`` is a courtesy copy and not filed."""
    return locale in delivery.courtesy.locales or form in delivery.courtesy.formats


def letter_in(
    form: str, letter: Letter, composed: Composed, document: DocumentType, delivery: Delivery
) -> Letter:
    """Return ``letter`` with the page and the marks that it has in the format ``form``."""
    own = document.page_of.get(form)  # type: ignore[call-overload]  # a format is one of its keys
    if own:
        letter = replace(letter, page=replace(letter.page, **own.model_dump(exclude_none=True)))
    if not is_courtesy(delivery, letter.locale, form):
        return letter
    marks = (composed.courtesy, letter.lines.mark or "")
    title = ": ".join(each for each in (composed.courtesy, letter.properties.title) if each)
    return replace(
        letter,
        lines=replace(letter.lines, mark=" · ".join(filter(None, marks))),
        properties=replace(letter.properties, title=title),
    )
