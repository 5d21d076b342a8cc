"""Bringing a catalogue up to date: by the message's context, with no guess at what looks alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that the catalogues of a locale hold: living entries and those laid aside."""

    living: Mapping[str, Entry]
    aside: Mapping[str, Entry]

    def find(self, message: Message, siblings: AbstractSet[str]) -> Entry | None:
        """Return what was translated for ``message``, by its context.

        Paragraphs have no ids: one that was put before the others moves their numbers. So an
        entry of the same text in the same list comes first, and one whose text is now another
        paragraph's (``siblings``) is not this one's.
        """
        moved = _moved(message, self.living) or _moved(message, self.aside)
        found = moved or self.living.get(message.key) or self.aside.get(message.key)
        if found is None or (found.msgid != message.source and found.msgid in siblings):
            return None
        return found


def known(files: Iterable[File]) -> Known:
    """Return what the catalogues of a locale hold; of doubles the first that says something."""
    living: dict[str, Entry] = {}
    aside: dict[str, Entry] = {}
    for file in files:
        for each in file:
            where = aside if each.obsolete else living
            before = where.get(key_of(each))
            if before is None or (not texts_of(before) and texts_of(each)):
                where[key_of(each)] = each
    return Known(living, aside)


_PARAGRAPHS = 50
"""As many paragraphs are searched for one that moved."""


def _list_of(message: Message) -> str | None:
    """Return the context of the list that a paragraph stands in, if it is one."""
    stem, _, number = (message.context or "").rpartition(".")
    return stem if number.isdigit() else None


def _moved(message: Message, among: Mapping[str, Entry]) -> Entry | None:
    """Return the entry of the same text in the same list of the same record.

    Paragraphs have no ids: one that was put before the others moves their numbers.
    """
    stem = _list_of(message)
    if stem is None:
        return None
    for number in range(1, _PARAGRAPHS + 1):
        found = among.get(f"{stem}.{number}")
        if found is not None and found.msgid == message.source:
            return found
    return None


def merged(messages: Iterable[Message], have: Known, *, locale: str, header: File | None) -> File:
    """Return the catalogue of ``messages``: what was translated is kept, what changed is stale."""
    file = File(wrapwidth=0, encoding="utf-8")
    file.header = header.header if header is not None else ""
    file.metadata = _metadata(dict(header.metadata) if header is not None else {}, locale)
    several = list(messages)
    lists: dict[str, set[str]] = {}
    for each in several:
        lists.setdefault(_list_of(each) or "", set()).add(each.source)
    for each in several:
        stem = _list_of(each)
        siblings = lists[stem] if stem else frozenset[str]()
        file.append(_entry(each, have.find(each, siblings), locale))
    return file


def laid_aside(own: File | None, wanted: AbstractSet[str]) -> Iterator[Entry]:
    """Yield what a catalogue translated and no message asks for any more, to be kept at its end."""
    for each in own or ():
        if key_of(each) in wanted or not texts_of(each):
            continue
        each.obsolete = True
        each.occurrences = []
        each.comment = ""
        yield each


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
    if translated == entry.msgid and not own_doubt:
        return
    entry.flags = ["fuzzy", *entry.flags]
    if translated != entry.msgid:
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
