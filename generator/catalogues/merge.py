"""Bringing a catalogue up to date: by the message's context, with no guess at what looks alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.catalogues.files import CONTENT, DOMAINS, content_domain
from generator.catalogues.marks import without_comment
from generator.catalogues.messages import Message
from generator.catalogues.pofile import Entry, File, key_of, texts_of
from generator.language.plurals import gettext_rule

_FILE_ORDER = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)


_STRICTEST = content_domain("internal")


class Kept(NamedTuple):
    """An entry that was there, and the domain of its catalogue."""

    domain: str
    entry: Entry


class Merging:
    """The catalogues of one locale: what was there goes to the message that it belongs to.

    ``hides`` tells whether a text names somebody who must stay unnamed: such a text never gets
    into a public catalogue, and what stood in a stricter one comes out of it only for the very
    same source.
    """

    def __init__(
        self, files: Mapping[str, File], locale: str, hides: Callable[[str], bool]
    ) -> None:
        self._files = files
        self._locale = locale
        self._hides = hides
        self._used: set[int] = set()
        self._by_key: dict[str, Kept] = {}
        self._by_text: dict[tuple[str, str], Kept] = {}
        every = [Kept(name, each) for name, file in files.items() for each in file]
        for kept in sorted(every, key=lambda each: (each.entry.obsolete, not texts_of(each.entry))):
            self._by_key.setdefault(key_of(kept.entry), kept)
            stem = _list_of(key_of(kept.entry))
            if stem is not None:
                self._by_text.setdefault((stem, kept.entry.msgid), kept)

    def file(self, domain: str, messages: Iterable[Message]) -> File:
        """Return the catalogue of ``messages``: what was translated is kept, or stale."""
        header = self._files.get(domain)
        file = File(wrapwidth=0, encoding="utf-8")
        file.header = header.header if header is not None else ""
        file.metadata = _metadata(dict(header.metadata) if header is not None else {}, self._locale)
        several = list(messages)
        lists: dict[str | None, set[str]] = {}
        for each in several:
            lists.setdefault(_list_of(each.key), set()).add(each.source)
        for each in several:
            stem = _list_of(each.key)
            kept = self._find(each, domain, stem, lists[stem] if stem else set())
            entry = _entry(each, kept.entry if kept else None, self._locale)
            if kept and texts_of(entry):
                self._used.add(id(kept.entry))
            if kept and (self._stricter(kept, domain) or self._names(domain, entry.tcomment)):
                entry.tcomment = without_comment(entry.tcomment)
            file.append(entry)
        return file

    def _find(
        self, message: Message, domain: str, stem: str | None, siblings: set[str]
    ) -> Kept | None:
        """Return what was translated for ``message``, by its context.

        Paragraphs have no ids: one that was put before the others moves their numbers. So the
        same text in the same list comes before another text under the same number, and one that
        is now another paragraph's (``siblings``) is not this one's.
        """
        found = self._by_key.get(message.key)
        if stem is not None and (found is None or found.entry.msgid != message.source):
            found = self._by_text.get((stem, message.source), found)
        if found is None:
            return None
        same = found.entry.msgid == message.source
        if not same and (found.entry.msgid in siblings or self._stricter(found, domain)):
            return None
        return None if self._names(domain, *_all_texts(found.entry)) else found

    def _stricter(self, kept: Kept, domain: str) -> bool:
        """Tell whether fewer people may read the catalogue that an entry comes from."""
        return DOMAINS.index(kept.domain) > DOMAINS.index(domain) and domain.startswith(CONTENT)

    def _names(self, domain: str, *texts: str) -> bool:
        """Tell whether one of ``texts`` may not stand in the public catalogue."""
        return domain == CONTENT and any(map(self._hides, texts))

    def laid_aside(self, domain: str) -> Iterator[Entry]:
        """Yield what was translated and is used no more, to be kept at the end of a catalogue.

        Ask only when every file is made. What may not stand in the public one goes to the
        strictest.
        """
        for name, file in self._files.items():
            for each in file:
                if id(each) in self._used or not texts_of(each):
                    continue
                hidden = self._names(name, *_all_texts(each), each.tcomment)
                if (_STRICTEST if hidden else name) == domain:
                    yield _aside(each)


def _all_texts(entry: Entry) -> Iterator[str]:
    """Yield every text of an entry: its source, the one before, and the translation."""
    yield from (entry.msgid, entry.previous_msgid or "", *texts_of(entry))


def _aside(entry: Entry) -> Entry:
    """Return an entry as one that no message asks for."""
    entry.obsolete = True
    entry.occurrences = []
    entry.comment = ""
    return entry


def _list_of(key: str) -> str | None:
    """Return the context of the list that a paragraph stands in, if ``key`` is of one."""
    stem, _, number = key.rpartition(".")
    return stem if stem and number.isdigit() else None


def _entry(message: Message, before: Entry | None, locale: str) -> Entry:
    """Return the entry of ``message`` with what was translated before."""
    flags = ["no-python-format"] if "%" in message.source else []
    entry = Entry(
        msgctxt=message.context,
        msgid=message.source,
        msgid_plural=message.plural or "",
        occurrences=[(message.file, "")],
        comment=message.where,
        flags=flags,
    )
    if message.plural:
        entry.msgstr_plural = dict.fromkeys(range(gettext_rule(locale).count), "")
    if before is None:
        return entry
    entry.tcomment = before.tcomment
    _take(entry, before)
    if texts_of(before):
        _compare(entry, before)
    return entry


def _take(entry: Entry, before: Entry) -> None:
    """Take the translation over, as far as its plural forms fit."""
    if bool(entry.msgid_plural) == bool(before.msgid_plural):
        entry.msgstr = before.msgstr
        if entry.msgid_plural:
            entry.msgstr_plural |= before.msgstr_plural


def _compare(entry: Entry, before: Entry) -> None:
    """Mark the translation stale where its source is another, and fresh where it came back."""
    translated = before.previous_msgid or before.msgid
    own_doubt = before.fuzzy and not before.previous_msgid
    same = translated == entry.msgid and before.msgid_plural == entry.msgid_plural
    if same and not own_doubt:
        return
    entry.flags = ["fuzzy", *entry.flags]
    if not same:
        entry.previous_msgid = translated
        entry.previous_msgctxt = None


def _metadata(before: dict[str, str], locale: str) -> dict[str, str]:
    """Return the header: what tools wrote there stays, what the language asks for is right."""
    wanted = {
        "Language": locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": gettext_rule(locale).header,
    }
    merged = {**before, **wanted}
    ordered = {name: merged[name] for name in _FILE_ORDER if name in merged}
    return {**ordered, **{name: text for name, text in merged.items() if name not in ordered}}
