"""Choosing: for one brief, delivery and locale, what goes in, in what order, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from generator.library import Entry, Library
from generator.model.brief import Brief, Delivery, DocumentType
from generator.model.directory import Organisation
from generator.problems import Problem, problem
from generator.selection.addressees import addressees_of
from generator.selection.chosen import ChosenTheme, Selection, Sentence
from generator.selection.log import Log
from generator.selection.naming import people_shown, withheld_words
from generator.selection.recommendations import themes_of
from generator.selection.referents import referents_of
from generator.selection.scope import Scope, sentence
from generator.selection.withholding import without_names


def choose(
    library: Library,
    brief_entry: Entry,
    delivery: Delivery,
    *,
    locale: str,
    addressees: tuple[str, ...] | None = None,
    draft: bool = False,
) -> Selection:
    """Return what the document of ``delivery`` in ``locale`` is made of.

    ``addressees`` narrows the letter to some of them, where each gets its own. In a ``draft`` a
    gap stands for what a final lacks.
    """
    brief = cast("Brief", brief_entry.record)
    selection = _to_anybody(library, brief_entry, delivery, locale, draft=draft)
    at = brief.deliveries.index(delivery)
    offices, wrong = addressees_of(
        library, addressees or delivery.addressees, brief_entry, brief, at
    )
    return replace(selection, addressees=offices, problems=(*selection.problems, *wrong))


@lru_cache(maxsize=1)  # letters to many are made one after another
def _to_anybody(
    library: Library, brief_entry: Entry, delivery: Delivery, locale: str, *, draft: bool
) -> Selection:
    """Return what all addressees of a delivery read, without the addressees."""
    brief = cast("Brief", brief_entry.record)
    people, naming = people_shown(library, audience=delivery.audience, on=brief.date)
    scope = Scope(
        library=library,
        audience=delivery.audience,
        clearance=delivery.clearance,
        on=brief.date,
        locale=locale,
        people=people,
        withheld=withheld_words(library, people),
    )
    log = Log()
    themes = tuple(themes_of(brief_entry, delivery, scope, log, draft=draft))
    at = brief.deliveries.index(delivery)
    texts = _texts(brief_entry, brief, delivery, at)
    signatories = tuple(_signatories(library, brief, "agreed"))
    log.problems += _lacking(brief_entry, at, delivery, signatories=signatories, themes=themes)
    document = library.get(DocumentType, delivery.document)
    first = delivery.asks_first
    selection = Selection(
        brief_id=brief_entry.id,
        brief=brief,
        delivery=delivery,
        locale=locale,
        source_locale=library.settings.source_locale,
        place=brief_entry.place("deliveries", at),
        title=sentence(brief_entry, brief.title, "title"),
        addressees=(),
        signatories=signatories,
        themes=themes,
        referents={},
        asks_first=document.asks_first if first is None and document else bool(first),
        decisions=(*log.unique(), *naming),
        problems=tuple(log.problems),
        awaited=tuple(_signatories(library, brief, "asked")) if draft else (),
        **texts,
    )
    return referents_of(without_names(selection, scope), scope)


def _lacking(
    entry: Entry,
    at: int,
    delivery: Delivery,
    *,
    signatories: tuple[Organisation, ...],
    themes: tuple[ChosenTheme, ...],
) -> Iterator[Problem]:
    """Yield a problem where nobody signs, and where there is nothing to say."""
    if not signatories:
        yield problem("no-signatory", entry.place("signatories"), id=entry.id)
    if not themes:
        where = entry.place("deliveries", at, "id")
        yield problem("selection-empty", where, id=entry.id, delivery=delivery.id, brief=entry.id)


def _texts(entry: Entry, brief: Brief, delivery: Delivery, at: int) -> dict[str, Any]:
    """Return the sentences of the brief itself, the delivery's own where it has any."""

    def many(key: str) -> tuple[Sentence, ...]:
        own = getattr(delivery, key)
        path = ("deliveries", at, key) if own else (key,)
        return tuple(
            sentence(entry, text, *path, i) for i, text in enumerate(own or getattr(brief, key))
        )

    if delivery.subject:
        subject = sentence(entry, delivery.subject, "deliveries", at, "subject")
    else:
        subject = sentence(
            entry, brief.subject or brief.title, "subject" if brief.subject else "title"
        )
    meeting = tuple(
        sentence(entry, getattr(brief.meeting, key), "meeting", key) for key in ("name", "place")
    )
    return {
        "subject": subject,
        "opening": many("opening"),
        "closing": many("closing"),
        "notice": sentence(entry, brief.notice, "notice") if brief.notice else None,
        "dispatched_from": sentence(entry, brief.place, "place"),
        "contact_name": _contact_name(entry, brief),
        "meeting": meeting,
    }


def _contact_name(entry: Entry, brief: Brief) -> Sentence | None:
    """Return whom the reader answers."""
    name = brief.contact.name
    return sentence(entry, name, "contact", "name") if name else None


def _signatories(library: Library, brief: Brief, state: str) -> Iterator[Organisation]:
    """Yield the signatories of which ``state`` is said, in the order of the brief."""
    for each in brief.signatories:
        organisation = library.get(Organisation, each.organisation)
        if organisation and each.state == state:
            yield organisation
