"""``brief translate update``: the catalogues of a locale, brought up to date with the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogues.files import DOCUMENTS, DOMAINS, catalogue_file, content_domain
from generator.catalogues.merge import Known, known, laid_aside, merged
from generator.catalogues.messages import Message, content_messages, document_messages
from generator.catalogues.pofile import File, as_text, open_po
from generator.library import Library
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Updated:
    """The new text of each catalogue that changes, and what stood in the way."""

    texts: Mapping[Path, str]
    problems: tuple[Problem, ...]


def messages_of(library: Library) -> Mapping[str, tuple[Message, ...]]:
    """Return everything there is to translate, by domain."""
    found: dict[str, list[Message]] = {domain: [] for domain in DOMAINS}
    for each in content_messages(library):
        found[content_domain(each.sensitivity)].append(each)
    found[DOCUMENTS] += document_messages(library.workspace)
    return {domain: tuple(messages) for domain, messages in found.items()}


def updated(root: Path, locale: str, messages: Mapping[str, Iterable[Message]]) -> Updated:
    """Return the catalogues of ``locale`` with ``messages`` merged into them.

    Where one of its files cannot be read, none changes: its translations would be lost.
    """
    paths = {domain: catalogue_file(root, locale, domain) for domain in DOMAINS}
    opened = {domain: open_po(path, root=root) for domain, path in paths.items() if path.exists()}
    problems = tuple(each for _, wrong in opened.values() for each in wrong)
    if problems:
        return Updated({}, problems)
    files = {domain: file for domain, (file, _) in opened.items() if file is not None}
    have = known(files.values())
    wanted = {each.key for several in messages.values() for each in several}
    texts: dict[Path, str] = {}
    for domain, path in paths.items():
        own = files.get(domain)
        text = _text(messages.get(domain, ()), own, have=have, locale=locale, wanted=wanted)
        if text is not None and (not path.exists() or path.read_text("utf-8") != text):
            texts[path] = text
    return Updated(texts, ())


def _text(
    messages: Iterable[Message], own: File | None, *, have: Known, locale: str, wanted: set[str]
) -> str | None:
    """Return the text of one catalogue; none where there is nothing in it."""
    file = merged(messages, have, locale=locale, header=own)
    file.extend(laid_aside(own, wanted))
    if not len(file) and own is None:
        return None
    return as_text(file)
