"""A letter as one format has it: its page and type, its length, and what marks a courtesy copy."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from generator.building.measures import Bounds, measured
from generator.compose.compose import Composed
from generator.language import cldr
from generator.letter import Letter
from generator.model.brief import Delivery
from generator.model.document import DocumentType


def is_courtesy(delivery: Delivery, locale: str, form: str) -> bool:
    """Tell whether an output of ``delivery`` is a courtesy copy and not filed."""
    return locale in delivery.courtesy.locales or form in delivery.courtesy.formats


def letter_in(
    form: str, composed: Composed, document: DocumentType, delivery: Delivery, bounds: Bounds
) -> Letter:
    """Return a composed letter with the page, length and marks that it has in the format ``form``.

    Its length is what its limits count.
    """
    counts = measured(composed, bounds)
    letter = _timed(cast("Letter", composed.letter), composed, counts["seconds"], bounds)
    letter = replace(letter, words=counts["words"])
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


def _timed(letter: Letter, composed: Composed, seconds: int, bounds: Bounds) -> Letter:
    """Return a letter that says on each page how long a speaker needs for it, if its type does."""
    if not composed.speaking_time:
        return letter
    time = composed.speaking_time
    for name, value in (("seconds", seconds), ("speed", bounds.words_a_minute)):
        time = time.replace(f"{{{name}}}", cldr.number(value, letter.locale))
    notice = " · ".join(filter(None, (time, letter.lines.notice)))
    return replace(letter, lines=replace(letter.lines, notice=notice))
