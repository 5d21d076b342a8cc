"""How long a document is, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.compose.compose import Composed
from generator.compose.words import count_characters, count_words
from generator.letter import Block, Group
from generator.library import Library
from generator.model.audience import Audience, Checked, Limit, Limits
from generator.model.brief import Delivery
from generator.model.document import DocumentType, Variant

UNITS = ("words", "characters", "pages", "seconds", "names")
_WORDS_A_MINUTE = 130


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit of one unit that holds for a document, and where it was found."""

    unit: str
    most: int | None
    least: int | None
    binding: bool
    checked: Checked


@dataclass(frozen=True, slots=True)
class Bounds:
    """Every limit of a document, and how its words are counted.

    ``counts_notes`` is ``None`` where nobody says whether notes count.
    """

    bounds: Mapping[str, Bound]
    counts_notes: bool | None = None
    uncounted: frozenset[str] = frozenset()
    words_a_minute: int = _WORDS_A_MINUTE

    def most(self) -> dict[str, int]:
        """Return the most of each unit."""
        return {unit: each.most for unit, each in self.bounds.items() if each.most is not None}


def variant_of(document: DocumentType, delivery: Delivery, signatories: int) -> Variant | None:
    """Return the form of the document: the one that is named, else the one that its number has."""
    if delivery.variant:
        return next((each for each in document.variants if each.id == delivery.variant), None)
    enough = (each for each in document.variants if each.signatories is not None)
    return next((each for each in enough if signatories >= (each.signatories or 0)), None)


def bounds_of(library: Library, delivery: Delivery, *, signatories: int) -> Bounds:
    """Return the limits that hold: of the variant, else of the type; of the reader if stricter."""
    document = library.get(DocumentType, delivery.document)
    if document is None:
        return Bounds({})
    variant = variant_of(document, delivery, signatories)
    layers = (variant.limits, document.limits) if variant else (document.limits,)
    found = dict(_bounds(layers, document.checked))
    audience = library.get(Audience, delivery.audience)
    own = audience.limits.get(delivery.document) if audience else None
    if audience and own:
        for unit, each in _bounds((own,), audience.checked):
            found[unit] = _stricter(found.get(unit), each)
    notes = next((each.counts_notes for each in layers if each.counts_notes is not None), None)
    uncounted = frozenset(role for each in layers for role in each.uncounted)
    speed = next((each.words_a_minute for each in layers if each.words_a_minute), _WORDS_A_MINUTE)
    return Bounds(found, notes, uncounted, speed)


def _bounds(layers: tuple[Limits, ...], checked: Checked) -> Iterator[tuple[str, Bound]]:
    """Yield the limit of each unit: the first that a layer has."""
    for unit in UNITS:
        limits: Iterator[Limit | None] = (getattr(each, unit) for each in layers)
        limit = next((each for each in limits if each is not None), None)
        if limit:
            source = limit.checked or checked
            yield unit, Bound(unit, limit.most, limit.least, limit.binding, source)


def _stricter(one: Bound | None, other: Bound) -> Bound:
    if one is None or one.most is None:
        return other
    return other if other.most is not None and other.most < one.most else one


def measured(
    composed: Composed, bounds: Bounds, *, with_notes: bool | None = None
) -> dict[str, int]:
    """Return how much a composed letter has of each unit but pages, as its limits count.

    ``with_notes`` says whether notes count, in the place of what the limits say.
    """
    letter = composed.letter
    if letter is None:
        return {}
    counts_notes = bounds.counts_notes if with_notes is None else with_notes
    blocks = tuple(counted(letter.blocks, bounds.uncounted))
    notes = letter.notes if counts_notes else ()
    words = count_words(blocks, notes)
    return {
        "words": words,
        "characters": count_characters(blocks, notes),
        "seconds": -(-words * 60 // bounds.words_a_minute),
        "names": len(composed.named),
    }


def counted(blocks: Iterable[Block], uncounted: frozenset[str]) -> Iterator[Block]:
    """Yield ``blocks`` without the groups whose text does not count."""
    for block in blocks:
        if not isinstance(block, Group):
            yield block
        elif block.role not in uncounted:
            yield replace(block, blocks=tuple(counted(block.blocks, uncounted)))
