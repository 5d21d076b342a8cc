"""Every word of a template is tagged, so that it can be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*.md.j2"))
_FENCE = re.compile(r"(?m)^:{3,}.*$")
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"\d\.[a-z]")
"""The code of a section, which is the same in every language."""
_TAGS = ("_", "ngettext")
_NAMING = ("map", "select", "reject", "selectattr", "rejectattr", "unique")
"""Filters whose arguments are names of attributes."""


def untagged(source: str) -> list[tuple[int, str]]:
    """Return each literal of a template that would be printed as it is, with its line."""
    tree = Environment().parse(source)  # noqa: S701 (it only reads)
    return sorted({*_texts(tree), *_constants(tree)})


def _texts(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the text between tags, the names of roles aside."""
    for each in tree.find_all(nodes.TemplateData):
        text = _FENCE.sub("", each.data)
        if _LETTER.search(text):
            yield each.lineno, text.strip()


def _constants(node: nodes.Node) -> Iterator[tuple[int, str]]:
    """Yield the strings below ``node`` that are neither tagged, compared nor names."""
    match node:
        case nodes.Call(node=nodes.Name(name=name)) if name in _TAGS:
            for keyword in node.kwargs:
                if not _is_placeholder(keyword.value):
                    yield from _constants(keyword.value)
            return
        case nodes.Compare() | nodes.FromImport() | nodes.Getitem() | nodes.Getattr():
            return
        case nodes.Filter(name=name) if name in _NAMING:
            yield from _constants(node.node) if node.node else ()
            return
        case nodes.Const(value=str(text)) if _LETTER.search(text) and not _CODE.fullmatch(text):
            yield node.lineno, text
    for child in node.iter_child_nodes():
        yield from _constants(child)


def _is_placeholder(node: nodes.Node) -> bool:
    """Tell whether a constant is a placeholder that is filled in later: "{page}"."""
    return isinstance(node, nodes.Const) and bool(re.fullmatch(r"\{[a-z]+\}", str(node.value)))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_is_tagged(path: Path) -> None:
    """A literal would stand in English in every letter."""
    assert untagged(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("::: role\n{{ x }}\n:::\n", []),
        ('{{ _("Subject: {a}", a=b) }}', []),
        ('{{ _("Page {page}", page="{page}") }}', []),
        ("::: role\nDear all,\n:::\n", [(1, "Dear all,")]),
        ("{{ x }} and {{ y }}", [(1, "and")]),
        ('{{ "Dear" }}', [(1, "Dear")]),
        ('{% set a = "Dear" %}{{ a }}', [(1, "Dear")]),
        ('{{ joined(x, " and ") }}', [(1, " and ")]),
        ('{{ _("A {b}", b="word") }}', [(1, "word")]),
        ('{{ x | default("none") }}', [(1, "none")]),
        ('{{ x | map(attribute="name") }}', []),
        ('{% set a = ["1.a"] %}', []),
        ('{% set a = ["1.a law"] %}', [(1, "1.a law")]),
    ],
)
def test_an_untagged_word_is_found(source: str, found: list[tuple[int, str]]) -> None:
    """Between tags, in an expression, as a default."""
    assert untagged(source) == found
