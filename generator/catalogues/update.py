"""The catalogues of a locale, opened and brought up to date with the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogues.files import DOCUMENTS, DOMAINS, catalogue_file, content_domain
from generator.catalogues.lookup import read_catalogue
from generator.catalogues.merge import Merging
from generator.catalogues.messages import Message, content_messages, document_messages
from generator.catalogues.pofile import Entry, File, as_text, key_of, open_po
from generator.library import Library
from generator.loading.workspace import defaults_folder
from generator.problems import Problem
from generator.selection.naming import tells

Messages = Mapping[str, tuple[Message, ...]]
"""Everything there is to translate, by domain."""


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """The catalogues of a locale as they should be, by their file; none where one is broken.

    ``problems``: why they cannot be opened.
    """

    locale: str
    files: Mapping[Path, File]
    problems: tuple[Problem, ...] = ()

    def entries(self) -> Mapping[str, Entry]:
        """Return every living entry by its key."""
        return {
            key_of(each): each for file in self.files.values() for each in file if not each.obsolete
        }

    def changed(self) -> Iterator[tuple[Path, str]]:
        """Yield each file whose text is to be another, with that text.

        The one that grows most comes first: what moves from one catalogue to another stands in
        both, and not in none, where writing is cut short.
        """
        changed = []
        for path, file in self.files.items():
            text = as_text(file)
            before = path.read_text("utf-8") if path.exists() else ""
            if text != before:
                changed.append((len(before) - len(text), path, text))
        yield from ((path, text) for _, path, text in sorted(changed, key=lambda each: each[0]))


def messages_of(library: Library) -> Messages:
    """Return everything there is to translate in a workspace."""
    found: dict[str, list[Message]] = {domain: [] for domain in DOMAINS}
    for each in content_messages(library):
        found[content_domain(each.sensitivity)].append(each)
    found[DOCUMENTS] += document_messages(library.workspace)
    return {domain: tuple(messages) for domain, messages in found.items()}


def open_locale(
    root: Path, locale: str, messages: Messages, never_told: frozenset[str] = frozenset()
) -> Opened:
    """Return the catalogues of ``locale`` with ``messages`` merged into them.

    ``never_told``: the words of names that no public catalogue may hold. Where one of the files
    cannot be read, none changes: its translations would be lost.
    """
    paths = {domain: catalogue_file(root, locale, domain) for domain in DOMAINS}
    opened = {domain: open_po(path, root=root) for domain, path in paths.items() if path.exists()}
    problems = tuple(each for _, wrong in opened.values() for each in wrong)
    if problems:
        return Opened(locale, {}, problems)
    own = {domain: file for domain, (file, _) in opened.items() if file is not None}
    messages = {**messages, DOCUMENTS: _wording(messages[DOCUMENTS], locale)}
    merging = Merging(own, locale, lambda text: tells(text, never_told))
    files = {domain: merging.file(domain, messages[domain]) for domain in DOMAINS}
    for domain, file in files.items():
        file.extend(merging.laid_aside(domain))
    kept = {paths[name]: file for name, file in files.items() if len(file) or name in own}
    return Opened(locale, kept)


def _wording(messages: Iterable[Message], locale: str) -> tuple[Message, ...]:
    """Return the wording that this workspace has to translate: not what the package brings."""
    shipped = read_catalogue(defaults_folder(), locale, DOCUMENTS, []).translations
    return tuple(
        each
        for each in messages
        if not (each.shipped and each.key in shipped and not shipped[each.key].missing)
    )
