"""Whether a translation uses the terms of the glossary, and none that it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogues.faults import Fault
from generator.catalogues.messages import without_placeholders
from generator.language.cldr import script
from generator.model.glossary import Term

_JOINED = ("Arab", "Hans", "Hant")
"""Scripts that write words without spaces, or with articles and prepositions fixed before them."""


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
    """The glossary of one language."""

    entries: tuple[Entry, ...] = ()
    any_term: re.Pattern[str] | None = None

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


def glossary_of(terms: Iterable[Term], locale: str) -> Glossary:
    """Return the glossary of ``locale``."""
    entries = tuple(each for term in terms for each in _entries(term, locale))
    if not entries:
        return Glossary()
    any_term = re.compile("|".join(each.in_source.pattern for each in entries), re.IGNORECASE)
    return Glossary(entries, any_term)


def _entries(term: Term, locale: str) -> Iterator[Entry]:
    """Yield the entry of a term, where the language renders it."""
    found = term.renderings.get(locale)
    if found is None:
        return
    bounded = script(locale) not in _JOINED
    yield Entry(
        term=term.term,
        in_source=_pattern((term.term, *term.also), bounded=True),
        use=_pattern(found.use, bounded=bounded) if found.use else None,
        shown=" / ".join(each.replace("*", "…") for each in found.use),
        forbidden=tuple(
            (_pattern((each.text,), bounded=bounded), each.text.replace("*", "…"), each.reason)
            for each in found.forbidden
        ),
    )


def _pattern(texts: Iterable[str], *, bounded: bool) -> re.Pattern[str]:
    """Return a pattern that finds any of ``texts`` as whole words."""
    either = "|".join(_words(each) for each in texts)
    edges = (r"(?<!\w)", r"(?!\w)") if bounded else ("", "")
    return re.compile(f"{edges[0]}(?:{either}){edges[1]}", re.IGNORECASE)


def _words(text: str) -> str:
    """Return a pattern for a text in which a star stands for letters, a space for any space."""
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in text.split())
    return r"\s+".join(parts)
