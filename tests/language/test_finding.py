"""Names are found however they are written."""

from __future__ import annotations

import pytest

from generator.language.finding import telling, tells


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Łukasz", "Lukasz was there."),
        ("Đorđević", "dordevic@example.org"),
        ("Søren", "SOREN"),
        ("Işıl", "Isil"),
        ("Żuk", "Mr Zuk"),
        ("Żuk", "Mr Z\u0307uk"),
        ("Ng", "NG"),
    ],
)
def test_a_name_is_found_without_its_marks(name: str, text: str) -> None:
    """Also where the mark is a stroke, which Unicode does not take apart, and in short names."""
    assert tells(text, frozenset(telling(name)))


@pytest.mark.parametrize("text", ["zuk", "Zukunft", "a song"])
def test_a_short_name_is_found_as_names_are_written_only(text: str) -> None:
    """In small letters, or inside a word, it is another word."""
    assert not tells(text, frozenset([*telling("Żuk"), *telling("Ng")]))


def test_particles_of_names_tell_nobody() -> None:
    """A Spanish letter has “El” in each paragraph, and a French one “Le”."""
    words = frozenset([*telling("Omar El Masri"), *telling("Le Van Tho")])
    assert not tells("El gobierno; Le Monde; Van Gogh", words)
    assert tells("Masri", words)
    assert tells("Tho", words)


def test_who_has_nothing_but_a_particle_is_found_by_it() -> None:
    """A name of one short word is a name all the same."""
    assert tells("Asked by Ben.", frozenset(telling("Ben")))
