"""How much a template makes: every list that it makes and all that it compares is counted."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, cast

from jinja2 import TemplateError, nodes
from jinja2.visitor import NodeTransformer

LARGEST = 2_000_000
"""Characters and members, all in all, of a list or a text that a template makes."""


_SEVERAL = (list, tuple, set, frozenset)
_HOLDING = (*_SEVERAL, dict)


class EndlessTemplateError(TemplateError):
    """A template that does not end, or fills the memory."""


def weight(value: Any) -> int:
    """Return the characters and members of a text or a list, counted through.

    A member that stands in several places counts in each, and is looked through once.
    """
    known: dict[int, int] = {}
    waiting = [value]
    while waiting:
        each = waiting[-1]
        members = _members(each)
        inner = [one for one in members if id(one) not in known and isinstance(one, _HOLDING)]
        if not inner:
            here = (known.get(id(one)) or _length(one) for one in members)
            known[id(each)] = _length(each) + sum(here)
            waiting.pop()
        waiting += inner
        if len(waiting) > LARGEST or known.get(id(each), 0) > LARGEST:
            raise EndlessTemplateError
    return known[id(value)]


def _members(value: Any) -> Collection[Any]:
    """Return what a list or a dictionary holds; a text holds nothing but itself."""
    if isinstance(value, dict):
        return (*value.keys(), *value.values())
    return value if isinstance(value, _SEVERAL) else ()


def _length(value: Any) -> int:
    """Return the characters of a text or the members of a list, not what is in them."""
    return len(value) if isinstance(value, (str, *_HOLDING)) else 0


def factor(value: Any) -> int:
    """Return how often a filter may repeat the rest for a value that it is given."""
    if isinstance(value, int):
        return max(1, abs(value))
    if isinstance(value, str):
        numbers = (int(each[:9]) for each in re.findall(r"[0-9]+", value) if "%" in value)
        return max(1, len(value), *numbers)
    return max(1, weight(value))


class Weighing(NodeTransformer):
    """Lets every list that a template makes, and all that it compares, be weighed."""

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 (Jinja calls it so)
        """Weigh a list."""
        return _weighed(cast("nodes.Expr", self.generic_visit(node)))

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802 (Jinja calls it so)
        """Weigh a dictionary."""
        return _weighed(cast("nodes.Expr", self.generic_visit(node)))

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 (Jinja calls it so)
        """Weigh a tuple, unless it takes values."""
        made = cast("nodes.Expr", self.generic_visit(node))
        return _weighed(made) if node.ctx == "load" else made

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 (Jinja calls it so)
        """Weigh both sides of a comparison."""
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        for each in node.ops:
            each.expr = _weighed(each.expr)
        return node


def _weighed(node: nodes.Expr) -> nodes.Expr:
    """Return the call that weighs what ``node`` comes to."""
    weigh = nodes.EnvironmentAttribute("weighed", lineno=node.lineno)
    return nodes.Call(weigh, [node], [], None, None, lineno=node.lineno)
