"""What somebody changed in a Word file that was built, and where to change it in the content."""

from __future__ import annotations

from generator.comparison.built import BuiltLetter, Wanted, letter_of
from generator.comparison.compare import Change, compare
from generator.comparison.places import Places

__all__ = ["BuiltLetter", "Change", "Places", "Wanted", "compare", "letter_of"]
