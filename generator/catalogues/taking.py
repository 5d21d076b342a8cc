"""Taking rows back: what is sound is taken, the rest is reported row by row, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from generator.catalogues.catalogue import Review, is_blank
from generator.catalogues.faults import Fault
from generator.catalogues.glossary import Glossary
from generator.catalogues.judging import judge
from generator.catalogues.marks import read_marks, write_marks
from generator.catalogues.messages import Message, one_line
from generator.catalogues.pofile import Entry, texts_of
from generator.catalogues.rows import Row, row_id
from generator.catalogues.script import is_of_other_script
from generator.catalogues.update import Opened
from generator.language.plurals import gettext_rule
from generator.problems import Place, Problem, Severity, problem

_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no line of a catalogue can hold."""


@dataclass(slots=True)
class Taken:
    """What became of the rows of a file."""

    changed: int = 0
    same: int = 0
    reviewed: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a row is a part of: a message, and which of its plural forms."""

    message: Message
    category: str | None
    source: str


def take(
    rows: Iterable[Row],
    messages: Iterable[Message],
    opened: Opened,
    *,
    glossary: Glossary,
    file: str,
    review: Review | None,
    names_person: Callable[[str], bool] = lambda _: False,
) -> Taken:
    """Put ``rows`` into the catalogues of ``opened``; ``file`` is theirs in problems.

    ``names_person`` tells whether a text writes out the name of somebody.
    """
    taker = _Taker(opened, glossary, file, review, names_person)
    there = opened.entries()
    here = (each for each in messages if each.key in there)
    known = {name: part for each in here for name, part in _parts(each, opened.locale)}
    gathered: dict[str, dict[str | None, Row]] = {}
    for row in rows:
        part = known.get(row.id)
        if taker.sound(row, part) and part is not None:
            forms = gathered.setdefault(part.message.key, {})
            if part.category in forms:
                taker.report("row-double", row)
            forms.setdefault(part.category, row)
    whole = {part.message.key: part.message for part in known.values()}
    for key, forms in gathered.items():
        taker.take(whole[key], forms)
    return taker.taken


def _parts(message: Message, locale: str) -> Iterator[tuple[str, _Part]]:
    """Yield the id of each row that a message has."""
    if message.plural is None:
        yield row_id(message), _Part(message, None, message.source)
        return
    for category in gettext_rule(locale).categories:
        source = message.source if category == "one" else message.plural
        yield f"{row_id(message)}[{category}]", _Part(message, category, source)


class _Taker:
    """Takes rows one by one, and keeps account."""

    def __init__(
        self,
        opened: Opened,
        glossary: Glossary,
        file: str,
        review: Review | None,
        names_person: Callable[[str], bool],
    ) -> None:
        self.taken = Taken()
        self._glossary = glossary
        self._names_person = names_person
        self._opened = opened
        self._entries = opened.entries()
        self._file = file
        self._review = review

    def report(self, rule: str, row: Row, **fields: object) -> Problem:
        """Keep a problem of a row."""
        found = problem(rule, Place(self._file, row.number), id=row.id or None, **fields)
        self.taken.problems.append(found)
        return found

    def sound(self, row: Row, part: _Part | None) -> bool:
        """Tell whether a row is of a message as it stands now, and says something."""
        if part is None:
            if row.id or row.translation:
                self.report("row-unknown", row, name=row.id or "–")
            return False
        if one_line(row.source) != one_line(part.source):
            if not is_blank(row.translation):
                self.report("row-source-changed", row)
            return False
        if not row.is_text:
            self.report("row-not-text", row)
            return False
        return not is_blank(row.translation)

    def take(self, message: Message, forms: dict[str | None, Row]) -> None:
        """Take the translation of one message, whole or not at all."""
        entry = self._entries[message.key]
        first = next(iter(forms.values()))
        texts = self._texts(message, forms)
        if texts is None:
            self.report("row-plural", first)
            return
        before = tuple(each.strip() for each in texts_of(entry))
        same = tuple(each.strip() for each in texts) == before
        if entry.fuzzy and same and not any(each.fits for each in forms.values()):
            self.report("row-stale", first)
            return
        if not same and any(each.doubtful for each in forms.values()):
            self.report("row-doubtful", first)
            return
        if any(self._names_person(text) for text in texts):
            self.report("row-names-person", first)
            return
        locale = self._opened.locale
        if any(is_of_other_script(text, message.source, locale) for text in texts):
            self.report("row-language", first, locale=locale)
            return
        wrong = judge(message.source, message.plural, texts, locale, self._glossary)
        if self._faulty(wrong, first):
            return
        self._set(entry, texts, first.note)

    def _texts(self, message: Message, forms: dict[str | None, Row]) -> tuple[str, ...] | None:
        """Return the translation; ``None`` where a plural form is missing."""
        if message.plural is None:
            return (forms[None].translation,)
        categories = gettext_rule(self._opened.locale).categories
        if any(each not in forms for each in categories):
            return None
        return tuple(forms[each].translation for each in categories)

    def _faulty(self, found: Iterable[Fault], row: Row) -> bool:
        """Report every fault; tell whether one forbids to take the row."""
        told = [self.report(each.rule, row, **each.fields) for each in found]
        return any(each.severity is Severity.ERROR for each in told)

    def _set(self, entry: Entry, texts: tuple[str, ...], note: str | None) -> None:
        """Write a translation into its entry, with what is said of it."""
        before = (entry.msgstr, dict(entry.msgstr_plural), list(entry.flags), entry.tcomment)
        marks = read_marks(entry.tcomment, entry.msgid, texts)
        if entry.msgid_plural:
            entry.msgstr_plural = dict(enumerate(texts))
        else:
            entry.msgstr = texts[0]
        entry.flags = [each for each in entry.flags if each != "fuzzy"]
        entry.previous_msgid = None
        review = self._review or marks.review
        kept = entry.tcomment if note is None else _ODD.sub("", note).strip()
        comment = read_marks(kept, entry.msgid, texts).comment
        entry.tcomment = write_marks(
            comment, entry.msgid, texts, machine=marks.machine, review=review
        )
        after = (entry.msgstr, dict(entry.msgstr_plural), list(entry.flags), entry.tcomment)
        self.taken.changed += before != after
        self.taken.same += before == after
        self.taken.reviewed += self._review is not None
