"""Choosing: for one brief, delivery and locale, what goes in, in what order, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, cast

from generator.library import Entry, Library
from generator.model.brief import Brief, Delivery
from generator.model.directory import Organisation
from generator.model.document import DocumentType
from generator.problems import Problem, problem
from generator.selection.addressees import addressees_of, offices_of
from generator.selection.asked import Asked
from generator.selection.charts import charts_of
from generator.selection.chosen import ChosenTheme, Selection
from generator.selection.cited import ChosenChart
from generator.selection.decisions import Decision
from generator.selection.importance import enough
from generator.selection.log import Log
from generator.selection.naming import people_shown, withheld_words
from generator.selection.occasion import Accompanied, ChosenMeeting
from generator.selection.referents import referents_of
from generator.selection.scope import Scope, sentence
from generator.selection.sentence import Sentence
from generator.selection.themes import prior_recommendations_of, quotations_of, themes_of
from generator.selection.withholding import without_names


def choose(
    library: Library,
    brief_entry: Entry,
    delivery: Delivery,
    *,
    locale: str,
    addressees: tuple[str, ...] | None = None,
    draft: bool = False,
    today: date | None = None,
) -> Selection:
    """Return what the document of ``delivery`` in ``locale`` is made of.

    ``addressees`` narrows the letter to some of them, where each gets its own. In a ``draft`` a
    gap stands for what a final lacks. ``today``: the day on which it is made, where that is known:
    a consent that has ended by then names nobody, whatever the date of the letter.
    """
    brief = cast("Brief", brief_entry.record)
    common = _common(library, brief_entry, delivery, locale, draft=draft, today=today)
    asked, scope, themes, log = common.asked, common.scope, common.themes, common.log.copy()
    at = brief.deliveries.index(delivery)
    texts = _texts(brief_entry, brief, delivery, at)
    to = addressees or offices_of(library, delivery)
    offices, wrong = addressees_of(library, to, brief_entry, brief, at)
    log.problems += wrong
    signatories = tuple(_signatories(library, brief, "agreed"))
    log.problems += _lacking(brief_entry, at, asked, signatories=signatories, themes=themes)
    first = delivery.asks_first
    selection = Selection(
        brief_id=brief_entry.id,
        brief=brief,
        delivery=delivery,
        locale=locale,
        source_locale=library.settings.source_locale,
        place=brief_entry.place("deliveries", at),
        title=sentence(brief_entry, brief.title, "title"),
        addressees=offices,
        signatories=signatories,
        themes=themes,
        prior_recommendations=prior_recommendations_of(asked, offices, scope, log),
        quotations=quotations_of(asked, scope, log),
        referents={},
        asks_first=asked.document.asks_first if first is None else first,
        decisions=(*log.unique(), *common.naming),
        problems=tuple(log.problems),
        copy=_copy(library, delivery, addressees),
        awaited=tuple(_signatories(library, brief, "asked")) if draft else (),
        charts=common.charts,
        accompanied=_accompanied(library, brief_entry, brief, delivery),
        **texts,
    )
    return referents_of(without_names(selection, scope), scope)


@dataclass(frozen=True, slots=True, eq=False)
class _Common:
    """What the letters of a delivery to different addressees have in common."""

    asked: Asked
    scope: Scope
    naming: tuple[Decision, ...]
    themes: tuple[ChosenTheme, ...]
    charts: tuple[ChosenChart, ...]
    log: Log


@lru_cache(maxsize=1)  # letters to many are made one after another
def _common(
    library: Library,
    brief_entry: Entry,
    delivery: Delivery,
    locale: str,
    *,
    draft: bool,
    today: date | None,
) -> _Common:
    """Return what the letters of a delivery have in common: what takes a look at everything."""
    brief = cast("Brief", brief_entry.record)
    people, naming = people_shown(
        library,
        audience=delivery.audience,
        locale=locale,
        clearance=delivery.clearance,
        on=brief.date,
        today=today,
    )
    document = cast("DocumentType", library.get(DocumentType, delivery.document))
    asked = Asked(brief_entry.id, brief, delivery, document, draft)
    scope = Scope(
        library=library,
        audience=delivery.audience,
        clearance=delivery.clearance,
        on=brief.date,
        locale=locale,
        people=people,
        withheld=withheld_words(library, people),
        outline=document.outline,
    )
    log = Log()
    themes = enough(tuple(themes_of(asked, scope, log)), asked, log)
    charts = charts_of(asked, themes, scope, log)
    return _Common(asked, scope, naming, themes, charts, log)


def _lacking(
    entry: Entry,
    at: int,
    asked: Asked,
    *,
    signatories: tuple[Organisation, ...],
    themes: tuple[ChosenTheme, ...],
) -> Iterator[Problem]:
    """Yield a problem where nobody signs, and where there is nothing to say."""
    if not signatories:
        yield problem("no-signatory", entry.place("signatories"), id=entry.id)
    if not themes and asked.document.draws_on != "nothing":
        where, delivery = entry.place("deliveries", at, "id"), asked.delivery.id
        yield problem("selection-empty", where, id=entry.id, delivery=delivery, brief=entry.id)


def _texts(entry: Entry, brief: Brief, delivery: Delivery, at: int) -> dict[str, Any]:
    """Return the sentences of the brief itself, the delivery's own where it has any."""

    def many(key: str) -> tuple[Sentence, ...]:
        own = getattr(delivery, key)
        path = ("deliveries", at, key) if own else (key,)
        return tuple(
            sentence(entry, text, *path, i) for i, text in enumerate(own or getattr(brief, key))
        )

    return {
        "subject": _subject(entry, brief, delivery, at),
        "opening": many("opening"),
        "closing": many("closing"),
        "notice": sentence(entry, brief.notice, "notice") if brief.notice else None,
        "classification": _classification(entry, brief, delivery, at),
        "dispatched_from": sentence(entry, brief.place, "place"),
        "contact_name": _contact_name(entry, brief),
        "meeting": _meeting(entry, brief, delivery, at),
        "keywords": tuple(
            sentence(entry, text, "deliveries", at, "keywords", i)
            for i, text in enumerate(delivery.keywords)
        ),
    }


