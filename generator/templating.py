"""What a template may do: place and repeat what it is given, within bounds of time and memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_STEPS = 500_000
"""Rounds of loops, calls, and characters handed to calls; a letter of ten pages takes 5,000."""


class EndlessTemplateError(TemplateError):
    """A template that does not end, or fills the memory."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget, without arithmetic on texts and without their methods."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))
    closed: tuple[type, ...] = (str, int, float)
    """What a template prints or passes on, but never looks into."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.steps_left = _MOST_STEPS

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
        elif operator != "+" or not (isinstance(left, int) and isinstance(right, int)):
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
        for loop in source.find_all(nodes.For):
            count = nodes.EnvironmentAttribute("counted", lineno=loop.lineno)
            loop.iter = nodes.Call(count, [loop.iter], [], None, None, lineno=loop.lineno)
        return super()._generate(source, name, filename, *args, **kwargs)
