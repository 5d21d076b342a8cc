"""A letter as one format has it: its page and type, its length, and what marks a courtesy copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from generator.building.measures import Bounds, measured
from generator.compose.compose import Composed
from generator.language import cldr
from generator.letter import Letter, PageRules
from generator.letter.brand import OWN_COLOURS
from generator.model.brief import Delivery
from generator.model.document import DocumentType


def is_courtesy(delivery: Delivery, locale: str, form: str) -> bool:
    """Tell whether an output of ``delivery`` is a courtesy copy and not filed."""
    return locale in delivery.courtesy.locales or form in delivery.courtesy.formats


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes a document look otherwise from format to format.

    ``own_word``: whether the workspace has a Word template of its own.
    """

    document: DocumentType
    delivery: Delivery
    bounds: Bounds
    own_word: bool = False


def letter_in(form: str, composed: Composed, shape: Shape) -> Letter:
    """Return a composed letter with the page, length and marks that it has in the format ``form``.

    Its length is what its limits count. A Word template of the workspace's own has colours and
    fonts of its own, which no brand changes.
    """
    delivery, bounds = shape.delivery, shape.bounds
    counts = measured(composed, bounds)
    letter = _timed(cast("Letter", composed.letter), composed, counts["seconds"], bounds)
    letter = replace(letter, words=counts["words"])
    if form == "docx" and shape.own_word:
        letter = replace(letter, brand=replace(letter.brand, colours=OWN_COLOURS))
    letter = replace(letter, page=replace(letter.page, **_rules(form, shape)))
    if not is_courtesy(delivery, letter.locale, form):
        return letter
    marks = (composed.courtesy, letter.lines.mark or "")
    title = ": ".join(each for each in (composed.courtesy, letter.properties.title) if each)
    return replace(
        letter,
        lines=replace(letter.lines, mark=" · ".join(filter(None, marks))),
        properties=replace(letter.properties, title=title),
    )


def _rules(form: str, shape: Shape) -> dict[str, Any]:
    """Return what of page and type is different in the format ``form``."""
    document, rules = shape.document, {}
    if form == "docx" and shape.own_word:
        plain = PageRules()
        rules["family"] = document.page.family or plain.family
        rules["heading_family"] = document.page.heading_family or plain.heading_family
    own = document.page_of.get(form)  # type: ignore[call-overload]  # a format is one of its keys
    if own:
        fixed = {"size"} if shape.delivery.paper else set()
        rules |= own.model_dump(exclude_none=True, exclude=fixed)
    return rules


def _timed(letter: Letter, composed: Composed, seconds: int, bounds: Bounds) -> Letter:
    """Return a letter that says on each page how long a speaker needs for it, if its type does."""
    if not composed.speaking_time:
        return letter
    time = composed.speaking_time
    for name, value in (("seconds", seconds), ("speed", bounds.words_a_minute)):
        time = time.replace(f"{{{name}}}", cldr.number(value, letter.locale))
    notice = " · ".join(filter(None, (time, letter.lines.notice)))
    return replace(letter, lines=replace(letter.lines, notice=notice))
