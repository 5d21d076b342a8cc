"""The page template of PDF and HTML: a sandboxed Jinja environment and its filters."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from generator.render.base import RenderFailure
from generator.templating import CHARACTER_REFUSED, EndlessTemplateError, Sandbox

TEMPLATE = "page.html.j2"

_FILE_NAME = "<template>"
"""What Jinja calls the file of a template that is given as a text."""

_LONGEST = 20_000_000
"""Characters of a page; a hundred times a long letter."""

_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What a faulty template can raise while it is filled in."""

_COUNTER = re.compile(r"\{(page|pages)\}")
_UNSAFE_IN_CSS = re.compile(r"[^ !#-%(-;=?-\[\]-~\u00a0-\U0010ffff]")


def css_string(words: str) -> Markup:
    """Return ``words`` as a CSS string that can end neither itself nor its style element."""
    escaped = _UNSAFE_IN_CSS.sub(lambda match: f"\\{ord(match[0]):x} ", words)
    return Markup(f'"{escaped}"')  # noqa: S704 (every character that means something is escaped)


def css_families(names: Iterable[str]) -> Markup:
    """Return font families as a list in CSS."""
    return Markup(", ").join(css_string(name) for name in names)


def css_lines(lines: Iterable[str]) -> Markup:
    """Return ``lines`` as the content of a CSS box, one below the other."""
    return Markup(' "\\a " ').join(css_string(line) for line in lines) or Markup('""')


def css_counters(words: str) -> Markup:
    """Return ``words`` as the content of a CSS box, with counters for {page} and {pages}."""
    pieces = _COUNTER.split(words)
    parts = [
        f"counter({piece})" if place % 2 else css_string(piece)
        for place, piece in enumerate(pieces)
        if piece
    ]
    return Markup(" ".join(parts) or '""')  # noqa: S704 (made of css_string and two constants)


def style_text(css: str) -> Markup:
    """Return a style sheet that cannot end the style element it stands in."""
    return Markup(css.replace("</", "<\\/"))  # noqa: S704 (a style element's text is not escaped)


@cache
def environment() -> Sandbox:
    """Return the environment of the page template."""
    made = Sandbox(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
    )
    own = {
        "css_string": css_string,
        "css_families": css_families,
        "css_counters": css_counters,
        "css_lines": css_lines,
    }
    made.filters.update((name, made.guarded(name, each)) for name, each in own.items())
    return made


@lru_cache(maxsize=8)
def _compiled(template: str) -> Template:
    return environment().from_string(template)


def fill(template: str, variables: Mapping[str, object]) -> str:
    """Return ``template`` filled in with ``variables``."""
    try:
        filled = environment().filled(_compiled(template), variables, longest=_LONGEST)
        filled.encode()
    except UnicodeEncodeError as error:
        raise RenderFailure("character-refused", file=TEMPLATE, line=None) from error
    except EndlessTemplateError as error:
        raise RenderFailure("page-template-endless", file=TEMPLATE, line=_line_of(error)) from error
    except _FAULTS as error:
        line = _line_of(error)
        if isinstance(error, TemplateSyntaxError) and error.message == CHARACTER_REFUSED:
            raise RenderFailure("character-refused", file=TEMPLATE, line=line) from error
        raise RenderFailure("page-template", file=TEMPLATE, line=line, detail=str(error)) from error
    return filled


def _line_of(error: Exception) -> int | None:
    """Return the line of the template in which ``error`` arose, where it is known."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((each.lineno for each in frames if each.filename == _FILE_NAME), None)