def _subject(entry: Entry, brief: Brief, delivery: Delivery, at: int) -> Sentence:
    """Return the subject line: the delivery's own, the brief's, or the title."""
    if delivery.subject:
        return sentence(entry, delivery.subject, "deliveries", at, "subject")
    key = "subject" if brief.subject else "title"
    return sentence(entry, brief.subject or brief.title, key)


def _classification(entry: Entry, brief: Brief, delivery: Delivery, at: int) -> Sentence | None:
    """Return the line that says who may read it: the delivery's own, else the brief's."""
    if delivery.classification:
        return sentence(entry, delivery.classification, "deliveries", at, "classification")
    if brief.classification:
        return sentence(entry, brief.classification, "classification")
    return None


def _copy(
    library: Library, delivery: Delivery, addressees: tuple[str, ...] | None
) -> tuple[int, int] | None:
    """Return the number of a copy, where the letters that go one each are numbered."""
    if not delivery.numbered or not addressees:
        return None
    offices = offices_of(library, delivery)
    return offices.index(addressees[0]) + 1, len(offices)


def _accompanied(
    library: Library, entry: Entry, brief: Brief, delivery: Delivery
) -> Accompanied | None:
    """Return the document that this one goes out with, if any."""
    ids = [each.id for each in brief.deliveries]
    if delivery.accompanies not in ids:
        return None
    at = ids.index(delivery.accompanies)
    other = brief.deliveries[at]
    found = library.entry("document", other.document)
    if found is None or found.record is None:
        return None
    name = sentence(found, cast("DocumentType", found.record).name, "name")
    return Accompanied(name, _subject(entry, brief, other, at), other.locales)


def _meeting(entry: Entry, brief: Brief, delivery: Delivery, at: int) -> ChosenMeeting:
    """Return what the document is written for: the delivery's own meeting, else the brief's."""
    record = delivery.meeting or brief.meeting
    path = ("deliveries", at, "meeting") if delivery.meeting else ("meeting",)

    def said(key: str) -> Sentence | None:
        text = getattr(record, key)
        return sentence(entry, text, *path, key) if text else None

    return ChosenMeeting(
        name=cast("Sentence", said("name")),
        place=cast("Sentence", said("place")),
        session=said("session"),
        topic=said("topic"),
        record=record,
    )


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
