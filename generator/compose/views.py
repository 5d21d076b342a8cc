"""What a template sees of a selection: sentences ready to print, in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.compose.fragment import Fragment
from generator.compose.notes import NoteBook
from generator.compose.speaker import Speaker
from generator.language import cldr, dates
from generator.letter import Gap, Inlines, Link, NoteReference, Span, Text, plain_text
from generator.model.directory import Contact, FormsOfAddress, Organisation
from generator.problems import Place, Problem, problem
from generator.selection.chosen import (
    Addressee,
    Chosen,
    ChosenRecommendation,
    Cited,
    Located,
    Selection,
    Sentence,
)

_LONGEST_SHOWN = 48
"""Characters of an address that a note shows in full: about two thirds of a line."""


def text(value: str | None) -> Fragment:
    """Return plain text for a template."""
    return Fragment((Text(value),) if value else ())


@dataclass(frozen=True, slots=True)
class CitationView:
    """A source as a note cites it; ``note`` is set where an earlier note has it in full."""

    source: str
    publisher: Fragment
    title: Fragment
    date: Fragment
    locator: Fragment
    language: Fragment
    address: Fragment
    _book: NoteBook

    @property
    def note(self) -> Fragment:
        """Return the number of the earlier note."""
        number = self._book.earlier(self.source)
        return Fragment((NoteReference(number),) if number else ())


class Views:
    """Makes the views of one document."""

    def __init__(self, speaker: Speaker, book: NoteBook, selection: Selection) -> None:
        self.speaker = speaker
        self.book = book
        self.selection = selection
        self.locale = speaker.locale

    def say(self, sentence: Sentence | None) -> Fragment:
        """Return a sentence for a template."""
        return Fragment(partial(self.speaker.say, sentence)) if sentence else Fragment(())

    def context(self) -> dict[str, Any]:
        """Return everything that a template may print."""
        chosen = self.selection
        themes = list(self._themes())
        recommendations = [each for theme in themes for each in theme["recommendations"]]
        return {
            "reference": text(chosen.brief.reference),
            "place": self.say(chosen.dispatched_from),
            "date": text(dates.day(chosen.brief.date, self.locale)),
            "title": self.say(chosen.title),
            "subject": self.say(chosen.subject),
            "notice": self.say(chosen.notice),
            "meeting": self._meeting(),
            "addressees": [self._addressee(each) for each in chosen.addressees],
            "signatories": [
                *(self._organisation(each) for each in chosen.signatories),
                *(self._awaited(each) for each in chosen.awaited),
            ],
            "contact": self._contact(),
            "opening": [self.say(each) for each in chosen.opening],
            "closing": [self.say(each) for each in chosen.closing],
            "themes": themes,
            "recommendations": recommendations,
            "responses": self._responses(),
            "asks_first": chosen.asks_first,
        }

    def _contact(self) -> list[Fragment]:
        """Return whom the reader answers, and how, a line an entry."""
        name = self.selection.contact_name
        return [*([self.say(name)] if name else []), *contact_lines(self.selection.brief.contact)]

    def _meeting(self) -> dict[str, Fragment]:
        name, place = self.selection.meeting
        meeting = self.selection.brief.meeting
        days = dates.interval(meeting.start, meeting.end, self.locale)
        return {"name": self.say(name), "place": self.say(place), "days": text(days)}

    def _themes(self) -> Iterator[dict[str, Any]]:
        position = 0
        for theme in self.selection.themes:
            views = []
            for each in theme.recommendations:
                position += 1
                views.append(self._recommendation(each, position))
            yield {"name": self.say(theme.name), "recommendations": views}

    def _recommendation(self, each: ChosenRecommendation, position: int) -> dict[str, Any]:
        deadline = text(dates.day(each.deadline, self.locale)) if each.deadline else text(None)
        return {
            "position": position,
            "raise": self.say(each.raise_),
            "ask": self.say(each.ask),
            "short": self.say(each.short),
            "deadline": deadline,
            "evidence": [*self._gap(each), *(self._item(item) for item in each.evidence)],
            "cases": [self._item(item) for item in each.cases],
            "commitments": [
                {"ref": self.say(item.ref), "says": self.say(item.says)}
                for item in each.commitments
            ],
        }

    def _gap(self, each: ChosenRecommendation) -> Iterator[dict[str, Any]]:
        """Yield what a draft shows in the place of evidence; it calls no note."""
        if each.gap:
            yield {"id": each.id, "statement": Fragment((Gap(each.gap),)), "citations": []}

    def _responses(self) -> list[dict[str, Any]]:
        """Return the answers of the authorities, each once."""
        chosen = {
            item.id: item for each in self.selection.recommendations() for item in each.responses
        }
        return [self._item(item) for item in chosen.values()]

    def _item(self, item: Chosen) -> dict[str, Any]:
        return {
            "id": item.id,
            "statement": self.say(item.statement),
            "citations": [self._citation(each) for each in item.citations],
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
            _book=self.book,
        )

    def _locator(self, located: Located | None) -> Fragment:
        return Fragment(partial(self.speaker.locate, located)) if located else Fragment(())

    def _organisation(self, each: Organisation) -> dict[str, Fragment]:
        name = self.speaker.word(f"{{{each.id}}}", {}, self.selection.place)
        short = self.speaker.word(f"{{{each.id}:short}}", {}, self.selection.place)
        return {"name": Fragment(name), "short": Fragment(short)}

    def _awaited(self, each: Organisation) -> dict[str, Fragment]:
        """Return what a draft shows in the place of a signatory; the page lines leave it out."""
        name = plain_text(self.speaker.word(f"{{{each.id}}}", {}, self.selection.place))
        brief = self.selection.brief_id
        place = Place(f"briefs/{brief}.yaml")
        found = problem("signatory-awaited", place, id=brief, organisation=name)
        self.speaker.problems.append(found)
        return {"name": Fragment((Gap(found.message),)), "short": Fragment(())}

    def _addressee(self, each: Addressee) -> dict[str, Any]:
        forms = each.holder.forms.get(self.locale)
        if forms is None:
            found = self._no_form(each)
            self.speaker.problems.append(found)
            forms = FormsOfAddress(
                block=(found.message,), salutation=found.message, closing=found.message
            )
        if self.locale in each.office.unreviewed:
            self.speaker.referred.unreviewed[each.office.id] = None
        postal = each.office.postal.get(self.locale, ())
        return {
            "block": [self._line(line) for line in (*forms.block, *postal)],
            "salutation": text(forms.salutation),
            "closing": text(forms.closing),
        }

    def _line(self, line: str) -> Fragment:
        """Return a line of an address; one in other letters keeps its own direction."""
        other = cldr.direction_of(line)
        if other is None or other == cldr.direction(self.locale):
            return text(line)
        return Fragment((Span((Text(line),), None, other),))

    def _no_form(self, each: Addressee) -> Problem:
        return problem(
            "form-of-address-missing",
            self.selection.place,
            id=self.selection.brief_id,
            office=each.office.id,
            locale=self.locale,
            file=each.file,
            table=each.file if each.file.endswith(".csv") else None,
        )


def contact_lines(contact: Contact) -> list[Fragment]:
    """Return how the reader answers, the name aside, a line an entry."""
    plain = [text(line) for line in (*contact.postal, contact.telephone) if line]
    if contact.email:
        plain.append(Fragment((Link(f"mailto:{contact.email}", (Text(contact.email),)),)))
    if contact.web:
        plain.append(web_address(contact.web))
    return plain


def web_address(address: str | None) -> Fragment:
    """Return a link: shown in full where it is short, else by its host, which a reader can type."""
    if not address:
        return Fragment(())
    shown = address.split("://", 1)[-1].removesuffix("/")
    if len(shown) > _LONGEST_SHOWN:
        shown = shown.split("/", 1)[0]
    return Fragment((Link(address, (Text(shown),)),))
