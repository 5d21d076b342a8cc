"""Putting a record into a YAML text: at the end of its list, all else staying as it is."""

from __future__ import annotations

import pytest

from generator.scaffold.insert import insert_record
from generator.scaffold.refusal import Refusal

PLACES = {
    "at the end": ("a:\n  - id: x\n", "a:\n  - id: x\n  - id: new\n    b: 1\n", 3),
    "before the next key": (
        "a:\n  - id: x\n\n# On c.\nc: 1\n",
        "a:\n  - id: x\n  - id: new\n    b: 1\n\n# On c.\nc: 1\n",
        3,
    ),
    "not indented": (
        "a:\n- id: x\n# On c.\nc: 1\n",
        "a:\n- id: x\n- id: new\n  b: 1\n# On c.\nc: 1\n",
        3,
    ),
    "with an empty line between": (
        "a:\n  - id: x\n\n  - id: y\n\nc: 1\n",
        "a:\n  - id: x\n\n  - id: y\n\n  - id: new\n    b: 1\n\nc: 1\n",
        6,
    ),
    "with a comment above each": (
        "a:\n  # X.\n  - id: x\n\n  # Y.\n  - id: y\n",
        "a:\n  # X.\n  - id: x\n\n  # Y.\n  - id: y\n\n  - id: new\n    b: 1\n",
        8,
    ),
    "below a heading of its list": (
        "a:\n  - id: x\n  # More\nc: 1\n",
        "a:\n  - id: x\n  # More\n  - id: new\n    b: 1\nc: 1\n",
        4,
    ),
    "after a text with a number sign": (
        "a:\n  - id: x\n    t: |\n      # not a comment\n",
        "a:\n  - id: x\n    t: |\n      # not a comment\n  - id: new\n    b: 1\n",
        5,
    ),
    "after a text that keeps its empty lines": (
        "a:\n  - id: x\n    t: |+\n      text\n\nc: 1\n",
        "a:\n  - id: x\n    t: |+\n      text\n\n  - id: new\n    b: 1\nc: 1\n",
        6,
    ),
    "in an empty list": (
        "a: []  # none yet\nc: 1\n",
        "a:  # none yet\n  - id: new\n    b: 1\nc: 1\n",
        2,
    ),
    "where nothing is": ("a:\nc: 1\n", "a:\n  - id: new\n    b: 1\nc: 1\n", 2),
    "under a new key": ("c: 1\n", "c: 1\n\na:\n  - id: new\n    b: 1\n", 4),
    "without a last line end": ("a:\n  - id: x", "a:\n  - id: x\n  - id: new\n    b: 1\n", 3),
    "in a file of comments": ("# None yet.\n", "# None yet.\n\na:\n  - id: new\n    b: 1\n", 4),
    "in an empty file": ("", "a:\n  - id: new\n    b: 1\n", 2),
    "with Windows line ends": (
        "a:\r\n  - id: x\r\nc: 1\r\n",
        "a:\r\n  - id: x\r\n  - id: new\r\n    b: 1\r\nc: 1\r\n",
        3,
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_put(name: str) -> None:
    """A record is put where it belongs, and its line is told."""
    before, after, line = PLACES[name]
    assert insert_record(before, "a", "id: new\nb: 1\n", file="f.yaml") == (after, line)


@pytest.mark.parametrize(
    "text",
    [
        "a: [{id: x}]\n",  # in brackets
        "{a: [], c: 1}\n",
        "a: text\n",
        "a: {id: x}\n",
        "a:\n  - id: x\n...\n",
        "- a\n",
        "a: [\n",
    ],
)
def test_what_cannot_be_added_to_is_refused(text: str) -> None:
    """What cannot be added to is refused."""
    with pytest.raises(Refusal):
        insert_record(text, "a", "id: new\n", file="f.yaml")
