"""Texts whose spaces can be seen."""

from __future__ import annotations

_SEEN = str.maketrans({"\u00a0": "~", "\u202f": "¬", "\u2009": "^"})


def shown(text: str) -> str:
    """Return ``text`` with signs for the spaces that look like others."""
    return text.translate(_SEEN)
