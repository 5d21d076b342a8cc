"""The file of identities: real names that are kept outside the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from generator.loading.translate import problems_of
from generator.model.kinds import Kind
from generator.model.people import IdentitiesFile, Identity
from generator.problems import Place, Problem, problem
from generator.yamlfiles.files import read_text
from generator.yamlfiles.nodes import YamlMap, place_of
from generator.yamlfiles.reader import read_yaml

_KIND = Kind("identities", "", IdentitiesFile, {"people": "person"}, guarded=True)


@dataclass(frozen=True, slots=True)
class Identified:
    """One entry of a file of identities, and where it stands."""

    identity: Identity
    place: Place


def read_identities(path: Path) -> tuple[tuple[Identified, ...], tuple[Problem, ...]]:
    """Return the entries of a file of identities, or every problem of its form; no values."""
    file = str(path)
    text, problems = read_text(path, root=path.resolve().parent, file=file)
    if text is None:
        return (), tuple(problems)
    node, wrong = read_yaml(text, file=file, public=False)
    problems += wrong
    if node is not None and not isinstance(node, YamlMap):
        problems.append(problem("file-not-mapping", Place(file), kind=_KIND.name))
    if problems or not isinstance(node, YamlMap):
        return (), tuple(problems)
    try:
        whole = IdentitiesFile.model_validate(node)
    except ValidationError as error:
        return (), tuple(problems_of(error, node, file=file, kind=_KIND))
    return tuple(_placed(whole, node, file)), ()


def _placed(whole: IdentitiesFile, node: YamlMap, file: str) -> Iterator[Identified]:
    """Yield each entry with its place."""
    for at, each in enumerate(whole.people):
        yield Identified(each, place_of(node, ("people", at, "id"), file=file))
