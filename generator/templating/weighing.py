"""How much a template makes: every list that it makes and all that it compares is counted."""

from __future__ import annotations

import re
from typing import Any, cast

from jinja2 import TemplateError, nodes
from jinja2.visitor import NodeTransformer

LARGEST = 2_000_000
"""Characters and members, all in all, of a list or a text that a template makes."""


_SEVERAL = (list, tuple, set, frozenset)


class EndlessTemplateError(TemplateError):
    """A template that does not end, or fills the memory."""


def weight(value: Any) -> int:
    """Return the characters and members of a text or a list, counted through."""
    found, waiting = 0, [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            found += len(each)
        elif isinstance(each, dict):
            waiting += (*each.keys(), *each.values())
            found += len(each)
        elif isinstance(each, _SEVERAL):
            waiting += each
            found += len(each)
        if found + len(waiting) > LARGEST:
            raise EndlessTemplateError
    return found


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
