"""The paper that is usual where a language is spoken (``paper.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from generator.language.cldr import territory
from generator.letter import Paper


def paper_of(locale: str) -> Paper:
    """Return the paper of a locale, by its territory or that where most speakers live."""
    return "Letter" if territory(locale) in _letter() else "A4"


@cache
def _letter() -> frozenset[str]:
    """Return the territories that write on US Letter."""
    text = resources.files("generator.language").joinpath("paper.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["letter"])
