"""What a template sees of a selection: sentences ready to print, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.edition import edition
from generator.compose.fragment import Fragment, text
from generator.compose.notes import NoteBook
from generator.compose.parties import Parties, contact_lines
from generator.compose.speaker import Speaker
from generator.compose.statements import Statements, View
from generator.language import cldr, dates
from generator.letter import Gap
from generator.mail import Attachment
from generator.selection.chosen import ChosenPrior, ChosenRecommendation, Selection


class Views:
    """Makes the views of one document."""

    def __init__(
        self,
        speaker: Speaker,
        book: NoteBook,
        selection: Selection,
        attachments: tuple[Attachment, ...] = (),
    ) -> None:
        self._selection = selection
        self._attachments = attachments
        self._locale = speaker.locale
        self._items = Statements(speaker, book, selection.place)
        self._parties = Parties(speaker, selection)

    def context(self) -> View:
        """Return everything that a template may print."""
        charts = [self._items.chart(each) for each in self._selection.charts]
        themes = _with_first_theme(self._themes(charts), "cases", "responses", "charts")
        recommendations = [each for theme in themes for each in theme["recommendations"]]
        _number_requests(recommendations)
        return {
            **self._head(),
            **self._parties_of(),
            "themes": themes,
            "recommendations": recommendations,
            "evidence": _once(each["evidence"] for each in (*recommendations, *themes)),
            "cases": _once(each["cases"] for each in recommendations),
            "commitments": _once(each["commitments"] for each in recommendations),
            "responses": _once(each["responses"] for each in recommendations),
            "sections": _by_section(themes),
            "prior_recommendations": [
                {**self._items.prior(each), "theme": self._theme_of(each)}
                for each in self._selection.prior_recommendations
            ],
            "quotations": [self._items.quotation(each) for each in self._selection.quotations],
            "charts": charts,
            "asks_first": self._selection.asks_first,
            "accompanied": self._accompanied(),
        }

    def _head(self) -> View:
        """Return what the document says of itself."""
        chosen, say = self._selection, self._items.say
        keywords = chosen.keywords or tuple(theme.name for theme in chosen.themes)
        locales = chosen.delivery.locales
        return {
            "reference": text(chosen.brief.reference),
            "place": say(chosen.dispatched_from),
            "date": self._items.day(chosen.brief.date),
            "period": self._period(),
            "country": text(cldr.country_name(chosen.brief.country, self._locale)),
            "title": say(chosen.title),
            "subject": say(chosen.subject),
            "notice": say(chosen.notice),
            "classification": say(chosen.classification),
            **edition(chosen, self._locale),
            "meeting": self._meeting(),
            "opening": [say(each) for each in chosen.opening],
            "closing": [say(each) for each in chosen.closing],
            "keywords": [say(each) for each in keywords],
            "languages": [text(cldr.language_name(each, into=self._locale)) for each in locales],
        }

    def _period(self) -> Fragment:
        """Return the days that the evidence is of, where the brief limits them."""
        brief, delivery = self._selection.brief, self._selection.delivery
        since = (delivery.select or brief.select).since
        return text(dates.interval(since, brief.date, self._locale) if since else None)

    def _accompanied(self) -> View | None:
        """Return the document that this one goes out with, and its files once they are there."""
        found, own = self._selection.accompanied, self._locale
        if found is None:
            return None
        others = [each for each in found.locales if each != own]
        return {
            "document": self._items.say(found.document),
            "subject": self._items.say(found.subject),
            "language": text(cldr.language_name(own, into=own)),
            "other_languages": [text(cldr.language_name(each, into=own)) for each in others],
            "files": [{"name": text(each.name), "pages": each.pages} for each in self._attachments],
        }

    def _parties_of(self) -> View:
        """Return who writes, who is written to, and whom a reader answers, a line an entry."""
        chosen, parties = self._selection, self._parties
        name = chosen.contact_name
        own_name = [self._items.say(name)] if name else []
        return {
            "addressees": [parties.addressee(each) for each in chosen.addressees],
            "signatories": [
                *(parties.organisation(each) for each in chosen.signatories),
                *(parties.awaited(each) for each in chosen.awaited),
            ],
            "contact": [*own_name, *contact_lines(chosen.brief.contact)],
        }

    def _meeting(self) -> dict[str, Fragment]:
        chosen, say = self._selection.meeting, self._items.say
        days = dates.interval(chosen.record.start, chosen.record.end, self._locale)
        return {
            "name": say(chosen.name),
            "place": say(chosen.place),
            "days": text(days),
            "session": say(chosen.session),
            "topic": say(chosen.topic),
        }

    def _themes(self, charts: list[View]) -> Iterator[View]:
        position = 0
        for theme in self._selection.themes:
            views = []
            for each in theme.recommendations:
                position += 1
                views.append(self._recommendation(each, position))
            evidence = [self._items.evidence(each) for each in theme.evidence] or _once(
                each["evidence"] for each in views
            )
            ids = {each["id"] for each in evidence}
            yield {
                "id": theme.id,
                "name": self._items.say(theme.name),
                "recommendations": views,
                "evidence": evidence,
                "charts": [each for each in charts if each["evidence"] in ids],
                "cases": _once(each["cases"] for each in views),
                "responses": _once(each["responses"] for each in views),
                "commitments": _once(each["commitments"] for each in views),
                "articles": [
                    each
                    for each in _once(each["commitments"] for each in views)
                    if each["binding"] == "treaty"
                ],
            }

    def _theme_of(self, prior: ChosenPrior) -> str:
        """Return the first theme of the document that a prior recommendation is about, if any."""
        return next((each.id for each in self._selection.themes if each.id in prior.themes), "")

    def _recommendation(self, each: ChosenRecommendation, position: int) -> View:
        items, say = self._items, self._items.say
        return {
            "id": each.id,
            "position": position,
            "raise": say(each.raise_),
            "ask": say(each.ask),
            "short": say(each.short),
            "question": say(each.question),
            "whereas": say(each.whereas),
            "calls_on": say(each.calls_on),
            "to": {recipient: say(asked) for recipient, asked in each.to},
            "deadline": items.day(each.deadline),
            "evidence": [*self._gap(each), *map(items.evidence, each.evidence)],
            "cases": list(map(items.case, each.cases)),
            "responses": list(map(items.response, each.responses)),
            "commitments": list(map(items.commitment, each.commitments)),
        }

    def _gap(self, each: ChosenRecommendation) -> Iterator[View]:
        """Yield what a draft shows in the place of evidence; it calls no note."""
        if each.gap:
            nothing = Fragment(())
            yield {
                "id": each.id,
                "statement": Fragment((Gap(each.gap),)),
                "citations": [],
                "date": nothing,
                "kind": "",
                "headline": nothing,
                "section": "",
            }


def _number_requests(recommendations: list[View]) -> None:
    """Write into each case the numbers of the requests that are made for it."""
    numbers: dict[str, list[int]] = {}
    for each in recommendations:
        for case in each["cases"]:
            case["requests"] = numbers.setdefault(case["id"], [])
            case["requests"].append(each["position"])


def _once(lists: Iterable[list[View]]) -> list[View]:
    """Return the items of several lists, each once."""
    return list({each["id"]: each for items in lists for each in items}.values())


def _with_first_theme(themes: Iterable[View], *kinds: str) -> list[View]:
    """Return the themes, what several share only with the first: no document says it twice."""
    said: set[str] = set()
    found: list[View] = []
    for theme in themes:
        own = {kind: [each for each in theme[kind] if each["id"] not in said] for kind in kinds}
        said |= {each["id"] for items in own.values() for each in items}
        found.append({**theme, **own})
    return found


def _by_section(themes: list[View]) -> dict[str, list[View]]:
    """Return the evidence of all themes by its section; what has none is under an empty code."""
    found: dict[str, list[View]] = {}
    for theme in themes:
        for each in theme["evidence"]:
            found.setdefault(each["section"], []).append(each)
    return found
