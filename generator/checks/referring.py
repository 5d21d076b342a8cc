"""Which keys of a record refer to which kind of records, in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.library import Entry, Library
from generator.model.scalars import is_id, is_table
from generator.yamlfiles.nodes import YamlList, YamlMap

Path = tuple[str | int, ...]

# The keys that refer, for each kind of record, and the kind they refer to. A
# star stands for every entry of a list or every key of a mapping.
_REFERENCES: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "recommendation": (
            ("evidence.*", "evidence"),
            ("cases.*", "case"),
            ("responses.*", "response"),
            ("commitments.*", "commitment"),
            ("audiences.*.commitments.*", "commitment"),
        ),
        "evidence": (("sources.*.source", "source"),),
        "response": (("sources.*.source", "source"),),
        "quotation": (("sources.*.source", "source"), ("speaker", "person")),
        "figure": (
            ("sources.*.source", "source"),
            ("counted_by", "organisation"),
            ("place", "place"),
            ("conflicts_with.*", "figure"),
            ("parts.*", "figure"),
            ("of", "figure"),
        ),
        "chart": (
            ("evidence", "evidence"),
            ("series.*.figures.*", "figure"),
            ("whole.*", "figure"),
        ),
        "prior": (
            ("sources.*.source", "source"),
            ("evidence.*", "evidence"),
            ("themes.*", "theme"),
            ("audiences.*", "audience"),
        ),
        "source": (("relies_on.*", "source"),),
        "case": (
            ("people.*", "person"),
            ("themes.*", "theme"),
            ("history.*.sources.*.source", "source"),
        ),
        "person": (
            ("naming.source", "source"),
            ("naming.audiences.*", "audience"),
            ("legal_status.*.source", "source"),
        ),
        "list": (("people.*", "person"),),
        "commitment": (("themes.*", "theme"),),
        "office": (("body", "organisation"), ("audience", "audience")),
        "document": (("audiences.*", "audience"), ("addressees.bodies.*", "organisation")),
        "brief": (
            ("themes.*", "theme"),
            ("signatories.*.organisation", "organisation"),
            ("select.include.*", "recommendation"),
            ("select.exclude.*", "recommendation"),
            ("deliveries.*.audience", "audience"),
            ("deliveries.*.document", "document"),
            ("deliveries.*.themes.*", "theme"),
            ("deliveries.*.addressees", "office"),
            ("deliveries.*.addressees.*", "office"),
            ("deliveries.*.select.include.*", "recommendation"),
            ("deliveries.*.select.exclude.*", "recommendation"),
        ),
    }
)
_OR_NAMES = "counted_by"
"""A key that may have names instead of an id, so that a text is a mistake of form."""
_UNDER_AUDIENCES = 4
"""``audiences``, the audience, ``commitments`` and the position there."""


def references(entry: Entry) -> Iterator[tuple[Path, str, str]]:
    """Yield every reference of a record: where it stands, the kind it refers to, and the id."""
    for pattern, kind in _REFERENCES.get(entry.kind, ()):
        for path, target in _values(entry.node, tuple(pattern.split(".")), ()):
            if pattern == _OR_NAMES and not is_id(target):
                continue
            yield path, "table" if kind == "office" and is_table(target) else kind, target


def referring_kinds() -> tuple[str, ...]:
    """Return the kinds of records that refer to others."""
    return tuple(_REFERENCES)


def may_exist(library: Library, kind: str, target: str, path: Path = ()) -> bool:
    """Tell whether ``target`` is there, or may be in a file that could not be read.

    What a recommendation cites to one audience stands in the file of this audience.
    """
    if library.entry(kind, target) is not None:
        return True
    files = library.lacking.get(kind, ())
    audience = audience_of_path(kind, path)
    if audience is not None:
        return any(audience_by_name(library, file) in (audience, None) for file in files)
    return bool(files)


def audience_of_path(kind: str, path: Path) -> str | None:
    """Return the only audience to which a reference is of use, if it is a commitment to one."""
    under_one = kind == "commitment" and len(path) == _UNDER_AUDIENCES
    return str(path[1]) if under_one else None


def audience_by_name(library: Library, file: str) -> str | None:
    """Return the audience that a file of commitments is called after, if it is one."""
    stem = file.rsplit("/", 1)[-1].removesuffix(".yaml")
    return stem if library.entry("audience", stem) else None


def _values(node: object, pattern: Path, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every value that ``pattern`` reaches below ``node``, with its path."""
    if not pattern:
        if isinstance(node, str) and node.strip():
            yield path, str(node)
        return
    head, rest = pattern[0], pattern[1:]
    if head != "*":
        if isinstance(node, YamlMap) and head in node:
            yield from _values(node[str(head)], rest, (*path, head))
    elif isinstance(node, YamlMap):
        for key, value in node.items():
            yield from _values(value, rest, (*path, key))
    elif isinstance(node, YamlList):
        for index, value in enumerate(node):
            yield from _values(value, rest, (*path, index))
