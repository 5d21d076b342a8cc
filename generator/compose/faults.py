"""What a faulty template raises while it is filled in, as a problem at its line."""

from __future__ import annotations

import traceback

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.loading.templates import TemplateUnusableError
from generator.markup.tokens import MarkupError
from generator.problems import Place, Problem, problem
from generator.templating import CHARACTER_REFUSED, EndlessTemplateError

FAULTS = (
    TemplateError,
    SyntaxError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
    TemplateUnusableError,
    MarkupError,
)
"""What a faulty template can raise while it is filled in."""


def template_fault(error: Exception, template: str) -> Problem:
    """Return the problem behind an error of ``template``, at its line."""
    place = _place_of(error, template)
    match error:
        case TemplateUnusableError(problem=found):
            return found
        case MarkupError(rule=rule):
            return problem(rule, place)
        case EndlessTemplateError() | RecursionError():
            return problem("template-endless", place)
        case TemplateNotFound(name=name):
            return problem("template-missing", place, name=name)
        case TemplateSyntaxError():
            return _syntax(error, place)
        case _:
            return problem("template-fault", place, reason=str(error))


def _syntax(error: TemplateSyntaxError, place: Place) -> Problem:
    """Return the problem of a template that cannot be compiled."""
    if error.message == "~":
        return problem("template-joins", place)
    if error.message == CHARACTER_REFUSED:
        return problem("character-refused", place)
    return problem("template-fault", place, reason=str(error))


def _place_of(error: Exception, template: str) -> Place:
    """Return the innermost line of a template in which ``error`` arose."""
    if isinstance(error, TemplateSyntaxError):
        return Place(f"templates/{error.name}", error.lineno)
    frames = reversed(traceback.extract_tb(error.__traceback__))
    found = next((each for each in frames if each.filename.endswith(".md.j2")), None)
    name = found.filename if found else template
    return Place(f"templates/{name}", (found and found.lineno) or 1)
