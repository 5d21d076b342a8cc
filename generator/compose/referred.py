"""What placeholders stand for: people, organisations, offices, places, lists and figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.language import cldr, dates
from generator.language.names import Form, form_of, personal_form_of
from generator.language.typography import NO_BREAK
from generator.letter import Gap, Inlines, Span, Text
from generator.markup.placeholders import Placeholder
from generator.markup.tokens import Tokens
from generator.model.base import Names
from generator.model.content import Figure
from generator.model.directory import Office, Organisation
from generator.model.naming import PERSON_FORMS
from generator.model.people import PeopleList
from generator.problems import Place, Problem, problem
from generator.selection.chosen import PersonShown, PlaceShown, Referent


class Referred:
    """Fills placeholders in, in the spelling and form of a locale; gaps become problems.

    ``unreviewed``: the ids of those whose names in that locale nobody has checked.
    ``named``: the ids of the people who are named.
    """

    def __init__(
        self, referents: Mapping[str, Referent], tokens: Tokens, problems: list[Problem]
    ) -> None:
        self._referents = referents
        self._tokens = tokens
        self._problems = problems
        self.unreviewed: dict[str, None] = {}
        self.named: dict[str, None] = {}
        self._accused: set[str] = set()

    def begin(self) -> None:
        """Begin a sentence: in each, who is accused is named with their legal status once."""
        self._accused.clear()

    def filled(self, placeholder: Placeholder, locale: str, place: Place) -> Inlines:
        """Return what a placeholder stands for."""
        found = self._referents.get(placeholder.name)
        form = placeholder.form
        if locale in getattr(found, "unreviewed", ()):
            self.unreviewed[placeholder.name] = None
        match found:
            case PersonShown():
                return self._person(found, form, locale, place)
            case Organisation():
                return self._organisation(found, form, locale, place)
            case Office(titles=names) | PlaceShown(names=names):
                return self._named(found.id, names, form, locale, place)
            case PeopleList():
                return self._people(found, form, locale, place)
            case Figure():
                return self._figure(found, form, locale, place)
            case _:
                unknown = problem("placeholder-unknown", place, key="text", name=placeholder.name)
                return self._gap(unknown)

    def _person(self, found: PersonShown, case: str | None, locale: str, place: Place) -> Inlines:
        if case in PERSON_FORMS:
            return self._fact(found, case, locale, place)
        if found.named:
            self.named[found.id] = None
            form = personal_form_of(found.names, locale=locale, case=case)
            name = self._written(form, locale) or self._missing(found.id, case, locale, place)
            return (*name, *self._status(found, locale, place))
        if locale not in found.names:
            return self._gap(problem("withheld-name-needed", place, name=found.id, locale=locale))
        return self._named(found.id, found.names, case, locale, place)

    def _status(self, found: PersonShown, locale: str, place: Place) -> Inlines:
        """Return what stands behind the first name of somebody accused in a sentence."""
        if not found.status or found.id in self._accused:
            return ()
        self._accused.add(found.id)
        return (Text(" ("), *self._named(found.id, found.status, None, locale, place), Text(")"))

    def _fact(self, found: PersonShown, form: str, locale: str, place: Place) -> Inlines:
        """Return a fact of a person, if this reader may be told."""
        match found.details.get(form):
            case None:
                return self._gap(problem("fact-withheld", place, name=found.id, form=form))
            case date() as day:
                return (Text(dates.day(day, locale)),)
            case str() as same:
                written = dates.partial_day(same, locale) if form == "month" else same
                return (Text(written),)
            case names:
                return self._named(found.id, names, None, locale, place)

    def _named(
        self,
        id: str,  # noqa: A002 (ids are called id everywhere)
        names: Names,
        case: str | None,
        locale: str,
        place: Place,
    ) -> Inlines:
        form = form_of(names, locale=locale, case=case)
        return self._written(form, locale) or self._missing(id, case, locale, place)

    def _written(self, form: Form | None, locale: str) -> Inlines:
        """Return a name, marked where it stands in another script than the text around it."""
        if form is None:
            return ()
        if cldr.script(form.locale) == cldr.script(locale):
            return (Text(form.text),)
        name = (Text(form.text.replace(" ", NO_BREAK)),)
        return (Span(name, form.locale, cldr.direction(form.locale)),)

    def _missing(self, id: str, case: str | None, locale: str, place: Place) -> Inlines:  # noqa: A002 (as above)
        form = f" ({case})" if case else ""
        return self._gap(problem("name-missing", place, id=id, name=id, locale=locale, form=form))

    def _organisation(
        self, record: Organisation, form: str | None, locale: str, place: Place
    ) -> Inlines:
        if form == "short":
            return self._named(record.id, record.short or record.names, None, locale, place)
        case = None if form == "full" else form
        name = self._named(record.id, record.names, case, locale, place)
        if form != "full" or record.short is None:
            return name
        short = self._named(record.id, record.short, None, locale, place)
        return (*name, Text(" ("), *short, Text(")"))

    def _people(self, record: PeopleList, form: str | None, locale: str, place: Place) -> Inlines:
        number = len(record.people)
        if not number:
            return self._gap(problem("list-withheld", place, name=record.id))
        if form == "count":
            counted: Any = record.counted.get(locale, {})
            phrase = counted.get(cldr.plural(number, locale)) or counted.get("other")
            if phrase is None:
                return self._missing(record.id, "count", locale, place)
            return (Text(phrase.replace("{n}", cldr.number(number, locale))),)
        names = [
            self._tokens.keep(self.filled(Placeholder(each, form), locale, place))
            for each in record.people
        ]
        return tuple(self._tokens.splice(cldr.joined(names, locale)))

    def _figure(self, record: Figure, form: str | None, locale: str, place: Place) -> Inlines:
        """Return a figure, the time it is about, or who counted."""
        if form is None:
            write = cldr.percent if record.unit == "percent" else cldr.number
            return (Text(write(record.value, locale)),)
        if form == "period" and record.period:
            return (Text(dates.period(record.period, locale)),)
        counter = record.counted_by if form == "counted_by" else None
        if isinstance(counter, str):
            return self.filled(Placeholder(counter), locale, place)
        if counter:
            return self._named(record.id, counter, None, locale, place)
        return self._missing(record.id, form, locale, place)

    def _gap(self, found: Problem) -> Inlines:
        self._problems.append(found)
        return (Gap(found.message),)
