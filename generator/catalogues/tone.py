"""Whether a translation leaves a claim a claim, and judges no more than its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.catalogues.faults import Fault
from generator.catalogues.messages import without_placeholders
from generator.language.tone import Sound


@dataclass(frozen=True, slots=True)
class Tones:
    """The words of the source language, and of the one that is translated into."""

    source: Sound = field(default_factory=Sound)
    target: Sound = field(default_factory=Sound)

    def faults(self, source: str, text: str) -> Iterator[Fault]:
        """Yield a fault where doubt is lost, and for each word that judges where none did."""
        source, text = (without_placeholders(each, "…") for each in (source, text))
        yield from self._lost(source, text)
        if any(self.source.unwanted_in(source)):
            return
        for each in self.target.unwanted_in(text):
            said = {"word": each.word, "instead": each.instead, "reason": each.reason}
            yield Fault(each.rule, {"key": "msgstr", **said})

    def _lost(self, source: str, text: str) -> Iterator[Fault]:
        """Yield a fault where the source says that a claim is one, and the translation does not."""
        target = self.target
        hedge = target.hedges and self.source.hedge(source)
        if hedge and not target.hedge(text):
            yield Fault("hedge-lost", {"word": hedge})
            return
        claim = target.attributions and self.source.attribution(source)
        if claim and not (target.attribution(text) or target.hedge(text)):
            yield Fault("hedge-lost", {"word": claim})
