"""What the letters of some briefs say: the messages that a translator of them needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from generator.building.preparing import dated, prepare
from generator.catalogues.lookup import Catalogues
from generator.library import Library
from generator.model.brief import Brief
from generator.model.document import DocumentType


def contexts_said(library: Library, briefs: Iterable[str]) -> frozenset[str]:
    """Return the contexts of every sentence in the letters of ``briefs``."""
    source = library.settings.source_locale
    catalogues = Catalogues(library)
    found: set[str] = set()
    for name in briefs:
        entry = dated(library, name, None)
        for delivery in cast("Brief", entry.record).deliveries:
            if library.get(DocumentType, delivery.document) is None:
                continue
            prepared = prepare(
                library,
                entry,
                delivery,
                catalogues.of(source),
                locale=source,
                addressee=None,
                draft=False,
            )
            found.update(prepared.composed.said)
    return frozenset(found)
