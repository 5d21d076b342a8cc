"""Locators of citations: the words are translated once, the numbers stay what they are."""

from __future__ import annotations

import re

# 6, 12.a, III, IV.C, 2018/25: what differs between locators of the same kind.
_NUMBER = re.compile(r"(?<![\w{])(?:\d[\w./-]*|[IVXLC]+(?:\.[A-Z])?)(?!\w)")


def locator_pattern(locator: str) -> tuple[str, dict[str, str]]:
    """Return a locator with placeholders for its numbers, and what these stand for.

    >>> locator_pattern("sections 1.a and 3")
    ('sections {a} and {b}', {'a': '1.a', 'b': '3'})
    """
    filling: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        name = chr(ord("a") + len(filling))
        filling[name] = match.group()
        return f"{{{name}}}"

    escaped = locator.replace("{", "{{").replace("}", "}}")
    return _NUMBER.sub(named, escaped, count=26), filling
