"""The wording of a template that is tagged for translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes


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
