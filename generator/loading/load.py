"""Load every file of a workspace; content is read nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import ValidationError

from generator.loading.columns import read_offices
from generator.loading.entries import Entry, Loaded
from generator.loading.translate import problems_of
from generator.loading.workspace import Workspace, WorkspaceFile, shown
from generator.model.base import Record
from generator.model.kinds import Kind, kind_named
from generator.model.scalars import is_id, is_slug
from generator.problems import Place, Problem, problem
from generator.yamlfiles.files import read_text
from generator.yamlfiles.nodes import Node, YamlList, YamlMap
from generator.yamlfiles.reader import read_yaml


def load_files(workspace: Workspace) -> tuple[list[Loaded], list[Problem]]:
    """Return every file of the workspace as records, and every problem of the files' form."""
    loaded: list[Loaded] = []
    files = list(workspace.files())
    problems: list[Problem] = [*_root_problems(workspace, files)]
    for file in files:
        found, wrong = load_file(file)
        problems += wrong
        loaded.append(found or _unread(file))
    return loaded, problems


def load_file(file: WorkspaceFile) -> tuple[Loaded | None, list[Problem]]:
    """Return one file as records, or its problems."""
    wrong_name = _name_problem(file)
    if wrong_name:
        return None, [wrong_name]
    text, problems = read_text(file.path, root=file.root, file=file.name)
    if text is None:
        return None, problems
    content, wrong = _content(text, file.name, file.kind.name)
    problems += wrong
    return (
        Loaded(file, content.node, content.entries, content.lacking) if content else None
    ), problems


@dataclass(frozen=True, slots=True)
class _Content:
    """What a text holds, wherever its file stands."""

    node: YamlMap
    entries: tuple[Entry, ...]
    lacking: tuple[str, ...]


@lru_cache(maxsize=200)
def _content(text: str, file: str, kind_name: str) -> tuple[_Content | None, tuple[Problem, ...]]:
    """Return the records of a text and its problems; who watches reads anew what has changed."""
    kind = kind_named(kind_name)
    node, problems = _read(text, file, kind)
    if node is None:
        return None, tuple(problems)
    if not isinstance(node, YamlMap):
        return None, (*problems, problem("file-not-mapping", Place(file), kind=kind.name))
    lacking = _lacking(node, kind, problems)
    records, wrong = _validate(node, file=file, kind=kind)
    return _Content(node, tuple(records), lacking), (*problems, *wrong)


def _read(text: str, file: str, kind: Kind) -> tuple[Node | None, list[Problem]]:
    """Return what stands in a file: YAML, or a table."""
    if kind.table:
        return read_offices(text, file=file)
    return read_yaml(text, file=file, public=not kind.guarded)


def _unread(file: WorkspaceFile) -> Loaded:
    """Return a file that cannot be read: what it is called is still known."""
    node = YamlMap()
    entries = tuple(_sound_records(node, file=file.name, kind=file.kind))
    return Loaded(file, node, entries, tuple(file.kind.lists.values()), read=False)


def _lacking(node: YamlMap, kind: Kind, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return the kinds of records of which a file may hold more than its lists show.

    A list is no list, or misspelt, or stands twice, or an entry of it has no id.
    """
    fields = kind.model.model_fields
    strange = any(key not in fields for key in node)
    double = any(each.rule == "duplicate-key" and each.place.column == 1 for each in problems)
    return tuple(
        record_kind
        for key, record_kind in kind.lists.items()
        if double
        or (key not in node and (strange or fields[key].is_required()))
        or not _is_whole(node.get(key, YamlList()))
    )


def _is_whole(value: object) -> bool:
    """Tell whether a value is a list whose entries all have an id."""
    return isinstance(value, YamlList) and all(map(_id_of, value))


def _id_of(node: object) -> str | None:
    """Return the id of a record; a text that is no id may be another's key, or a name."""
    found = node.get("id") if isinstance(node, YamlMap) else None
    return str(found) if isinstance(found, str) and is_id(found) else None


def _name_problem(file: WorkspaceFile) -> Problem | None:
    """Return what is wrong with the name of a file: of some kinds it is an id."""
    if file.kind.record and not is_slug(file.path.stem):
        return problem(
            "id-form-file", Place(file.name), kind=file.kind.record, ending=file.path.suffix
        )
    inside = file.path.relative_to(file.root).as_posix()
    return None if inside.isprintable() else problem("file-name-form", Place(file.name))


def _validate(node: YamlMap, *, file: str, kind: Kind) -> tuple[list[Entry], list[Problem]]:
    """Return the records of a file; of a file with mistakes, those records that have none."""
    try:
        whole = kind.model.model_validate(node)
    except ValidationError as error:
        problems = list(problems_of(error, node, file=file, kind=kind))
        return list(_sound_records(node, file=file, kind=kind)), problems
    return list(_entries(whole, node, file=file, kind=kind)), []


def _entries(whole: Record, node: YamlMap, *, file: str, kind: Kind) -> Iterator[Entry]:
    """Yield an entry for each record of a file without mistakes."""
    if kind.record:
        yield Entry(kind.record, _name_of(file), whole, file, node, whole, node)
    elif not kind.lists:
        yield Entry(kind.name, kind.name, whole, file, node, whole, node)
    for key, record_kind in kind.lists.items():
        for record, below in zip(getattr(whole, key), node.get(key) or (), strict=True):
            yield Entry(record_kind, record.id, record, file, below, whole, node)


def _sound_records(node: YamlMap, *, file: str, kind: Kind) -> Iterator[Entry]:
    """Yield the sound records of a file with mistakes, so that references to them hold."""
    head = {key: value for key, value in node.items() if key not in kind.lists}
    for key, record_kind in kind.lists.items():
        for below in _items(node.get(key)):
            alone = YamlMap({**head, key: YamlList([below])})
            try:
                whole = kind.model.model_validate({**_empty_lists(kind), **alone})
            except ValidationError:
                name = _id_of(below)
                if name:
                    yield Entry(record_kind, name, None, file, below, None, node)
                continue
            record = getattr(whole, key)[0]
            yield Entry(record_kind, record.id, record, file, below, whole, node)
    name = _name_of(file)
    if kind.record and is_slug(name.removesuffix(".csv")):
        yield Entry(kind.record, name, None, file, node, None, node)


def _name_of(file: str) -> str:
    """Return the id of the record that a file is: its name, without the ending of YAML."""
    return file.rsplit("/", 1)[-1].removesuffix(".yaml")


def _empty_lists(kind: Kind) -> dict[str, list[Node]]:
    """Return every list of the kind, empty."""
    return {key: [] for key in kind.lists}


def _items(value: object) -> Iterable[Node]:
    """Return the entries of a list; nothing for anything else."""
    return value if isinstance(value, YamlList) else ()


def _root_problems(workspace: Workspace, files: Iterable[WorkspaceFile]) -> Iterator[Problem]:
    """Yield what is wrong with the workspace's folder itself, in which ``files`` were found."""
    root = workspace.root
    if not root.is_dir():
        yield problem("workspace-missing", Place(str(root)))
        return
    known = {file.path for file in files}
    for folder in ("recommendations", "briefs"):
        for path in sorted((root / folder).rglob("*.y*ml")):
            if path not in known:
                yield problem("file-misplaced", Place(shown(path.relative_to(root).as_posix())))
    for path in sorted((root / "briefs").rglob("*.csv")):
        if path not in known:
            yield problem("table-misplaced", Place(shown(path.relative_to(root).as_posix())))
    if not any((root / "briefs").glob("*.yaml")):
        yield problem("workspace-empty", Place(str(root)))
