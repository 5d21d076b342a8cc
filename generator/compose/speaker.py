"""Saying a sentence in the letter's language: translated, placeholders filled in, markup read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogues.catalogue import State, Translation
from generator.catalogues.lookup import Translations
from generator.catalogues.messages import locator_context, needs_translation, one_line
from generator.compose.origins import Origins
from generator.compose.referred import Referred
from generator.language import cldr
from generator.language.plurals import gettext_rule
from generator.language.typography import typeset
from generator.letter import Gap, Inlines, Span, Text
from generator.markup.inline import sentence_inlines
from generator.markup.locators import locator_pattern
from generator.markup.placeholders import PlaceholderError, parts
from generator.markup.tokens import Tokens, without_tokens
from generator.problems import Place, Problem, problem
from generator.selection.chosen import Referent
from generator.selection.cited import Located
from generator.selection.sentence import Sentence

Filling = Mapping[str, Inlines]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it is spoken: in which language, and where it stands."""

    text: str
    locale: str
    place: Place


class Speaker:
    """Words sentences for one document; what it cannot say becomes a problem and a gap.

    ``said``: the contexts of the sentences that the document used, in order.
    ``referred``: fills its placeholders in.
    ``used``: how many of its texts were translated, by state, and how many a machine drafted.
    ``origins``: where the words of each text are written.
    """

    def __init__(
        self,
        *,
        locale: str,
        source_locale: str,
        referents: Mapping[str, Referent],
        tokens: Tokens,
        translations: Translations,
    ) -> None:
        self.locale = locale
        self.tokens = tokens
        self.problems: list[Problem] = []
        self.said: dict[str, None] = {}
        self.used: Counter[State | str] = Counter()
        self._source_locale = source_locale
        self._translations = translations
        self.referred = Referred(referents, tokens, self.problems)
        self.origins = Origins()

    def say(self, sentence: Sentence) -> Inlines:
        """Return a sentence of the content, its placeholders filled in."""
        spoken = self._content(sentence.text, sentence.context, sentence.place, sentence.id)
        said = self._inlines(spoken, {})
        self._note(said, spoken, sentence.context, sentence.id, sentence.key)
        return self._marked(said, spoken)

    def locate(self, located: Located) -> Inlines:
        """Return a locator: its words in the language of the letter, its numbers as they are."""
        pattern, numbers = locator_pattern(located.text)
        filling = {name: (Text(number),) for name, number in numbers.items()}
        context = locator_context(pattern)
        spoken = self._content(pattern, context, located.place, located.source)
        said = tuple(self.tokens.splice(self._filled(spoken, filling)))
        self._note(said, spoken, context, located.source, "locator")
        return self._marked(said, spoken)

    def _content(self, text: str, context: str, place: Place, id: str) -> Spoken:  # noqa: A002 (ids are called id everywhere)
        """Return a text of the content as it is spoken; translators know it by ``context``."""
        self.said[context] = None
        if self.locale == self._source_locale or not needs_translation(text):
            return Spoken(text, self.locale, place)
        found = self._translations.of(context, text)
        state = found.state(one_line(text)) if found else "missing"
        if found is None or state in ("missing", "stale"):
            self._untranslated(state, place, id)
            return Spoken(text, self._source_locale, place)
        return self._translated(found, found.texts[0])

    def word(self, text: str, filling: Filling, place: Place) -> Inlines:
        """Return a wording of a template, with ``filling`` for its own placeholders."""
        return self._worded(text, None, 0, filling, place)

    def count(
        self, singular: str, plural: str, number: int, filling: Filling, place: Place
    ) -> Inlines:
        """Return a wording that depends on a number, in the plural form that it asks for."""
        return self._worded(singular, plural, number, filling, place)

    def _worded(
        self, text: str, plural: str | None, number: int, filling: Filling, place: Place
    ) -> Inlines:
        spoken = self._document(text, plural, number, place)
        said = self._inlines(spoken, filling)
        if needs_translation(text):
            self._note(said, spoken, text, None, None)
        return self._marked(said, spoken)

    def _note(
        self,
        said: Inlines,
        spoken: Spoken,
        context: str,
        id: str | None,  # noqa: A002 (as above)
        key: str | None,
    ) -> None:
        """Note where a text comes from."""
        locale, place = spoken.locale, spoken.place
        self.origins.add(said, id=id, key=key, context=context, locale=locale, place=place)

    def _document(self, text: str, plural: str | None, number: int, place: Place) -> Spoken:
        """Return a wording of a template as it is spoken."""
        category = cldr.plural(number, self._source_locale)
        source = plural if plural is not None and category != "one" else text
        if self.locale == self._source_locale or not needs_translation(source):
            return Spoken(source, self.locale, place)
        found = self._translations.of(None, text)
        state = found.state(text) if found else "missing"
        if found and found.plural != plural:
            state = "stale"
        if found is None or state in ("missing", "stale"):
            self._untranslated(state, place, None)
            return Spoken(source, self._source_locale, place)
        return self._translated(found, self._of_number(found, number))

    def _of_number(self, found: Translation, number: int) -> str:
        """Return the plural form that ``number`` asks for."""
        if found.plural is None:
            return found.texts[0]
        categories = gettext_rule(self.locale).categories
        at = categories.index(cldr.plural(number, self.locale))
        return found.texts[min(at, len(found.texts) - 1)]

    def _translated(self, found: Translation, text: str) -> Spoken:
        """Return a translation, and account for it; what is wrong with it is a problem."""
        self.used[found.state(found.source)] += 1
        self.used["machine"] += found.machine and found.review is None
        self.problems += (
            problem(each.rule, found.place, **each.fields)
            for each in self._translations.faults(found)
        )
        return Spoken(text, self.locale, found.place)

    def _untranslated(self, state: str, place: Place, id: str | None) -> None:  # noqa: A002 (as above)
        if self._translations.problems:
            return  # the catalogue could not be read, which is told already
        domain = "documents" if id is None else "content"
        file = f"locales/{self.locale}/LC_MESSAGES/{domain}.po"
        found = problem(
            "translation-stale" if state == "stale" else "translation-missing",
            place,
            id=id,
            locale=self.locale,
            file=file,
        )
        self.problems.append(found)

    def _marked(self, inlines: Inlines, spoken: Spoken) -> Inlines:
        """Return source text in another language's letter marked, and tagged with its language."""
        locale = spoken.locale
        if locale == self.locale:
            return inlines
        mark = (Gap(locale.upper()), Text("\u00a0"))
        return (*mark, Span(inlines, locale, cldr.direction(locale)))

    def _inlines(self, spoken: Spoken, filling: Filling) -> Inlines:
        """Return a text with its placeholders filled in and its markup read."""
        return sentence_inlines(self._filled(spoken, filling), self.tokens)

    def _filled(self, spoken: Spoken, filling: Filling) -> str:
        """Return a text, typeset, with tokens in the places of its placeholders."""
        self.referred.begin()
        try:
            written = "".join(
                without_tokens(part)
                if isinstance(part, str)
                else self.tokens.keep(
                    filling[part.name]
                    if part.name in filling
                    else self.referred.filled(part, spoken.locale, spoken.place)
                )
                for part in parts(spoken.text)
            )
        except PlaceholderError:
            found = problem("placeholder-form", spoken.place, key="text")
            self.problems.append(found)
            return self.tokens.keep((Gap(found.message),))
        return typeset(written, spoken.locale)
