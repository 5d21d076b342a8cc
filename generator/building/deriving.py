"""What is kept of a Word file for the office: its paragraphs, and where their words come from."""

from __future__ import annotations

from typing import Any

from generator.compose.origins import Origin
from generator.inspection.word_story import story_of


def derived(data: bytes, origins: tuple[Origin, ...]) -> dict[str, Any]:
    """Return the record of a Word file, which lets a colleague's edits be taken back."""
    return {
        "paragraphs": [[each.part, each.text] for each in story_of(data).paragraphs if each.text],
        "origins": [
            {
                "text": each.text,
                "id": each.id,
                "key": each.key,
                "context": each.context,
                "locale": each.locale,
                "file": each.place.file,
                "line": each.place.line,
            }
            for each in origins
        ],
    }
