"""Everything that is judged of a translation wherever one is used, taken or checked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogues.faults import Fault, faults
from generator.catalogues.glossary import Glossary


def judge(
    source: str, plural: str | None, texts: tuple[str, ...], locale: str, glossary: Glossary
) -> Iterator[Fault]:
    """Yield what is wrong with ``texts`` as the translation of ``source`` into ``locale``."""
    yield from faults(source, plural, texts, locale)
    for text in texts:
        yield from glossary.faults(plural or source, text)
        yield from glossary.tones.faults(plural or source, text)
