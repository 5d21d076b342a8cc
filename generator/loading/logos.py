"""The logos of a workspace: pictures in its folder ``templates``."""

from __future__ import annotations

from dataclasses import replace

from generator.loading.templates import Templates, TemplateUnusableError
from generator.loading.workspace import Workspace
from generator.pictures.picture import Picture, PictureRefusedError
from generator.pictures.reading import read_picture
from generator.problems import Place, Problem, problem


class LogoRefusedError(Exception):
    """A logo cannot be used, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem

    def told(self, organisation: str) -> Problem:
        """Return the problem as one of ``organisation``."""
        return replace(self.problem, id=organisation)


def logo_file(workspace: Workspace, name: str) -> Picture:
    """Return the picture ``templates/<name>``, or raise LogoRefusedError."""
    files, place = Templates(workspace), Place(f"templates/{name}")
    if not files.is_own(name):
        raise LogoRefusedError(problem("picture-missing", place, file=name))
    try:
        return read_picture(name, files.read(name))
    except TemplateUnusableError as error:
        raise LogoRefusedError(error.problem) from error
    except PictureRefusedError as error:
        where = replace(place, line=error.line)
        raise LogoRefusedError(problem(error.rule, where, file=name, **error.fields)) from error
