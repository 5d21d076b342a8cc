"""What goes out to a translator and comes back: rows, each judged by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogues.files import content_domain
from generator.catalogues.messages import Message
from generator.catalogues.pofile import Entry, translation
from generator.catalogues.update import Messages, Opened
from generator.language.plurals import gettext_rule
from generator.model.base import CLEARANCES, Sensitivity


@dataclass(frozen=True, slots=True)
class Row:
    """One text of a message, as a translator sees it.

    ``id``: what it is known by; of a plural form, with the form's name in brackets.
    ``source``: the text to translate; ``previous``: the text that ``translation`` is of, where
    that is another.
    ``fits``: whether the translator says that a stale translation still fits.
    ``note``: the translator's remark; none where the file has no place for it.
    ``doubtful``: whether the translator marked it as needing work.
    ``is_text``: whether the translation was typed as text, and is no formula or date.
    ``number``: the line of the file on which the row stands, from 1.
    """

    id: str
    where: str
    source: str
    previous: str
    translation: str
    note: str | None
    fits: bool = False
    number: int = 0
    doubtful: bool = False
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What an export is asked for.

    ``clearance``: what is not public goes out only to somebody who may read it.
    ``everything``: whether finished translations go out too.
    ``contexts``: only these messages and the wording of templates, if any are named.
    """

    clearance: Sensitivity = "public"
    everything: bool = False
    contexts: frozenset[str] | None = None


def row_id(message: Message) -> str:
    """Return what a row is known by: its context, or for wording a hash of the text."""
    if message.context is not None:
        return message.context
    return f"wording-{hashlib.sha256(message.source.encode()).hexdigest()[:8]}"


def messages_for(messages: Messages, asked: Asked) -> Iterator[Message]:
    """Yield the messages that may go out."""
    allowed = CLEARANCES[: CLEARANCES.index(asked.clearance) + 1]
    domains = {content_domain(each) for each in CLEARANCES} - {content_domain(e) for e in allowed}
    for domain, several in messages.items():
        if domain in domains:
            continue
        for each in several:
            if asked.contexts is None or each.context is None or each.context in asked.contexts:
                yield each


def rows_of(messages: Iterable[Message], opened: Opened, *, everything: bool) -> Iterator[Row]:
    """Yield the rows of ``messages``: those that need work, or all."""
    entries = opened.entries()
    for each in messages:
        entry = entries.get(each.key)
        if entry is None:
            continue
        found = translation(entry, "")
        state = found.state(each.source)
        if everything or state in ("missing", "stale"):
            yield from _rows(each, entry, opened.locale)


def _rows(message: Message, entry: Entry, locale: str) -> Iterator[Row]:
    """Yield one row, or one for each plural form."""
    name, previous = row_id(message), entry.previous_msgid or ""
    note = translation(entry, "").comment
    if message.plural is None:
        yield Row(name, message.where, message.source, previous, entry.msgstr, note)
        return
    forms: Mapping[int, str] = entry.msgstr_plural
    for at, category in enumerate(gettext_rule(locale).categories):
        source = message.source if category == "one" else message.plural
        text = forms.get(at, "")
        yield Row(f"{name}[{category}]", message.where, source, previous, text, note)
