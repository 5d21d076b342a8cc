"""How much a template makes: what is shared counts in each place, and costs once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.templating.weighing import EndlessTemplateError, weight


def counted(value: object) -> int:
    """Return the characters and members of a value, by the definition."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        members: list[object] = [*value.keys(), *value.values()]
        return len(value) + sum(map(counted, members))
    if isinstance(value, list | tuple | frozenset):
        return len(value) + sum(map(counted, value))
    return 0


VALUES = st.recursive(
    st.text(max_size=5) | st.integers() | st.none(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.lists(inner, max_size=2).map(lambda each: [each, each]),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
        st.frozensets(st.text(max_size=3), max_size=3),
    ),
    max_leaves=20,
)


@given(VALUES)
def test_everything_is_counted(value: object) -> None:
    """Every character and every member, wherever it stands and however often."""
    assert weight(value) == counted(value)


def test_doubling_is_told_at_once() -> None:
    """A thousand doublings are more than there is memory for, and are not carried out."""
    value: object = "x"
    for _ in range(1000):
        value = [value, value]
    with pytest.raises(EndlessTemplateError):
        weight(value)
