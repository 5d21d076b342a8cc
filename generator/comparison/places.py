"""Where a sentence stands today: the content may have been edited since the letter was built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.catalogues.lookup import Catalogues
from generator.catalogues.messages import document_messages
from generator.compose.origins import Origin
from generator.library import Library
from generator.loading.sentences import sentences
from generator.problems import Place


@dataclass(frozen=True)
class Places:
    """Looks up where texts stand in a workspace; what it does not have is where it was."""

    library: Library

    def of(self, origin: Origin) -> Place:
        """Return where the words of an origin stand."""
        if origin.locale != self.library.settings.source_locale:
            translations = Catalogues(self.library).of(origin.locale)
            context = origin.context if origin.id is not None else None
            found = translations.of(context, origin.context)
            return found.place if found else origin.place
        table = self._wordings if origin.id is None else self._sentences
        return table.get(origin.context, origin.place)

    def of_text(self, text: str) -> Place | None:
        """Return the one line of the content that has a text, such as a name or an address."""
        found = list(self._lines_with(text))
        return found[0] if len(found) == 1 else None

    @cached_property
    def _sentences(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for kind in self.library.by_kind:
            for entry in self.library.entries(kind):
                for path, _ in sentences(entry):
                    found.setdefault(entry.context(*path), entry.place(*path))
        return found

    @cached_property
    def _wordings(self) -> dict[str, Place]:
        found = document_messages(self.library.workspace)
        return {each.source: Place(each.file, each.line) for each in found}

    @cached_property
    def _texts(self) -> list[tuple[str, list[str]]]:
        files = (each for each in self.library.files if each.own)
        return [(each.name, each.path.read_text("utf-8", "replace").splitlines()) for each in files]

    def _lines_with(self, text: str) -> Iterator[Place]:
        for name, lines in self._texts:
            for number, line in enumerate(lines, start=1):
                if text in line:
                    yield Place(name, number)
