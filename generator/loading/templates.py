"""The template files of a workspace: its own, else those of the package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.loading.workspace import Workspace, defaults_folder
from generator.problems import Problem
from generator.yamlfiles.files import read_text
from generator.yamlfiles.syntax import refused_character

_PAGE_FILES = ("page.html.j2", "page.css", "word.docx")
_BINARY = (".docx", ".png")


class TemplateUnusableError(Exception):
    """A template file that cannot be used, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Templates:
    """Reads template files; one of the workspace's own that is no good is never passed over."""

    workspace: Workspace

    @property
    def cache(self) -> Path:
        """Return the folder of the workspace for what is kept from one build to the next."""
        return self.workspace.cache

    def __contains__(self, name: str) -> bool:
        """Tell whether there is anything that is called ``name``."""
        return self.is_own(name) or self._default(name).is_file()

    def read(self, name: str) -> bytes:
        """Return the bytes of the file ``name``, or raise TemplateUnusableError."""
        if not self.is_own(name):
            return self._default(name).read_bytes()
        path = self._own(name)
        text, found = read_text(path, root=self.workspace.root, file=f"templates/{name}")
        binary = name.endswith(_BINARY)
        wrong = [each for each in found if not (binary and each.rule == "not-utf8")]
        if wrong:
            raise TemplateUnusableError(wrong[0])
        return path.read_bytes() if binary or text is None else text.encode()

    def problems(self) -> Iterator[Problem]:
        """Yield why a file of the workspace's page, or of its Word styles, cannot be read."""
        for name in _PAGE_FILES:
            try:
                self.read(name)
            except TemplateUnusableError as error:
                yield error.problem

    def text(self, name: str) -> str:
        """Return the text of the file ``name``, or raise TemplateUnusableError."""
        text = self.read(name).decode()
        refused = refused_character(text, file=f"templates/{name}")
        if refused:
            raise TemplateUnusableError(refused)
        return text

    def _own(self, name: str) -> Path:
        return self.workspace.root / "templates" / name

    def is_own(self, name: str) -> bool:
        """Tell whether the workspace has something called ``name``, if only a broken link."""
        own = self._own(name)
        return own.exists() or own.is_symlink()

    def _default(self, name: str) -> Path:
        return defaults_folder() / "templates" / name
