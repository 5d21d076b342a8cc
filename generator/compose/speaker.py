"""Saying a sentence in the letter's language: placeholders filled in, markup read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.language import cldr
from generator.language.names import form_of
from generator.letter import Gap, Inlines, Span, Text
from generator.markup.inline import sentence_inlines
from generator.markup.placeholders import Placeholder, PlaceholderError, parts
from generator.markup.tokens import Tokens, without_tokens
from generator.model.base import Names
from generator.model.content import Figure
from generator.model.directory import Office, Organisation
from generator.model.people import PeopleList
from generator.problems import Place, Problem, problem
from generator.selection.chosen import PersonShown, Referent, Sentence

Filling = Mapping[str, Inlines]


class Speaker:
    """Words sentences for one document; what it cannot say becomes a problem and a gap."""

    def __init__(
        self, *, locale: str, source_locale: str, referents: Mapping[str, Referent], tokens: Tokens
    ) -> None:
        self.locale = locale
        self.tokens = tokens
        self.problems: list[Problem] = []
        self._source_locale = source_locale
        self._referents = referents

    def say(self, sentence: Sentence) -> Inlines:
        """Return a sentence of the content, its placeholders filled in."""
        return self._marked(self._inlines(sentence.text, {}, sentence.place))

    def word(self, text: str, filling: Filling, place: Place) -> Inlines:
        """Return a wording of a template, with ``filling`` for its own placeholders."""
        return self._marked(self._inlines(text, filling, place))

    def _marked(self, inlines: Inlines) -> Inlines:
        """Return untranslated text tagged with the language it is in."""
        if self.locale == self._source_locale:
            return inlines
        return (Span(inlines, self._source_locale, cldr.direction(self._source_locale)),)

    def _inlines(self, text: str, filling: Filling, place: Place) -> Inlines:
        try:
            written = "".join(
                without_tokens(part)
                if isinstance(part, str)
                else self.tokens.keep(
                    filling[part.name] if part.name in filling else self._filled(part, place)
                )
                for part in parts(text)
            )
        except PlaceholderError:
            return self._gap(problem("placeholder-form", place, key="text"))
        return sentence_inlines(written, self.tokens)

    def _filled(self, placeholder: Placeholder, place: Place) -> Inlines:
        """Return what a placeholder stands for."""
        found = self._referents.get(placeholder.name)
        match found:
            case PersonShown():
                return self._person(found, placeholder.form, place)
            case Organisation():
                return self._organisation(found, placeholder.form, place)
            case Office():
                return self._named(found.id, found.titles, placeholder.form, place)
            case PeopleList():
                return self._people(found, placeholder.form, place)
            case Figure():
                return (Text(self._figure(found)),)
            case _:
                return self._gap(
                    problem("placeholder-unknown", place, key="text", name=placeholder.name)
                )

    def _person(self, found: PersonShown, form: str | None, place: Place) -> Inlines:
        if not found.named and self.locale not in found.names:
            return self._gap(
                problem("withheld-name-needed", place, name=found.id, locale=self.locale)
            )
        return self._named(found.id, found.names, form, place)

    def _named(self, id: str, names: Names, case: str | None, place: Place) -> Inlines:  # noqa: A002 (ids are called id everywhere)
        name = form_of(names, locale=self.locale, case=case)
        if name is None:
            form = f" ({case})" if case else ""
            return self._gap(
                problem("name-missing", place, id=id, name=id, locale=self.locale, form=form)
            )
        return (Text(name),)

    def _organisation(self, record: Organisation, form: str | None, place: Place) -> Inlines:
        if form == "short":
            return self._named(record.id, record.short or record.names, None, place)
        name = self._named(record.id, record.names, None if form == "full" else form, place)
        if form != "full" or record.short is None:
            return name
        short = self._named(record.id, record.short, None, place)
        return (*name, Text(" ("), *short, Text(")"))

    def _people(self, record: PeopleList, form: str | None, place: Place) -> Inlines:
        if form == "count":
            counted: Any = record.counted.get(self.locale, {})
            phrase = counted.get(cldr.plural(len(record.people), self.locale)) or counted.get(
                "other"
            )
            if phrase is None:
                return self._gap(
                    problem(
                        "name-missing",
                        place,
                        id=record.id,
                        name=record.id,
                        locale=self.locale,
                        form=" (count)",
                    )
                )
            return (Text(phrase.replace("{n}", cldr.number(len(record.people), self.locale))),)
        names: list[str] = []
        for each in record.people:
            inlines = self._filled(Placeholder(each, form), place)
            if not isinstance(inlines[0], Text):
                return inlines
            names.append(inlines[0].text)
        return (Text(cldr.joined(names, self.locale)),)

    def _figure(self, record: Figure) -> str:
        write = cldr.percent if record.unit == "percent" else cldr.number
        return write(record.value, self.locale)

    def _gap(self, found: Problem) -> Inlines:
        self.problems.append(found)
        return (Gap(found.message),)
