"""What a template may do: place and repeat what it is given, within bounds of time and memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_STEPS = 500_000
"""Rounds of loops, calls, and characters handed to calls; a letter of ten pages takes 5,000."""


__all__ = [
    "EndlessTemplateError",
    "Sandbox",
    "TemplateSyntaxError",
    "Wording",
    "wordings",
]


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


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of a template that is tagged for translation, and its plural where it has one.

    ``comment``: what the template tells the translator in ``{# Translators: … #}`` above it.
    """

    text: str
    plural: str | None
    line: int
    comment: str | None


_TAGS = {"_": 1, "ngettext": 2}
"""What tags a wording, and how many texts it takes."""
_FOR_TRANSLATORS = "Translators:"


class WordingError(Exception):
    """A template whose wording cannot be read: the rule of the problem, its line and reason."""

    def __init__(self, rule: str, line: int, reason: str | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.line = line
        self.reason = reason


def wordings(source: str) -> Iterator[Wording]:
    """Yield the tagged wording of a template; raise WordingError where it is not literal."""
    parser = Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 (it only reads)
    try:
        comments = _comments(parser, source)
        calls = [each for each in parser.parse(source).find_all(nodes.Call) if _tag(each)]
    except TemplateSyntaxError as error:
        raise WordingError("template-fault", error.lineno, error.message) from error
    except RecursionError as error:
        raise WordingError("template-endless", 1) from error
    for call in sorted(calls, key=lambda each: each.lineno):
        texts = [each.value for each in call.args if isinstance(each, nodes.Const)]
        texts = [each for each in texts if isinstance(each, str)]
        if len(texts) != _TAGS[_tag(call)]:
            raise WordingError("template-wording", call.lineno)
        plural = texts[1] if len(texts) > 1 else None
        yield Wording(texts[0], plural, call.lineno, comments.get(call.lineno))


def _tag(call: nodes.Call) -> str:
    """Return the name of the tag that ``call`` is, or nothing."""
    named = isinstance(call.node, nodes.Name) and call.node.name in _TAGS
    return call.node.name if named else ""  # type: ignore[attr-defined]  # it is a Name


def _comments(parser: Environment, source: str) -> dict[int, str]:
    """Return what translators are told, by the line that it is about."""
    found: dict[int, str] = {}
    for line, kind, text in parser.lex(source):
        words = " ".join(text.split())
        if kind == "comment" and words.startswith(_FOR_TRANSLATORS):
            after = line + text.count("\n") + 1
            found[after] = words.removeprefix(_FOR_TRANSLATORS).strip()
    return found
