"""Suggestions cost no more than a check may."""

from __future__ import annotations

from generator.checks.nearest import Nearest


def test_the_nearest_id_is_suggested() -> None:
    """A slip of the finger is seen; another word is not."""
    near = Nearest()
    assert near.to("custody-deths", ["custody-deaths", "torture"]) == "custody-deaths"
    assert near.to("elections", ["custody-deaths", "torture"]) is None


def test_many_wrong_ids_get_the_first_suggestions_only() -> None:
    """With a thousand known ids a hundred wrong ones are looked up."""
    known = [f"id-{number}" for number in range(1000)]
    near = Nearest()
    found = [near.to("id-7x", known) for _ in range(120)]
    assert all(found[:100])
    assert not any(found[100:])
