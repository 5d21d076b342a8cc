"""The catalogues of a locale, opened and brought up to date with the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogues.files import DOCUMENTS, DOMAINS, catalogue_file, content_domain
from generator.catalogues.lookup import read_catalogue
from generator.catalogues.merge import Known, known, laid_aside, merged
from generator.catalogues.messages import Message, content_messages, document_messages
from generator.catalogues.pofile import Entry, File, as_text, key_of, open_po
from generator.library import Library
from generator.loading.workspace import defaults_folder
from generator.problems import Problem

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
        """Yield each file whose text is to be another, with that text."""
        for path, file in self.files.items():
            text = as_text(file)
            if not path.exists() or path.read_text("utf-8") != text:
                yield path, text


def messages_of(library: Library) -> Messages:
    """Return everything there is to translate in a workspace."""
    found: dict[str, list[Message]] = {domain: [] for domain in DOMAINS}
    for each in content_messages(library):
        found[content_domain(each.sensitivity)].append(each)
    found[DOCUMENTS] += document_messages(library.workspace)
    return {domain: tuple(messages) for domain, messages in found.items()}


def open_locale(root: Path, locale: str, messages: Messages) -> Opened:
    """Return the catalogues of ``locale`` with ``messages`` merged into them.

    Where one of its files cannot be read, none changes: its translations would be lost.
    """
    paths = {domain: catalogue_file(root, locale, domain) for domain in DOMAINS}
    opened = {domain: open_po(path, root=root) for domain, path in paths.items() if path.exists()}
    problems = tuple(each for _, wrong in opened.values() for each in wrong)
    if problems:
        return Opened(locale, {}, problems)
    own = {domain: file for domain, (file, _) in opened.items() if file is not None}
    have = known(own.values())
    messages = {**messages, DOCUMENTS: _wording(messages[DOCUMENTS], locale)}
    wanted = {each.key for several in messages.values() for each in several}
    files: dict[Path, File] = {}
    for domain, path in paths.items():
        if messages[domain] or domain in own:
            kept = laid_aside(own.get(domain), wanted)
            files[path] = _merged(messages[domain], own.get(domain), have, kept, locale)
    return Opened(locale, files)


def _wording(messages: Iterable[Message], locale: str) -> tuple[Message, ...]:
    """Return the wording that this workspace has to translate: not what the package brings."""
    shipped = read_catalogue(defaults_folder(), locale, DOCUMENTS, []).translations
    return tuple(
        each
        for each in messages
        if not (each.shipped and each.key in shipped and not shipped[each.key].missing)
    )


def _merged(
    messages: Iterable[Message],
    own: File | None,
    have: Known,
    kept: Iterable[Entry],
    locale: str,
) -> File:
    """Return one catalogue: what is to translate, and at its end what was."""
    file = merged(messages, have, locale=locale, header=own)
    file.extend(kept)
    return file
