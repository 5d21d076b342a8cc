"""What a template sees of one item: its sentence, its sources, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from generator.compose.charts import has_gaps
from generator.compose.fragment import Fragment, text
from generator.compose.notes import NoteBook
from generator.compose.speaker import Speaker
from generator.language import cldr, dates
from generator.letter import Inlines, Link, NoteReference, Span, Text
from generator.problems import Place
from generator.selection.chosen import (
    Chosen,
    ChosenCase,
    ChosenCommitment,
    ChosenEvidence,
    ChosenPrior,
    ChosenQuotation,
    ChosenResponse,
)
from generator.selection.cited import ChosenChart, ChosenEvent, Cited, Located
from generator.selection.sentence import Sentence

_LONGEST_SHOWN = 48
"""Characters of an address that a note shows in full: about two thirds of a line."""

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CitationView:
    """A source as a note cites it; ``note`` is set where an earlier note has it in full.

    ``address`` is shown as far as there is room in a note, ``whole_address`` to the last letter.
    """

    source: str
    publisher: Fragment
    title: Fragment
    date: Fragment
    locator: Fragment
    language: Fragment
    address: Fragment
    whole_address: Fragment
    _book: NoteBook

    @property
    def note(self) -> Fragment:
        """Return the number of the earlier note."""
        number = self._book.earlier(self.source)
        return Fragment((NoteReference(number),) if number else ())


class Statements:
    """Makes the views of the items of one document."""

    def __init__(self, speaker: Speaker, book: NoteBook, place: Place) -> None:
        self.speaker = speaker
        self.locale = speaker.locale
        self._book = book
        self._place = place

    def say(self, sentence: Sentence | None) -> Fragment:
        """Return a sentence for a template."""
        return Fragment(partial(self.speaker.say, sentence)) if sentence else Fragment(())

    def day(self, value: date | None) -> Fragment:
        """Return a day in full."""
        return text(dates.day(value, self.locale) if value else None)

    def named(self, ids: Iterable[str]) -> list[Fragment]:
        """Return people, each named or described as this reader may read of them."""
        return [
            Fragment(partial(self.speaker.word, f"{{{each}}}", {}, self._place)) for each in ids
        ]

    def item(self, item: Chosen) -> View:
        """Return a sentence with its sources."""
        return {
            "id": item.id,
            "statement": self.say(item.statement),
            "citations": [self._citation(each) for each in item.citations],
        }

    def evidence(self, item: ChosenEvidence) -> View:
        """Return a fact."""
        return {
            **self.item(item),
            "date": self.day(item.date),
            "kind": item.kind,
            "headline": self.say(item.headline),
            "section": item.section or "",
        }

    def case(self, item: ChosenCase) -> View:
        """Return a case as it stood."""
        return {
            **self.item(item),
            "people": self.named(item.people),
            "since": self.day(item.since),
            "place": self.say(item.place),
            "next_hearing": self.day(item.next_hearing),
            "checked_on": self.day(item.checked_on),
            "history": [self._event(each) for each in item.history],
        }

    def _event(self, item: ChosenEvent) -> View:
        """Return what happened in a case, by the day or as much of it as may be told."""
        return {
            "statement": self.say(item.statement),
            "citations": [self._citation(each) for each in item.citations],
            "date": text(dates.partial_day(item.date, self.locale)),
        }

    def chart(self, item: ChosenChart) -> View:
        """Return what is said of a chart; ``chart(…)`` draws it."""
        return {
            "id": item.id,
            "evidence": item.evidence,
            "title": self.say(item.title),
            "gaps": has_gaps(item),
            "remark": self.say(item.remark),
            "citations": [self._citation(each) for each in item.citations],
        }

    def response(self, item: ChosenResponse) -> View:
        """Return an answer of the authorities."""
        return {**self.item(item), "reply": self.say(item.reply)}

    def quotation(self, item: ChosenQuotation) -> View:
        """Return what somebody said: in a letter in its own language, the words themselves."""
        foreign = item.locale != self.locale
        own = not foreign and item.original is not None
        (speaker,) = self.named((item.speaker,))
        return {
            **self.item(item),
            "words": text(item.original) if own else self.say(item.statement),
            "speaker": speaker,
            "role": self.say(item.role),
            "date": self.day(item.date),
            "translated_from": text(
                cldr.language_name(item.locale, into=self.locale) if foreign else None
            ),
        }

    def prior(self, item: ChosenPrior) -> View:
        """Return what was recommended before, and what became of it."""
        return {
            **self.item(item),
            "body": self.say(item.body),
            "document": text(item.document),
            "paragraph": text(item.paragraph),
            "date": text(dates.partial_day(item.cited_on, self.locale)),
            "year": text(dates.partial_day(item.cited_on[:4], self.locale)),
            "made_by": [text(cldr.country_name(each, self.locale)) for each in item.made_by],
            "position": item.position or "",
            "status": item.status,
            "status_on": self.day(item.status_on),
            "status_says": self.say(item.status_says),
            "own": item.own,
        }

    def commitment(self, item: ChosenCommitment) -> View:
        """Return what an ask leans on."""
        return {
            "id": item.id,
            "ref": self.say(item.ref),
            "says": self.say(item.says),
            "applies_from": self.day(item.applies_from),
            "binding": item.binding,
        }

    def _citation(self, cited: Cited) -> CitationView:
        foreign = cited.locale != self.locale
        title: Inlines = (Text(cited.title),) if cited.title else ()
        return CitationView(
            source=cited.source,
            publisher=self.say(cited.publisher),
            title=Fragment((Span(title, cited.locale),) if foreign and title else title),
            date=text(dates.partial_day(cited.date, self.locale)),
            locator=self._locator(cited.locator),
            language=text(cldr.language_name(cited.locale, into=self.locale) if foreign else None),
            address=web_address(cited.address),
            whole_address=web_address(cited.address, whole=True),
            _book=self._book,
        )

    def _locator(self, located: Located | None) -> Fragment:
        return Fragment(partial(self.speaker.locate, located)) if located else Fragment(())


def web_address(address: str | None, *, whole: bool = False) -> Fragment:
    """Return a link: shown in full where it is short, else by its host, which a reader can type.

    The ``whole`` of it, as one types it, is shown where it must still be found on paper.
    """
    if not address:
        return Fragment(())
    shown = address if whole else address.split("://", 1)[-1].removesuffix("/")
    if len(shown) > _LONGEST_SHOWN and not whole:
        shown = shown.split("/", 1)[0]
    return Fragment((Link(address, (Text(shown),)),))
