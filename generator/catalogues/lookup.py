"""Finding translations: each catalogue is read once a run, the workspace's before the package's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from generator.catalogues.catalogue import Catalogue, Translation
from generator.catalogues.faults import Fault, without_values
from generator.catalogues.files import CONTENT, DOCUMENTS, DOMAINS, catalogue_file
from generator.catalogues.glossary import Glossary, glossary_of
from generator.catalogues.judging import judge
from generator.catalogues.pofile import entries, key_of, parse_po, translation
from generator.library import Library
from generator.loading.workspace import defaults_folder
from generator.problems import Place, Problem, problem
from generator.yamlfiles.files import read_text


@dataclass(frozen=True, slots=True)
class Translations:
    """The translations of one locale: of sentences by context, of wording by its text."""

    content: Catalogue
    documents: Catalogue
    glossary: Glossary
    problems: tuple[Problem, ...] = ()

    def of(self, context: str | None, source: str) -> Translation | None:
        """Return the translation of a sentence by its context, or of wording by its text."""
        return self.documents.find(source) if context is None else self.content.find(context)

    def faults(self, found: Translation) -> Iterator[Fault]:
        """Yield what is wrong with a translation."""
        locale = self.content.locale
        wrong = judge(found.source, found.plural, found.texts, locale, self.glossary)
        public = Path(found.place.file).stem in (CONTENT, DOCUMENTS)
        yield from wrong if public else map(without_values, wrong)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogues:
    """The catalogues of a workspace, read when a locale is first asked for."""

    library: Library
    _read: dict[str, Translations] = field(default_factory=dict)

    def of(self, locale: str) -> Translations:
        """Return the translations of ``locale``; what cannot be read is a problem among them."""
        if locale not in self._read:
            is_source = locale == self.library.settings.source_locale
            empty = Catalogue(locale)
            self._read[locale] = (
                Translations(empty, empty, Glossary())
                if is_source
                else _translations(self.library, locale)
            )
        return self._read[locale]


def _translations(library: Library, locale: str) -> Translations:
    """Return the translations of ``locale`` in a workspace."""
    root = library.workspace.root
    problems: list[Problem] = []
    content: dict[str, Translation] = {}
    for domain in DOMAINS:
        if domain != DOCUMENTS:
            content |= read_catalogue(root, locale, domain, problems).translations
    documents = dict(read_catalogue(defaults_folder(), locale, DOCUMENTS, problems).translations)
    if root.resolve() != defaults_folder().resolve():
        own = read_catalogue(root, locale, DOCUMENTS, problems).translations
        documents |= {key: each for key, each in own.items() if not each.missing}
    return Translations(
        Catalogue(locale, content),
        Catalogue(locale, documents),
        glossary_of(library, locale),
        tuple(problems),
    )


def read_catalogue(root: Path, locale: str, domain: str, problems: list[Problem]) -> Catalogue:
    """Return a catalogue, empty where there is none; ``problems`` takes what is wrong with it."""
    path = catalogue_file(root, locale, domain)
    if not path.exists():
        return Catalogue(locale)
    name = path.relative_to(root).as_posix()
    text, wrong = read_text(path, root=root, file=name)
    if text is None:
        problems += wrong
        return Catalogue(locale)
    found, wrong_inside = _parsed(text, name, quoted=domain in (CONTENT, DOCUMENTS))
    problems += wrong_inside
    return Catalogue(locale, dict(found))


@lru_cache(maxsize=128)
def _parsed(
    text: str, name: str, *, quoted: bool
) -> tuple[tuple[tuple[str, Translation], ...], tuple[Problem, ...]]:
    """Return the translations in a catalogue by their keys, and what is wrong with it.

    Why kept: while somebody writes, everything is checked over and over, and 36 languages take
    longer to read than all the rest. ``quoted``: whether a problem may say what stands there.
    """
    file, wrong = parse_po(text, name)
    problems = list(wrong)
    found: dict[str, Translation] = {}
    for each in entries(file) if file is not None else ():
        if key_of(each) in found:
            where = Place(name, each.linenum or 1)
            shown = key_of(each) if quoted else "…"
            problems.append(problem("catalogue-double", where, key=shown))
        found.setdefault(key_of(each), translation(each, name))
    return tuple(found.items()), tuple(problems)
