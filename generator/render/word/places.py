"""Where a block stands, and which styles it may take there: by role, by name, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.letter import Block, Group, ListBlock, Table
from generator.render.word.ooxml.names import Element
from generator.render.word.stylebook import role_style


@dataclass(frozen=True, slots=True)
class Item:
    """The entry of a list a block stands in."""

    kind: str  # as the names of list styles end: "Number" or "Bullet"
    level: int
    numbering: int
    variants: tuple[str, ...] = ()  # its place among the entries


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: in which groups, in which entry of a list, first or last."""

    parent: Element
    roles: tuple[str, ...] = ()  # innermost first, those inside the entry of a list
    outer: tuple[str, ...] = ()  # innermost first, those around the list
    item: Item | None = None
    opens_item: bool = False
    variants: tuple[str, ...] = ()  # what the style of the block may be called besides its name
    in_column: bool = False


def variants_of(blocks: Sequence[Block], index: int) -> Iterator[str]:
    """Yield what tells this block from others of its role: its place among its neighbours."""
    before = blocks[index - 1] if index else None
    if isinstance(before, Group):
        yield f"After {role_style(before.role)}"
    if index < len(blocks) - 1 and _begins_with_list(blocks[index + 1]):
        yield "Lead"
    yield from position(index, len(blocks))


def position(index: int, length: int) -> Iterator[str]:
    """Yield what the first and the last of several are called, the closest name first."""
    if length == 1:
        yield "Only"
    if index == length - 1:
        yield "Last"
    if index == 0:
        yield "First"


def _begins_with_list(block: Block) -> bool:
    while isinstance(block, Group) and block.blocks:
        block = block.blocks[0]
    return isinstance(block, ListBlock | Table)


def style_names(place: Place) -> Iterator[str]:
    """Yield the names of the styles a paragraph at ``place`` may take, the best one first."""
    for role in place.roles:
        if place.in_column:
            yield f"{role} Column"
        if role == place.roles[0]:
            yield from _within(place.roles, place.variants)
            yield from (f"{role} {variant}" for variant in place.variants)
        yield role
    if place.item is not None:
        yield from _names_in(place.item, place)
    elif "Lead" in place.variants:
        yield "Body Text Lead"
    if place.item is None or not place.opens_item:
        yield "Body Text"


def _names_in(item: Item, place: Place) -> Iterator[str]:
    """Yield what a paragraph of an entry in a list may be called, by the roles around the list."""
    kind, variants = (item.kind, item.variants) if place.opens_item else ("Continue", ())
    for role, around in pairwise(place.outer):
        yield from (f"{around} {role} {kind} {each}" for each in variants)
        yield f"{around} {role} {kind}"
    for role in place.outer:
        yield from (f"{role} {kind} {variant}" for variant in variants)
        yield f"{role} {kind}"
    yield from (f"List {kind} {level}" for level in range(item.level + 1, 1, -1))
    yield f"List {kind}"


def _within(roles: tuple[str, ...], variants: tuple[str, ...]) -> Iterator[str]:
    """Yield what the innermost role may be called inside each of the others."""
    for around in roles[1:]:
        yield from (f"{around} {roles[0]} {variant}" for variant in variants)
        yield f"{around} {roles[0]}"


def heading_names(place: Place, level: int) -> Iterator[str]:
    """Yield the names of the styles a heading at ``place`` may take, the best one first."""
    yield from (f"{role} Heading {level}" for role in place.roles)
    yield from (f"Heading {level} {variant}" for variant in place.variants)
    yield from (f"Heading {each}" for each in range(level, 0, -1))
