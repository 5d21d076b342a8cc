"""The finished letter, searched once more for names that its reader may not know.

Selection has left them out of every sentence; this finds them where no sentence is: in an address,
a contact, a reference, a translation, or in how somebody else is described.
"""

from __future__ import annotations

<<<<<<< HEAD
from generator.inspection.forbidden import Forbidden
from generator.inspection.own import texts_of
from generator.letter import Letter
=======
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from generator.letter import Emphasis, Inlines, Letter, Link, Span, Strong, inlines_of, plain_text
from generator.library import Library
from generator.mail import Mail
from generator.model.brief import Delivery
>>>>>>> main
from generator.problems import Problem, problem
from generator.selection.chosen import Selection


def names_told(letter: Letter, selection: Selection, forbidden: Forbidden) -> tuple[Problem, ...]:
    """Return a problem for each part of ``letter`` that tells the name of somebody withheld."""
<<<<<<< HEAD
    search = forbidden.names
    told = dict.fromkeys(part for part, text in texts_of(letter) if any(search.found_in(text)))
    place = selection.place
    return tuple(problem("name-told", place, id=selection.brief_id, part=part) for part in told)
=======
    brief, delivery = selection.brief, selection.delivery
    words = _withheld(library, delivery, selection.locale, brief.date, selection.today)
    if not words:
        return ()
    told = dict.fromkeys(part for part, text in _texts(letter) if tells(text, words))
    place = selection.place
    return tuple(problem("name-told", place, id=selection.brief_id, part=part) for part in told)


@lru_cache(maxsize=1)  # letters to many are made one after another
def _withheld(
    library: Library, delivery: Delivery, locale: str, on: date, today: date | None
) -> frozenset[str]:
    """Return the words that would tell the name of somebody withheld."""
    people, _ = people_shown(
        library,
        audience=delivery.audience,
        locale=locale,
        clearance=delivery.clearance,
        on=on,
        today=today,
    )
    return withheld_words(library, people)


def _texts(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield every text of a letter with the part that it stands in."""
    for block in letter.blocks:
        for inlines in inlines_of(block):
            yield "text", plain_text(inlines)
            yield from (("links", address) for address in _addresses(inlines))
    for note in letter.notes:
        part = f"note {note.number}"
        yield part, plain_text(note.children)
        yield from ((part, address) for address in _addresses(note.children))
    properties, lines = letter.properties, letter.lines
    keywords: Iterable[str] = (*properties.authors, *properties.keywords)
    for text in (properties.title, properties.subject, properties.reference, *keywords):
        yield "properties", text
    for line in (lines.running_title, lines.page_number, lines.notice, lines.mark):
        yield "page lines", line or ""
    mail = letter.mail or Mail()
    for text in (mail.sender or "", *mail.recipients, *(each.name for each in mail.attachments)):
        yield "envelope", text


def _addresses(inlines: Inlines) -> Iterator[str]:
    """Yield where the links of a text lead."""
    for each in inlines:
        if isinstance(each, Link):
            yield each.address
        if isinstance(each, Link | Emphasis | Strong | Span):
            yield from _addresses(each.children)
>>>>>>> main
