"""Whether a translation uses the terms of the glossary, and none that it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.catalogues.faults import Fault
from generator.catalogues.messages import without_placeholders
from generator.catalogues.tone import Tones
from generator.language.patterns import any_of, is_bounded
from generator.language.tone import sound_of
from generator.library import Library
from generator.model.glossary import Term
from generator.model.tone import Tone


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in one language: what to look for on either side."""

    term: str
    in_source: re.Pattern[str]
    use: re.Pattern[str] | None
    shown: str
    forbidden: tuple[tuple[re.Pattern[str], str, str], ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The glossary of one language, and the tone that a translation into it keeps."""

    entries: tuple[Entry, ...] = ()
    any_term: re.Pattern[str] | None = None
    tones: Tones = field(default_factory=Tones)

    def faults(self, source: str, text: str) -> Iterator[Fault]:
        """Yield each term of ``source`` that ``text`` does not render, or renders as forbidden."""
        source, text = without_placeholders(source), without_placeholders(text)
        for entry in self.entries:
            for pattern, wrong, reason in entry.forbidden:
                if pattern.search(text) and entry.in_source.search(source):
                    fields = {"term": entry.term, "wrong": wrong, "reason": reason}
                    yield Fault("glossary-forbidden", fields)
        if self.any_term is None or not self.any_term.search(source):
            return
        for entry in self.entries:
            if entry.use and entry.in_source.search(source) and not entry.use.search(text):
                yield Fault("glossary-missing", {"term": entry.term, "use": entry.shown})


def glossary_of(library: Library, locale: str) -> Glossary:
    """Return the glossary of ``locale``."""
    entries = tuple(each for term in library.all(Term) for each in _entries(term, locale))
    tones = Tones(
        sound_of(library.get(Tone, library.settings.source_locale)),
        sound_of(library.get(Tone, locale)),
    )
    if not entries:
        return Glossary(tones=tones)
    any_term = re.compile("|".join(each.in_source.pattern for each in entries), re.IGNORECASE)
    return Glossary(entries, any_term, tones)


def _entries(term: Term, locale: str) -> Iterator[Entry]:
    """Yield the entry of a term, where the language renders it."""
    found = term.renderings.get(locale)
    if found is None:
        return
    bounded = is_bounded(locale)
    yield Entry(
        term=term.term,
        in_source=any_of((term.term, *term.also), bounded=True),
        use=any_of(found.use, bounded=bounded) if found.use else None,
        shown=" / ".join(each.replace("*", "…") for each in found.use),
        forbidden=tuple(
            (any_of((each.text,), bounded=bounded), each.text.replace("*", "…"), each.reason)
            for each in found.forbidden
        ),
    )
