"""Templates can be read: text of UTF-8, with no character that a letter cannot carry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.loading.workspace import defaults_folder
from generator.problems import Problem
from generator.yamlfiles.files import read_text
from generator.yamlfiles.syntax import refused_character

_ENDING = ".md.j2"


def templates_readable(library: Library) -> Iterator[Problem]:
    """Yield a problem for each template of a document, or part of one, that cannot be used."""
    workspace = library.workspace
    own = {path.name for path in (workspace.root / "templates").glob(f"*{_ENDING}")}
    shipped = {path.name for path in (defaults_folder() / "templates").glob(f"*{_ENDING}")}
    for name in sorted(own | shipped):
        path, file = workspace.template(name), f"templates/{name}"
        root = workspace.root if path.is_relative_to(workspace.root) else defaults_folder()
        text, problems = read_text(path, root=root, file=file)
        yield from problems
        refused = refused_character(text, file=file) if text is not None else None
        if refused:
            yield refused
