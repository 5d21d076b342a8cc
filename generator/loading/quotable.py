"""What a message may quote: values of public records only; of others it names the key."""

from __future__ import annotations

from collections.abc import Sequence

from generator.yamlfiles.nodes import YamlList, YamlMap

_NEVER = frozenset({"person", "list"})
_AS_MARKED = frozenset({"evidence", "response", "quotation", "chart", "case", "source", "prior"})


def quotable(kind: str, node: object, path: Sequence[str | int] = ()) -> bool:
    """Tell whether a message may quote the value at ``path`` of a record of ``kind``.

    What says nothing of its sensitivity is internal; a public event of a case
    that is not public stays unquoted.
    """
    if kind in _NEVER:
        return False
    if kind not in _AS_MARKED:
        return True
    return _is_marked_public(node) and all(map(_is_marked_public, _events(node, path)))


def _is_marked_public(node: object) -> bool:
    """Tell whether a record says that it is public."""
    return isinstance(node, YamlMap) and node.get("sensitivity") == "public"


def _events(node: object, path: Sequence[str | int]) -> list[object]:
    """Return the event of a case that ``path`` leads into, if it does."""
    match [*path[:2]]:
        case ["history", int(index)] if isinstance(node, YamlMap):
            history = node.get("history")
            return [history[index]] if isinstance(history, YamlList) else []
        case _:
            return []
