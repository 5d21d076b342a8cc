"""A delivery holds with its document type: variant, courtesy copies, what it accompanies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.library import Entry, Library
from generator.model.base import may_read
from generator.model.brief import Brief, Delivery
from generator.model.document import DocumentType
from generator.problems import Problem, problem
from generator.selection.addressees import offices_of

_MAIL = "eml"


def deliveries_hold(library: Library, entry: Entry, at: int, brief: Brief) -> Iterator[Problem]:
    """Yield what is wrong with the delivery number ``at`` of a brief."""
    delivery = brief.deliveries[at]
    document = library.get(DocumentType, delivery.document)
    if document:
        yield from _variant(entry, at, brief, document)
        if document.addressees.least and not delivery.addressees:
            where = entry.place("deliveries", at, "addressees", key=True)
            yield problem("list-empty", where, id=entry.id, key="addressees")
    if delivery.numbered and delivery.jointly:
        where = entry.place("deliveries", at, "numbered")
        yield problem("numbered-jointly", where, id=entry.id, delivery=delivery.id)
    yield from _courtesy(entry, at, delivery)
    if delivery.accompanies:
        yield from _accompanies(library, entry, at, brief)
    elif _MAIL in delivery.formats:
        where = entry.place("deliveries", at, "formats", delivery.formats.index(_MAIL))
        yield problem("mail-alone", where, id=entry.id, delivery=delivery.id)


def _accompanies(library: Library, entry: Entry, at: int, brief: Brief) -> Iterator[Problem]:
    """Yield why a delivery cannot go out with the one that it names."""
    delivery = brief.deliveries[at]
    others = {each.id: each for each in brief.deliveries if each is not delivery}
    target = delivery.accompanies or ""
    where = entry.place("deliveries", at, "accompanies")
    other = others.get(target)
    if other is None:
        yield problem("delivery-unknown", where, id=entry.id, **_named(target, others))
        return
    named = {"id": entry.id, "delivery": delivery.id, "target": target}
    if other.accompanies:
        yield problem("accompanies-chain", where, **named)
    if other.audience != delivery.audience or not may_read(delivery.clearance, other.clearance):
        yield problem("accompanies-reader", where, **named)
    if delivery.jointly and not other.jointly:
        yield problem("accompanies-jointly", where, **named)
    addressed = offices_of(library, other)
    for office in () if other.jointly else offices_of(library, delivery):
        if office not in addressed:
            yield problem("accompanies-addressee", where, office=office, **named)
    for locale in delivery.locales:
        if locale not in other.locales:
            yield problem("accompanies-locale", where, locale=locale, **named)


def _variant(entry: Entry, at: int, brief: Brief, document: DocumentType) -> Iterator[Problem]:
    delivery = brief.deliveries[at]
    if delivery.variant is None:
        return
    where = entry.place("deliveries", at, "variant")
    known = {each.id: each for each in document.variants}
    found = known.get(delivery.variant)
    if found is None:
        named = _named(delivery.variant, known)
        yield problem("variant-unknown", where, id=entry.id, document=delivery.document, **named)
        return
    count = sum(each.state == "agreed" for each in brief.signatories)
    if found.signatories is not None and count < found.signatories:
        yield problem(
            "variant-few-signatories",
            where,
            id=entry.id,
            target=found.id,
            least=found.signatories,
            count=count,
        )


def _courtesy(entry: Entry, at: int, delivery: Delivery) -> Iterator[Problem]:
    """Yield a warning for each courtesy copy that the delivery does not have at all."""
    for key in ("locales", "formats"):
        for index, target in enumerate(getattr(delivery.courtesy, key)):
            if target not in getattr(delivery, key):
                where = entry.place("deliveries", at, "courtesy", key, index)
                yield problem("courtesy-unused", where, id=entry.id, target=target, key=key)


def _named(target: str, known: Iterable[str]) -> dict[str, str | None]:
    """Return what a message says of an id that is none of ``known``."""
    names = list(known)
    nearest = next(iter(get_close_matches(target, names, n=1, cutoff=0.6)), None)
    return {"target": target, "nearest": nearest, "known": ", ".join(names) or None}
