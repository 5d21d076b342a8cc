"""The explanation as one HTML page for a director: a small bar for each limit."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template

from generator.explain.explained import Explanation


def page(explanation: Explanation) -> str:
    """Return the explanation as an HTML page of its own."""
    return _template().render(explanation=explanation)


@cache
def _template() -> Template:
    """Return the page's template, which the package brings."""
    text = resources.files("generator.explain").joinpath("explanation.html.j2").read_text("utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
