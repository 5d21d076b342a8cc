"""Why an item is in a document or left out; the wording of each reason is in ``reasons.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Decision:
    """Why one item is in (``included``) or out."""

    id: str
    kind: str
    included: bool
    reason: str


@cache
def _reasons() -> dict[str, str]:
    """Return the wording of every reason."""
    text = resources.files("generator.selection").joinpath("reasons.toml").read_text("utf-8")
    return tomllib.loads(text)


def decision(id: str, kind: str, reason: str, *, included: bool, **fields: Any) -> Decision:  # noqa: A002 (the JSON field is called id)
    """Return the decision on an item, worded."""
    return Decision(id, kind, included, _reasons()[reason].format(**fields))
