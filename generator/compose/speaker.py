"""Saying a sentence in the letter's language: translated, placeholders filled in, markup read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.catalogues.catalogue import State, Translation
from generator.catalogues.lookup import Translations
from generator.catalogues.messages import needs_translation, one_line
from generator.compose.referred import Referred
from generator.language import cldr
from generator.language.plurals import gettext_rule
from generator.language.typography import typeset
from generator.letter import Gap, Inlines, Span, Text
from generator.markup.inline import sentence_inlines
from generator.markup.placeholders import PlaceholderError, parts
from generator.markup.tokens import Tokens, without_tokens
from generator.problems import Place, Problem, problem
from generator.selection.chosen import Referent, Sentence

Filling = Mapping[str, Inlines]


class Speaker:
    """Words sentences for one document; what it cannot say becomes a problem and a gap.

    ``said``: the contexts of the sentences that the document used, in order.
    ``referred``: fills its placeholders in.
    ``used``: how many of its texts were translated, by state, and how many a machine drafted.
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

    def say(self, sentence: Sentence) -> Inlines:
        """Return a sentence of the content, its placeholders filled in."""
        self.said[sentence.context] = None
        if self.locale == self._source_locale or not needs_translation(sentence.text):
            return self._inlines(sentence.text, {}, sentence.place, self.locale)
        found = self._translations.of(sentence.context, sentence.text)
        state = found.state(one_line(sentence.text)) if found else "missing"
        if found is None or state in ("missing", "stale"):
            self._untranslated(state, sentence.place, sentence.id)
            return self._in_source(sentence.text, {}, sentence.place)
        return self._translated(found, found.texts[0], {})

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
        category = cldr.plural(number, self._source_locale)
        source = plural if plural is not None and category != "one" else text
        if self.locale == self._source_locale or not needs_translation(source):
            return self._inlines(source, filling, place, self.locale)
        found = self._translations.of(None, text)
        state = found.state(text) if found else "missing"
        if found is None or state in ("missing", "stale") or found.plural != plural:
            self._untranslated(state if found else "missing", place, None)
            return self._in_source(source, filling, place)
        return self._translated(found, self._of_number(found, number), filling)

    def _of_number(self, found: Translation, number: int) -> str:
        """Return the plural form that ``number`` asks for."""
        if found.plural is None:
            return found.texts[0]
        categories = gettext_rule(self.locale).categories
        at = categories.index(cldr.plural(number, self.locale))
        return found.texts[min(at, len(found.texts) - 1)]

    def _translated(self, found: Translation, text: str, filling: Filling) -> Inlines:
        """Return a translation; where something is wrong with it, a gap."""
        self.used[found.state(found.source)] += 1
        self.used["machine"] += found.machine and found.review is None
        wrong = [
            problem(each.rule, found.place, **each.fields)
            for each in self._translations.faults(found)
        ]
        self.problems += wrong
        return self._inlines(text, filling, found.place, self.locale)

    def _untranslated(self, state: str, place: Place, id: str | None) -> None:  # noqa: A002 (ids are called id everywhere)
        domain = "documents" if id is None else "content"
        file = f"locales/{self.locale}/LC_MESSAGES/{domain}.po"
        rule = f"translation-{state}"
        self.problems.append(problem(rule, place, id=id, locale=self.locale, file=file))

    def _in_source(self, text: str, filling: Filling, place: Place) -> Inlines:
        """Return the source text, marked as such, tagged with its language."""
        locale = self._source_locale
        inlines = self._inlines(text, filling, place, locale)
        mark = Gap(locale.upper())
        return (mark, Text("\u00a0"), Span(inlines, locale, cldr.direction(locale)))

    def _inlines(self, text: str, filling: Filling, place: Place, locale: str) -> Inlines:
        try:
            written = "".join(
                without_tokens(part)
                if isinstance(part, str)
                else self.tokens.keep(
                    filling[part.name]
                    if part.name in filling
                    else self.referred.filled(part, locale, place)
                )
                for part in parts(text)
            )
        except PlaceholderError:
            found = problem("placeholder-form", place, key="text")
            self.problems.append(found)
            return (Gap(found.message),)
        return sentence_inlines(typeset(written, locale), self.tokens)
