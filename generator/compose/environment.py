"""The sandbox in which templates are filled in: whatever they print becomes a token."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, pass_context
from markupsafe import Markup

from generator.compose.fragment import Fragment
from generator.letter import Text
from generator.loading.templates import Templates
from generator.loading.workspace import Workspace
from generator.markup.tokens import Tokens, without_tokens
from generator.templating import Sandbox

_FILTERS = (
    "default",
    "first",
    "last",
    "length",
    "list",
    "map",
    "select",
    "reject",
    "unique",
)


_A_STEP = 5
"""Characters and pieces of a fragment for one step of the budget."""


class _Templates(BaseLoader):
    """Finds templates in the workspace, then in the package; nowhere else."""

    def __init__(self, workspace: Workspace) -> None:
        self._files = Templates(workspace)

    def get_source(self, environment: Any, template: str) -> Any:  # noqa: ARG002 (Jinja's signature)
        if "/" in template or template not in self._files:
            raise TemplateNotFound(template)
        return without_tokens(self._files.text(template)), template, lambda: True


class _LetterSandbox(Sandbox):
    """A sandbox that looks into no fragment either."""

    closed = (*Sandbox.closed, Fragment)

    def compile(self, source: Any, name: Any = None, filename: Any = None, *_: Any) -> Any:
        """Return a template compiled, each text once a process."""
        return _compiled(source, name, filename)


def environment(workspace: Workspace, tokens: Tokens) -> Sandbox:
    """Return the sandbox for one document; an undefined name is an error."""

    @pass_context
    def printed(context: Any, value: Any) -> Any:  # noqa: ARG001 (Jinja's signature)
        if isinstance(value, Markup):
            return value
        if isinstance(value, Fragment):
            sandbox.spend(value.weight() // _A_STEP)
            return Markup(tokens.keep(value.inlines)) if value else Markup("")  # noqa: S704 (a token)
        if isinstance(value, int) and not isinstance(value, bool):
            return Markup(str(value))  # noqa: S704 (figures)
        if isinstance(value, StrictUndefined):
            return value
        if not isinstance(value, str):
            raise TypeError(type(value).__name__)
        return Markup(tokens.keep((Text(without_tokens(value)),)))  # noqa: S704 (a token)

    sandbox = _sandbox(printed, _Templates(workspace))
    return sandbox


def _sandbox(printed: Callable[..., Any], templates: _Templates | None = None) -> Sandbox:
    """Return a sandbox that makes a text of everything by ``printed``."""
    sandbox = _LetterSandbox(
        loader=templates,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
    )
    sandbox.filters = {name: sandbox.filters[name] for name in _FILTERS}
    sandbox.globals.clear()
    return sandbox


@lru_cache(maxsize=32)
def _compiled(source: str, name: str | None, filename: str | None) -> CodeType:
    """Return a template compiled: the same for every letter, whatever prints its texts."""

    @pass_context
    def printed(context: Any, value: Any) -> Any:  # noqa: ARG001 (Jinja's signature)
        return value

    return Sandbox.compile(_sandbox(printed), source, name, filename)
