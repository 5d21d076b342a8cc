"""Which letter a Word file was made from: the one, of all that were built, that says most of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.comparison.words import key_of, shared, words_of
from generator.compose.origins import Origin
from generator.inspection.word_story import Story
from generator.output.manifest import manifest_of, read_manifest
from generator.output.origins import origins_of, read_origins
from generator.output.withdrawal import briefs_built
from generator.problems import Place

_FORMAT = "docx"
_LEAST = 0.4
"""What a file and the letter that it was made from share at the least, if nobody names it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says of the letter that a file was made from; empty names leave it open."""

    brief: str | None = None
    delivery: str | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class BuiltLetter:
    """A Word file that was built: what the manifest says of it, its paragraphs, their origins."""

    brief: str
    record: Mapping[str, Any]
    paragraphs: tuple[tuple[str, str], ...]
    origins: tuple[Origin, ...]

    def said(self, key: str) -> str | None:
        """Return a field of the record."""
        value = self.record.get(key)
        return None if value is None else str(value)


def letter_of(story: Story, out: Path, wanted: Wanted) -> BuiltLetter | None:
    """Return the letter that a file was made from, if one was built that is like it."""
    said = Counter(word for each in story.paragraphs for word in key_of(words_of(each.text)))
    best, most = None, -1.0 if wanted.brief else _LEAST
    for each in letters_built(out, wanted):
        likeness = shared(said, _counted(each))
        if likeness > most:
            best, most = each, likeness
    return best


def _counted(letter: BuiltLetter) -> Counter[str]:
    return Counter(word for _, text in letter.paragraphs for word in key_of(words_of(text)))


def letters_built(out: Path, wanted: Wanted) -> Iterator[BuiltLetter]:
    """Yield the Word files that were built, those that stand there before those replaced."""
    for listed in ("outputs", "earlier"):
        for brief in briefs_built(out):
            if wanted.brief not in (None, brief):
                continue
            manifest = read_manifest(manifest_of(out, brief)) or {}
            for record in reversed(manifest.get(listed, [])):
                if _is_wanted(record, wanted):
                    found = read_origins(origins_of(out, brief, record))
                    if found:
                        yield from _letter(brief, record, found)


def _is_wanted(record: Mapping[str, Any], wanted: Wanted) -> bool:
    return (
        record.get("format") == _FORMAT
        and wanted.delivery in (None, record.get("delivery"))
        and wanted.locale in (None, record.get("locale"))
    )


def _letter(
    brief: str, record: Mapping[str, Any], found: Mapping[str, Any]
) -> Iterator[BuiltLetter]:
    """Yield what a record says; of one that somebody edited, nothing."""
    try:
        paragraphs = tuple((str(part), str(text)) for part, text in found["paragraphs"])
        origins = tuple(
            Origin(
                text=str(each["text"]),
                id=each["id"],
                key=each["key"],
                context=str(each["context"]),
                locale=str(each["locale"]),
                place=Place(str(each["file"]), int(each["line"])),
            )
            for each in found["origins"]
        )
    except (KeyError, TypeError, ValueError):
        return
    yield BuiltLetter(brief, record, paragraphs, origins)
