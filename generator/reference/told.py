"""What the reference says in words of its own (``reference.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def told(table: str) -> Mapping[str, str]:
    """Return a table of ``reference.toml``."""
    text = resources.files("generator.reference").joinpath("reference.toml").read_text("utf-8")
    return dict(tomllib.loads(text)[table])
