"""The sandbox in which templates are filled in: whatever they print becomes a token."""

from __future__ import annotations

from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, pass_context
from markupsafe import Markup

from generator.compose.fragment import Fragment
from generator.letter import Text
from generator.loading.templates import Templates
from generator.loading.workspace import Workspace
from generator.markup.tokens import Tokens, without_tokens
from generator.templating import Sandbox
from generator.templating.kept import CompiledOnce

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


_COMPILED = CompiledOnce()
"""For every document of this process: the code of a template knows nothing of a letter."""


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

    sandbox = _LetterSandbox(
        loader=_Templates(workspace),
        bytecode_cache=_COMPILED,
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
