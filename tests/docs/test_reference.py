"""The reference is what the program says of itself, and leaves nothing out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click
import pytest

from generator.cli.group import COMMANDS, brief
from generator.loading.translate import _RULES
from generator.model.base import Record
from generator.model.kinds import KINDS
from generator.problems import wordings
from generator.reference import FILE, RULES, meanings, records_below, reference, rules
from tests.docs.pages import ROOT

PACKAGE = ROOT / "generator"
MODELS = tuple(
    dict.fromkeys(each for kind in KINDS for each in (kind.model, *records_below(kind.model)))
)


def test_the_reference_is_true() -> None:
    """What is written is what the program says now."""
    written = FILE.read_text(encoding="utf-8")
    assert written == reference(), "run: python -m generator.reference"


def test_the_list_of_rules_is_true_and_whole() -> None:
    """Every rule stands in it once, with a reason and whether it can be waived."""
    written = RULES.read_text(encoding="utf-8")
    assert written == rules(), "run: python -m generator.reference"
    rows = [line.split(" | ") for line in written.splitlines() if line.startswith("| `")]
    assert sorted(row[0] for row in rows) == sorted(f"| `{each}`" for each in wordings())
    assert {len(row) for row in rows} == {5}
    waivable = {row[0][3:-1] for row in rows if row[4] == "yes |"}
    assert waivable == {rule for rule, kind in wordings().items() if kind.get("waivable")}
    assert "over-limit" in waivable


@pytest.mark.parametrize("name", ["", *COMMANDS], ids=lambda name: name or "brief")
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    """Under the command's own heading."""
    context = click.Context(brief)
    command = brief.get_command(context, name) if name else brief
    assert command is not None
    heading = f"### brief {name}".rstrip()
    section = reference().partition(f"{heading}\n")[2].partition("\n### ")[0]
    options = [each for param in command.params for each in param.opts if each.startswith("-")]
    assert all(f"`{option}" in section for option in options), options
    assert "`-h, --help`" in section


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_a_meaning(model: type[Record]) -> None:
    """Its docstring says what each key means, and speaks of no key that there is not."""
    told = meanings(model)
    assert all(told.values()), [key for key, meaning in told.items() if not meaning]
    documented = re.findall(r"(?m)^ +``(\w+)``: ", model.__doc__ or "")
    assert set(documented) <= set(told)


def test_every_value_is_called_something() -> None:
    """A type that has no words here would leave a cell without them."""
    cells = [line.split(" | ")[1] for line in reference().splitlines() if line.startswith("| `")]
    assert len(cells) > 150
    assert not [each for each in cells if re.search(r"\A or|or \Z|\A\Z", each)]
    assert "| `time_zone` | time zone |" in reference()


def test_the_meanings_are_seen() -> None:
    """The test above does not pass on nothing."""
    assert len(MODELS) > 30
    assert sum(len(meanings(model)) for model in MODELS) > 150


def test_every_rule_of_the_code_is_worded_and_every_wording_is_used() -> None:
    """No problem without words, no words without a problem."""
    used = set(_RULES.values()) | {rule for tree in _trees() for rule in _rules(tree)}
    assert len(used) > 60
    assert used == set(wordings())


def _rules(tree: ast.Module) -> Iterator[str]:
    """Yield the rules that a module's calls name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            position = _TAKERS.get(getattr(node.func, "id", getattr(node.func, "attr", "")))
            if position is not None and len(node.args) > position:
                yield from _texts(node.args[position])


_TAKERS = {
    "problem": 0,
    "Fault": 0,
    "Flaw": 0,
    "KeyUnusableError": 0,
    "Remark": 0,
    "report": 0,
    "RenderFailure": 0,
    "WordingError": 0,
    "MarkupError": 0,
    "PictureRefusedError": 0,
    "PydanticCustomError": 0,
    "_matching": 1,
}
"""The functions that take a rule, and at which place."""


def _texts(argument: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument may be."""
    if isinstance(argument, ast.IfExp):
        yield from (*_texts(argument.body), *_texts(argument.orelse))
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def _trees() -> Iterator[ast.Module]:
    """Yield the syntax tree of every module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))
