"""Translations hold: every catalogue of a workspace beside its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from generator.catalogues.faults import Fault
from generator.catalogues.files import CONTENT, catalogue_locales
from generator.catalogues.lookup import Catalogues, Translations
from generator.catalogues.messages import Message, template_problems
from generator.catalogues.update import Messages, messages_of
from generator.checks.sentences import KnownNames
from generator.language.cldr import is_known
from generator.library import Library
from generator.model.base import Names
from generator.model.directory import Office, Organisation
from generator.problems import Place, Problem, problem


def translations_hold(library: Library) -> Iterator[Problem]:
    """Yield every problem of every catalogue, and of names that the glossary knows."""
    yield from template_problems(library.workspace)
    locales = [each for each in catalogue_locales(library.workspace.root) if is_known(each)]
    if not locales:
        return
    messages, catalogues, names = messages_of(library), Catalogues(library), KnownNames(library)
    for locale in locales:
        translations = catalogues.of(locale)
        yield from translations.problems
        yield from _of_locale(locale, messages, translations, names)
        yield from _of_names(library, locale, translations)


def _of_locale(
    locale: str, messages: Messages, translations: Translations, names: KnownNames
) -> Iterator[Problem]:
    """Yield what is wrong in the catalogues of one locale."""
    states: Counter[str] = Counter()
    for each in chain.from_iterable(messages.values()):
        found = translations.of(each.context, each.source)
        state = found.state(each.source) if found else "missing"
        states[state] += each.context is not None
        if found and state in ("translated", "reviewed"):
            for fault in translations.faults(found):
                yield problem(fault.rule, found.place, id=_id(each), **fault.fields)
            for text in found.texts:
                name = names.written_out(text)
                if name:
                    yield problem("translation-names-person", found.place, id=_id(each), name=name)
    if states["stale"]:
        place = Place(f"locales/{locale}/LC_MESSAGES/{CONTENT}.po")
        yield problem("translations-stale", place, locale=locale, count=states["stale"])


def _id(message: Message) -> str | None:
    """Return the id of the record that a message stands in."""
    if message.context is None:
        return None
    return message.context.partition(":")[2].partition(".")[0] or message.context.partition(".")[0]


def _of_names(library: Library, locale: str, translations: Translations) -> Iterator[Problem]:
    """Yield a problem where a body's name in ``locale`` is not the one that the glossary has."""
    source = library.settings.source_locale
    for kind, key in (("organisation", "names"), ("office", "titles")):
        for entry in library.entries(kind):
            record = entry.record
            if isinstance(record, Organisation | Office):
                names = record.names if isinstance(record, Organisation) else record.titles
                own = next(_forms(names, source), "")
                for text in _forms(names, locale):
                    for fault in _name_faults(own, text, translations):
                        yield problem(fault.rule, entry.place(key), id=entry.id, **fault.fields)


def _name_faults(own: str, text: str, translations: Translations) -> Iterator[Fault]:
    """Yield what the glossary says of a name; a part of it may be rendered in another way."""
    for fault in translations.glossary.faults(own, text):
        whole = str(fault.fields["term"]).casefold() == own.casefold() and text != own
        if whole or fault.rule == "glossary-forbidden":
            yield fault


def _forms(names: Names, locale: str) -> Iterator[str]:
    """Yield the forms of a name in a locale."""
    found = names.get(locale)
    if isinstance(found, str):
        yield found
    elif found is not None:
        yield from found.values()
