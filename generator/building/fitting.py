"""Fitting: the least important items are left out, one by one, until the limits hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from generator.building.measures import Bounds, measured
from generator.compose.compose import Composed
from generator.model.document import Amounts
from generator.selection.chosen import Selection
from generator.selection.decisions import Decision, decision
from generator.selection.importance import Item, dispensable, without
from generator.selection.referents import ids_of

MOST_LAYOUTS = 5
"""How often a document may be laid out to find what fits; once more it is to be written."""

Compose = Callable[[Selection], Composed]
LayOut = Callable[[Composed], int]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A document that was made to fit.

    ``left_out``: what was left out, in order; ``cost``: the words of the last of it, which would
    have gone in next.
    """

    selection: Selection
    composed: Composed
    left_out: tuple[Item, ...] = ()
    cost: int = 0


@dataclass(slots=True)
class _Tries:
    """What was tried: the document without the first ``k`` items, composed and laid out once."""

    selection: Selection
    items: tuple[Item, ...]
    bounds: Bounds
    compose: Compose
    lay_out: LayOut
    composed: dict[int, Composed] = field(default_factory=dict)
    pages: dict[int, int] = field(default_factory=dict)

    def at(self, k: int) -> Composed:
        """Return the document without the first ``k`` items."""
        if k not in self.composed:
            self.composed[k] = self.compose(without(self.selection, self.items[:k]))
        return self.composed[k]

    def counts(self, k: int) -> Mapping[str, int]:
        """Return how much of each unit but pages it has."""
        return measured(self.at(k), self.bounds)

    def text_holds(self, k: int) -> bool:
        """Tell whether it keeps every limit that can be seen without a page."""
        most = self.bounds.most()
        return all(count <= most.get(unit, count) for unit, count in self.counts(k).items())

    @property
    def may_be_laid_out(self) -> bool:
        """Tell whether it may be laid out once more."""
        return len(self.pages) < MOST_LAYOUTS

    def pages_hold(self, k: int) -> bool:
        """Tell whether it keeps the limit of pages; it is laid out for that."""
        if k not in self.pages:
            self.pages[k] = self.lay_out(self.at(k))
        return self.pages[k] <= self.bounds.most()["pages"]


def fit(
    selection: Selection, amounts: Amounts, bounds: Bounds, compose: Compose, lay_out: LayOut | None
) -> Fitted:
    """Return ``selection`` without what has no room, whole items only, and the letter of it.

    What the document does not print takes no room, and stays.

    Without ``lay_out`` the limit of pages is not looked at. Where even the least that the document
    type asks for is too much, that least comes back.
    """
    whole = compose(selection)
    said = frozenset(whole.said)
    items = tuple(
        each
        for each in dispensable(selection, amounts)
        if each.context is None or each.context in said
    )
    tries = _Tries(selection, items, bounds, compose, lay_out or (lambda _: 0), {0: whole})
    k = _first(0, len(items), tries.text_holds)
    if lay_out and "pages" in bounds.most() and not tries.pages_hold(k):
        k = _on_pages(tries, k)
    if k == 0:
        return Fitted(selection, tries.at(0))
    cost = tries.counts(k - 1)["words"] - tries.counts(k)["words"]
    left = without(selection, items[:k])
    decisions = _decided(left, items[:k], bounds)
    return Fitted(replace(left, decisions=decisions), tries.at(k), items[:k], cost)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the first number from ``low`` for which something holds, or ``high``."""
    if holds(low):
        return low
    while low + 1 < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


def _on_pages(tries: _Tries, low: int) -> int:
    """Return how many items are left out so that the pages hold; at ``low`` they do not.

    A document of so many pages fills more than all but the last of them: so many words to a page
    bound the search, which halves what is between. It ends with the last layout that held, at the
    latest with everything left out.
    """
    words, pages = tries.counts(low)["words"], tries.pages[low]
    most, all_out = tries.bounds.most()["pages"], len(tries.items)

    def first_within(room: float) -> int:
        return _first(low + 1, all_out, lambda k: tries.counts(k)["words"] <= room)

    high = first_within(words * most / pages)
    likely = first_within(words * most / max(pages - 1, 1)) - 1
    held = _halved(tries, max(low, likely), high)
    if held is None:
        return _halved(tries, high, all_out) or all_out
    if held - 1 == likely > low and tries.may_be_laid_out and tries.pages_hold(likely):
        return likely
    return held


def _halved(tries: _Tries, low: int, high: int) -> int | None:
    """Return the first number of items after ``low``, up to ``high``, at which the pages hold."""
    held = None
    while high - low > 1 and tries.may_be_laid_out:
        middle = (low + high) // 2
        if tries.pages_hold(middle):
            high = held = middle
        else:
            low = middle
    if held is None and tries.may_be_laid_out and tries.pages_hold(high):
        return high
    return held


def _decided(selection: Selection, items: tuple[Item, ...], bounds: Bounds) -> tuple[Decision, ...]:
    """Return the decisions, with those on what was left out in the place of the earlier ones."""
    limit = ", ".join(f"{most} {unit}" for unit, most in bounds.most().items())
    kept = ids_of(selection)
    out = {
        each.id: decision(each.id, each.kind, "fit", included=False, limit=limit)
        for each in items
        if each.id not in kept
    }
    rest = tuple(each for each in selection.decisions if each.id not in out)
    return (*rest, *out.values())
