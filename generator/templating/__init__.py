"""What a template may do: place and repeat what it is given, within bounds of time and memory."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, cast

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.templating.weighing import LARGEST, EndlessTemplateError, Weighing, factor, weight

__all__ = ["CHARACTER_REFUSED", "EndlessTemplateError", "Sandbox"]

_MOST_STEPS = 500_000
"""Rounds of loops, calls, and characters handed to calls; a letter of ten pages takes 5,000."""


_CHARACTERS_A_STEP = 20
"""Characters that are kept, or members of a list that are looked at, for one step."""

_MULTIPLYING = (
    "batch",
    "center",
    "format",
    "indent",
    "join",
    "replace",
    "slice",
    "sum",
    "tojson",
    "truncate",
    "urlize",
    "wordwrap",
    "xmlattr",
)
"""Filters that can make much of little: all that they are given is multiplied."""

_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither XML nor UTF-8 can carry."""
CHARACTER_REFUSED = "character-refused"
"""The message of the syntax error at such a character."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget, without arithmetic on texts and without their methods."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))
    closed: tuple[type, ...] = (str, int, float)
    """What a template prints or passes on, but never looks into."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.steps_left = _MOST_STEPS
        self.guard()

    def guard(self) -> None:
        """Bound every filter and every test."""
        self.filters = {
            name: self.guarded(name, cast("Any", each)) for name, each in self.filters.items()
        }
        self.tests = {
            name: self.guarded(name, cast("Any", each)) for name, each in self.tests.items()
        }

    def filled(self, template: Template, variables: Mapping[str, object], *, longest: int) -> str:
        """Return ``template`` filled in, with a new budget and at most ``longest`` characters."""
        self.steps_left = _MOST_STEPS
        kept: list[str] = []
        size = 0
        for chunk in template.generate(variables):
            kept.append(chunk)
            size += len(chunk)
            if size > longest:
                raise EndlessTemplateError
        return "".join(kept)

    def spend(self, steps: int) -> None:
        """Take ``steps`` from the budget."""
        self.steps_left -= steps
        if self.steps_left < 0:
            raise EndlessTemplateError

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield ``items``, each a step; every loop of a template runs over this."""
        for each in items:
            self.spend(1)
            yield each

    def concat(self, pieces: Iterable[str]) -> str:
        """Join what a macro or a block has printed; what is kept is bounded too."""
        text = "".join(pieces)
        self.spend(len(text) // _CHARACTERS_A_STEP)
        return text

    def weighed(self, value: Any) -> Any:
        """Return a value that is made or compared, once its members have been counted."""
        self.spend(weight(value) // _CHARACTERS_A_STEP)
        return value

    def guarded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter or a test that takes and gives no more than the budget allows."""

        @wraps(function)
        def bounded(*args: Any, **kwargs: Any) -> Any:
            args = tuple(map(self._listed, args))
            given = (*args, *kwargs.values())
            if name in _MULTIPLYING and math.prod(map(factor, given)) > LARGEST:
                raise EndlessTemplateError
            self.spend(sum(weight(each) for each in given) // _CHARACTERS_A_STEP)
            return self.weighed(function(*args, **kwargs))

        return bounded

    def _listed(self, value: Any) -> Any:
        """Return what comes piece by piece as a list, which can be weighed."""
        return list(self.counted(value)) if isinstance(value, Iterator) else value

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or a function; each is a step, and so is each character given to it."""
        texts = (each for each in (*args, *kwargs.values()) if isinstance(each, str))
        self.spend(1 + sum(map(len, texts)))
        return super().call(context, obj, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may look into ``obj``."""
        return not isinstance(obj, self.closed) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add numbers or lists; texts are not joined, and nothing grows without bound."""
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            self.spend(len(left) + len(right))
            return self.weighed(left + right)
        if operator != "+" or not (isinstance(left, int) and isinstance(right, int)):
            raise EndlessTemplateError
        return super().call_binop(context, operator, left, right)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        *args: Any,
        **kwargs: Any,
    ) -> str:
        """Compile a template whose loops are counted and which joins no texts."""
        joined = source.find(nodes.Concat)
        if joined is not None:
            raise TemplateSyntaxError("~", joined.lineno, name, filename)
        for text in source.find_all((nodes.Const, nodes.TemplateData)):
            value = getattr(text, "data" if isinstance(text, nodes.TemplateData) else "value")
            if isinstance(value, str) and _REFUSED.search(value):
                raise TemplateSyntaxError(CHARACTER_REFUSED, text.lineno, name, filename)
        source = Weighing().visit(source)
        for loop in source.find_all(nodes.For):
            count = nodes.EnvironmentAttribute("counted", lineno=loop.lineno)
            loop.iter = nodes.Call(count, [loop.iter], [], None, None, lineno=loop.lineno)
        return super()._generate(source, name, filename, *args, **kwargs)
