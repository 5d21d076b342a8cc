"""Which paper is usual where a language is spoken."""

from __future__ import annotations

import pytest

from generator.language.paper import paper_of


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en", "A4"),  # British here
        ("en-US", "Letter"),
        ("en-CA", "Letter"),
        ("fr", "A4"),
        ("fr-CA", "Letter"),
        ("es", "A4"),
        ("es-MX", "Letter"),
        ("fil", "Letter"),  # most speakers live in the Philippines
        ("ar", "A4"),
        ("kk", "A4"),
        ("zh-Hans", "A4"),
    ],
)
def test_the_territory_decides(locale: str, paper: str) -> None:
    """The one that the locale names, or where most speakers live."""
    assert paper_of(locale) == paper
